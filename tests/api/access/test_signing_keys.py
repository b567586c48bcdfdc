"""An issuer's keys: fetched once, again when they may have changed, and not more often; whatever the issuer does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from api.access.signing_keys import SigningKeys
from copilot.errors import SignInNeeded, SignInUnavailable
from tests.api.access.issuer import DISCOVERY, KEYS, UNPUBLISHED, Issuer
from tests.loopback import Answer, Request

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0


@dataclass
class Hand:
    """A clock that stands still until it is moved."""

    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def keys(issuer: Issuer, clock: Hand) -> SigningKeys:
    return SigningKeys(issuer.name, monotonic=clock)


def test_keys_are_fetched_once_for_many_tokens(keys: SigningKeys, issuer: Issuer, clock: Hand) -> None:
    for _ in range(5):
        assert keys.named("rsa").algorithm_name == "RS256"
        assert keys.named("elliptic").algorithm_name == "ES256"
        clock.now += MINUTE

    assert issuer.asked == [DISCOVERY, KEYS]


def test_a_flood_of_made_up_keys_is_no_flood_of_fetches(
    keys: SigningKeys, issuer: Issuer, clock: Hand
) -> None:
    keys.named("rsa")
    clock.now += MINUTE

    for number in range(100):
        with pytest.raises(SignInNeeded, match="its issuer does not have"):
            keys.named(f"made-up-{number}")

    assert issuer.asked == [DISCOVERY, KEYS] * 2


def test_a_new_key_is_found_and_an_old_one_forgotten(
    keys: SigningKeys, issuer: Issuer, clock: Hand
) -> None:
    keys.named("rsa")
    issuer.published["new"] = ("RS256", UNPUBLISHED)
    del issuer.published["rsa"]
    clock.now += MINUTE

    assert keys.named("new").key_id == "new"
    with pytest.raises(SignInNeeded):
        keys.named("rsa")


def test_keys_are_fetched_anew_after_a_while(keys: SigningKeys, issuer: Issuer, clock: Hand) -> None:
    keys.named("rsa")
    clock.now += HOUR
    keys.named("rsa")

    assert issuer.asked == [DISCOVERY, KEYS] * 2


def test_while_the_issuer_is_down_its_keys_are_good_for_a_day(
    keys: SigningKeys, issuer: Issuer, clock: Hand
) -> None:
    keys.named("rsa")
    issuer.loopback.answer = lambda request: Answer(b"", 503)

    clock.now += DAY - HOUR
    assert keys.named("rsa").key_id == "rsa"

    clock.now += 2 * HOUR
    with pytest.raises(SignInUnavailable):
        keys.named("rsa")


def test_an_issuer_that_is_down_is_not_asked_by_every_token(
    keys: SigningKeys, issuer: Issuer, clock: Hand
) -> None:
    issuer.loopback.answer = lambda request: Answer(b"", 503)
    for _ in range(20):
        with pytest.raises(SignInUnavailable):
            keys.named("rsa")
    assert issuer.asked == [DISCOVERY]

    issuer.loopback.answer = issuer.answer
    clock.now += MINUTE
    assert keys.named("rsa").key_id == "rsa"


def test_many_at_once_fetch_once(keys: SigningKeys, issuer: Issuer) -> None:
    found: list[str | None] = []
    threads = [Thread(target=lambda: found.append(keys.named("rsa").key_id)) for _ in range(8)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (found, issuer.asked) == (["rsa"] * 8, [DISCOVERY, KEYS])


def discovering(document: object) -> Callable[[Request], Answer]:
    return lambda request: Answer(document)


@pytest.mark.parametrize(
    "answer",
    [
        discovering(b"no JSON"),
        discovering([]),
        discovering({"issuer": "https://another.example", "jwks_uri": "http://127.0.0.1/keys"}),
        discovering({"jwks_uri": "http://127.0.0.1/keys"}),
        discovering(b" " * 1_000_000),
        lambda request: Answer(hangs_up=True),
        lambda request: Answer(b"", 302, headers={"Location": "/elsewhere"}),
        lambda request: Answer({"issuer": "x"}, headers={"Content-Encoding": "gzip"}),
    ],
)
def test_an_issuer_that_answers_something_else_is_as_good_as_down(
    answer: Callable[[Request], Answer], keys: SigningKeys, issuer: Issuer
) -> None:
    issuer.loopback.answer = answer

    with pytest.raises(SignInUnavailable):
        keys.named("rsa")


@pytest.mark.parametrize(
    "published", [{"keys": []}, {"keys": "none"}, {}, {"keys": [{"kty": "lamp", "kid": "rsa"}]}]
)
def test_keys_that_are_none_are_as_good_as_none(
    published: dict[str, object], keys: SigningKeys, issuer: Issuer
) -> None:
    issuer.loopback.answer = lambda request: (
        Answer(published) if request.path == KEYS else issuer.answer(request)
    )

    with pytest.raises(SignInUnavailable):
        keys.named("rsa")


def test_a_key_for_another_use_signs_no_token(keys: SigningKeys, issuer: Issuer) -> None:
    issuer.published["rsa"] = ("RS256", rsa.generate_private_key(public_exponent=65537, key_size=2048))

    def for_encryption(request: Request) -> Answer:
        answer = issuer.answer(request)
        for key in answer.body.get("keys", []):
            key["use"] = "enc" if key["kid"] == "rsa" else "sig"
        return answer

    issuer.loopback.answer = for_encryption

    assert keys.named("elliptic").key_id == "elliptic"
    with pytest.raises(SignInNeeded):
        keys.named("rsa")
