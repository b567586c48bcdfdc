"""OpenID Connect tokens of a real issuer on loopback: who they speak for, and the many that speak for nobody."""

from __future__ import annotations

import json
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256
from hmac import digest

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api import create_app
from api.access.tokens import Tokens
from copilot.errors import SignInNeeded, SignInUnavailable
from copilot.law import Corpus
from copilot.settings import Settings
from tests.api.access.issuer import AUDIENCE, UNPUBLISHED, Issuer
from tests.api.conftest import beside, calling
from tests.loopback import Answer

LATER, EARLIER = int(time.time()) + 3_600, int(time.time()) - 3_600


@pytest.fixture
def with_issuer(settings: Settings, issuer: Issuer) -> Settings:
    """The settings of a firm with a login of its own."""
    return settings.model_copy(update={"oidc_issuer": issuer.name, "oidc_audience": AUDIENCE})


@pytest.fixture
def tokens(with_issuer: Settings) -> Tokens:
    """What reads the tokens of this issuer."""
    return Tokens(with_issuer)


def segment(value: object) -> str:
    return urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def not_signed(issuer: Issuer) -> str:
    return f"{segment({'alg': 'none', 'typ': 'JWT', 'kid': 'rsa'})}.{segment(issuer.claims())}."


def signed_with_the_public_key(issuer: Issuer) -> str:
    """The public key, which everybody has, taken as the secret of a symmetric algorithm."""
    key = issuer.published["rsa"][1].public_key()
    secret = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    signed = f"{segment({'alg': 'HS256', 'kid': 'rsa'})}.{segment(issuer.claims())}"
    return f"{signed}.{urlsafe_b64encode(digest(secret, signed.encode(), sha256)).rstrip(b'=').decode()}"


def tampered(issuer: Issuer) -> str:
    head, body, seal = issuer.token().split(".")
    claims = json.loads(urlsafe_b64decode(body + "=="))
    return f"{head}.{segment(claims | {'roles': ['administrator']})}.{seal}"


def signed_by_another(issuer: Issuer) -> str:
    return jwt.encode(issuer.claims(), UNPUBLISHED, "RS256", headers={"kid": "rsa"})


def with_another_algorithm(issuer: Issuer) -> str:
    return jwt.encode(issuer.claims(), issuer.published["rsa"][1], "RS512", headers={"kid": "rsa"})


def without_a_key_named(issuer: Issuer) -> str:
    return jwt.encode(issuer.claims(), issuer.published["rsa"][1], "RS256")


def with_an_unknown_key(issuer: Issuer) -> str:
    return jwt.encode(issuer.claims(), UNPUBLISHED, "RS256", headers={"kid": "of-nobody"})


def with_an_extension_it_must_not_pass_over(issuer: Issuer) -> str:
    headers = {"kid": "rsa", "crit": ["https://example/lamps"], "https://example/lamps": True}
    return jwt.encode(issuer.claims(), issuer.published["rsa"][1], "RS256", headers=headers)


FORGED: list[Callable[[Issuer], str]] = [
    not_signed,
    signed_with_the_public_key,
    tampered,
    signed_by_another,
    with_another_algorithm,
    without_a_key_named,
    with_an_unknown_key,
    with_an_extension_it_must_not_pass_over,
    lambda issuer: issuer.token().rpartition(".")[0] + ".",
    lambda issuer: issuer.token() + "A",
    lambda issuer: "a.b.c",
    lambda issuer: "no token at all",
    lambda issuer: "." * 1000,
    lambda issuer: f"{segment([])}.{segment(issuer.claims())}.AAAA",
    lambda issuer: f"{segment({'alg': ['RS256'], 'kid': ['rsa']})}.{segment(issuer.claims())}.AAAA",
]


@pytest.mark.parametrize("kid", ["rsa", "elliptic"])
def test_a_token_says_who_calls_and_what_they_may_see(kid: str, tokens: Tokens, issuer: Issuer) -> None:
    caller = tokens.caller(issuer.token(kid, roles=["officer", "auditor", "lamplighter"]))

    assert (caller.actor.name, caller.actor.audiences) == ("flint-7", {"control-room"})
    assert (caller.roles, caller.proof, caller.credential) == (
        {"officer", "auditor"},
        "token",
        "token:flint-7",
    )


@pytest.mark.parametrize("forge", FORGED)
def test_a_forged_token_speaks_for_nobody(
    forge: Callable[[Issuer], str], tokens: Tokens, issuer: Issuer
) -> None:
    with pytest.raises(SignInNeeded) as refused:
        tokens.caller(forge(issuer))

    assert "flint" not in f"{refused.value} {refused.value.remedy}"


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://login.example"},
        {"iss": None},
        {"aud": "another-service"},
        {"aud": ["a", "b"]},
        {"aud": None},
        {"exp": EARLIER},
        {"exp": None},
        {"exp": "soon"},
        {"nbf": LATER},
        {"iat": LATER},
        {"sub": None},
        {"sub": 7},
        {"sub": ""},
        {"sub": "flint\nadministrator"},
    ],
)
def test_a_token_for_others_or_for_another_time_speaks_for_nobody(
    claims: dict[str, object], tokens: Tokens, issuer: Issuer
) -> None:
    with pytest.raises(SignInNeeded):
        tokens.caller(issuer.token(**claims))


def test_a_token_without_roles_or_audiences_opens_nothing(tokens: Tokens, issuer: Issuer) -> None:
    caller = tokens.caller(issuer.token(roles=None, audiences=None))

    assert (caller.permissions, caller.actor.audiences) == (frozenset(), frozenset())


def test_the_firm_says_which_claims_it_uses(with_issuer: Settings, issuer: Issuer) -> None:
    claims = {
        "oidc_name_claim": "https://bank.example/name",
        "oidc_roles_claim": "realm_access.roles",
        "oidc_audiences_claim": "groups",
    }
    tokens = Tokens(with_issuer.model_copy(update=claims))

    caller = tokens.caller(
        issuer.token(
            **{"https://bank.example/name": "Ms. Flint"},
            realm_access={"roles": ["auditor"]},
            groups="control-room trading-desk",
        )
    )

    assert (caller.actor.name, caller.roles) == ("Ms. Flint", {"auditor"})
    assert caller.actor.audiences == {"control-room", "trading-desk"}


def test_an_issuer_that_is_down_is_said_to_be(tokens: Tokens, issuer: Issuer) -> None:
    token = issuer.token()
    issuer.loopback.answer = lambda request: Answer(b"", 500)

    with pytest.raises(SignInUnavailable, match="does not answer"):
        tokens.caller(token)


@pytest.fixture
def app_of_the_firm(
    with_issuer: Settings, small_corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> FastAPI:
    """The service of a firm with a login of its own."""
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)
    return create_app(with_issuer)


def status(client: TestClient, app: FastAPI, token: str) -> int:
    answer = beside(client, app, Authorization=f"Bearer {token}").get("/v1/search?q=oil")
    return answer.status_code


def test_tokens_open_the_service_as_keys_do(app_of_the_firm: FastAPI, issuer: Issuer) -> None:
    with calling(app_of_the_firm) as client:
        told = {
            "nothing": client.get("/v1/search?q=oil").status_code,
            "officer": status(client, app_of_the_firm, issuer.token()),
            "administrator": status(client, app_of_the_firm, issuer.token(roles=["administrator"])),
            "expired": status(client, app_of_the_firm, issuer.token(exp=EARLIER)),
            "forged": status(client, app_of_the_firm, tampered(issuer)),
        }
        issuer.loopback.answer = lambda request: Answer(b"", 500)

    assert told == {
        "nothing": 401,
        "officer": 200,
        "administrator": 403,
        "expired": 401,
        "forged": 401,
    }


def test_a_token_is_never_logged(
    app_of_the_firm: FastAPI, issuer: Issuer, capsys: pytest.CaptureFixture[str]
) -> None:
    tokens = [issuer.token(), tampered(issuer), with_an_unknown_key(issuer)]
    with calling(app_of_the_firm) as client:
        for token in tokens:
            status(client, app_of_the_firm, token)

    logged = "".join(capsys.readouterr())
    assert "/v1/search" in logged
    assert not any(part in logged for token in tokens for part in token.split("."))
