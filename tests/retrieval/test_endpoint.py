"""A real HTTP server that speaks the wire format of OpenAI's embeddings, well or badly."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydantic import SecretStr

from copilot.actor import Actor
from copilot.errors import EmbeddingUnavailable, IndexOutdated
from copilot.law import Corpus
from copilot.retrieval import EndpointEmbedder, Searcher, index_status, silently, verify_index
from tests.chroma import free_port
from tests.loopback import Answer, Loopback, Request
from tests.retrieval.builders import build

_KEY = "sk-lantern"
_WIDTH = 8


def _vector(text: str, width: int = _WIDTH) -> list[float]:
    """A vector as an endpoint might give it: of any length, the same for the same text."""
    return [float(byte) + 1 for byte in sha256(text.encode()).digest()[:width]]


def _unit(text: str) -> np.ndarray:
    vector = np.array(_vector(text))
    return vector / np.linalg.norm(vector)


def _speaking(request: Request, width: int = _WIDTH) -> Answer:
    """Answer as an endpoint does, in an order of its own."""
    data = [
        {"object": "embedding", "index": place, "embedding": _vector(text, width)}
        for place, text in enumerate(request.json["input"])
    ]
    usage = {"prompt_tokens": 1, "total_tokens": 1}
    return Answer({"object": "list", "data": data[::-1], "model": request.json["model"], "usage": usage})


class Pauses(list[float]):
    """Takes the pauses without making them."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
def endpoint(loopback: Loopback, pauses: Pauses) -> EndpointEmbedder:
    loopback.answer = _speaking
    return EndpointEmbedder(
        f"{loopback.address}/v1/", "lamp-embed", SecretStr(_KEY), longest_answer=0.5, pause=pauses
    )


def test_vectors_come_in_the_order_of_the_texts_each_of_length_one(
    endpoint: EndpointEmbedder, loopback: Loopback
) -> None:
    texts = [f"lantern {number}" for number in range(150)]
    told: list[tuple[int, int]] = []

    vectors = endpoint.embed(texts, lambda done, total: told.append((done, total)))

    assert np.allclose(vectors, [_unit(text) for text in texts], atol=1e-6)
    assert vectors.dtype == np.float32
    assert told == [(64, 150), (128, 150), (150, 150)]
    assert np.allclose(endpoint.embed_query("oil"), _unit("oil"), atol=1e-6)


def test_the_request_is_the_wire_formats(endpoint: EndpointEmbedder, loopback: Loopback) -> None:
    endpoint.embed_query("oil")

    (asked,) = loopback.asked
    assert asked.path == "/v1/embeddings"
    assert asked.json == {"model": "lamp-embed", "input": ["oil"], "encoding_format": "float"}
    assert asked.headers["authorization"] == f"Bearer {_KEY}"


def test_without_a_key_none_is_sent(loopback: Loopback) -> None:
    loopback.answer = _speaking

    EndpointEmbedder(loopback.address, "lamp-embed", None).embed_query("oil")

    assert "authorization" not in loopback.asked[0].headers


def test_no_request_grows_too_large(endpoint: EndpointEmbedder, loopback: Loopback) -> None:
    texts = ["oil " * 5_000, "dusk " * 8_000, "wick " * 1_000, "lamp " * 20_000]

    endpoint.embed(texts, silently)

    assert [len(request.json["input"]) for request in loopback.asked] == [2, 1, 1]


@pytest.mark.parametrize("status", [400, 413, 422])
def test_an_endpoint_that_takes_few_at_once_is_given_fewer(
    status: int, endpoint: EndpointEmbedder, loopback: Loopback
) -> None:
    def answer(request: Request) -> Answer:
        return _speaking(request) if len(request.json["input"]) <= 10 else Answer(b"too many", status)

    loopback.answer = answer
    texts = [f"lantern {number}" for number in range(100)]

    vectors = endpoint.embed(texts, silently)

    assert np.allclose(vectors, [_unit(text) for text in texts], atol=1e-6)
    sizes = [len(request.json["input"]) for request in loopback.asked]
    assert sizes[:4] == [64, 32, 16, 8]
    assert set(sizes[4:-1]) == {8}


@pytest.mark.parametrize(
    ("headers", "waited"),
    [
        ({}, [1.0]),
        ({"Retry-After": "7"}, [7.0]),
        ({"Retry-After": "Fri, 20 Nov 2026 12:00:09 GMT", "Date": "Fri, 20 Nov 2026 12:00:00 GMT"}, [9.0]),
        ({"Retry-After": "soon"}, [1.0]),
        (None, [1.0]),
    ],
)
def test_a_busy_endpoint_is_asked_again(
    headers: dict[str, str] | None,
    waited: list[float],
    endpoint: EndpointEmbedder,
    loopback: Loopback,
    pauses: Pauses,
) -> None:
    first = Answer(hangs_up=True) if headers is None else Answer(b"busy", 429, headers)

    def answer(request: Request) -> Answer:
        return first if len(loopback.asked) == 1 else _speaking(request)

    loopback.answer = answer

    assert np.allclose(endpoint.embed(["oil"], silently), [_unit("oil")], atol=1e-6)
    assert pauses == waited


@pytest.mark.parametrize("answer", [Answer(b"ill", 503), Answer(hangs_up=True)])
def test_an_endpoint_that_stays_ill_is_given_up(
    answer: Answer, endpoint: EndpointEmbedder, loopback: Loopback, pauses: Pauses
) -> None:
    loopback.answer = lambda request: answer

    with pytest.raises(EmbeddingUnavailable, match=r"answers 503: ill|does not answer"):
        endpoint.embed(["oil"], silently)

    assert pauses == [1.0, 2.0, 4.0, 8.0]


def test_a_person_who_asks_waits_less_than_a_build(
    endpoint: EndpointEmbedder, loopback: Loopback, pauses: Pauses
) -> None:
    loopback.answer = lambda request: Answer(b"ill", 503)

    with pytest.raises(EmbeddingUnavailable, match="answers 503: ill"):
        endpoint.embed_query("oil")

    assert pauses == [0.5, 1.0]


def test_an_endpoint_that_wants_to_be_left_alone_for_long_is(
    endpoint: EndpointEmbedder, loopback: Loopback, pauses: Pauses
) -> None:
    loopback.answer = lambda request: Answer(b"quota used up", 429, {"Retry-After": "3600"})

    with pytest.raises(EmbeddingUnavailable, match="quota used up") as error:
        endpoint.embed(["oil"], silently)

    assert "3600" in error.value.remedy
    assert pauses == []


def _data(*items: tuple[int, list[Any]]) -> Callable[[Request], Answer]:
    return lambda request: Answer({"data": [{"index": at, "embedding": held} for at, held in items]})


@pytest.mark.parametrize(
    ("answer", "said", "remedy"),
    [
        (lambda request: Answer(b"no", 401), "answers 401: no", "COPILOT_EMBEDDING_KEY"),
        (lambda request: Answer(b"no", 403), "answers 403: no", "COPILOT_EMBEDDING_KEY"),
        (
            lambda request: Answer({"error": {"message": "no such model", "code": 404}}, 404),
            "answers 404: no such model",
            "'lamp-embed'",
        ),
        (lambda request: Answer(b"<html>Lamps</html>", 404), "answers 404", "ends in /v1"),
        (lambda request: Answer(b"too long", 400), "answers 400: too long", "'lamp-embed'"),
        (lambda request: Answer(status=302, headers={"Location": "/"}), "answers 302", "ends in /v1"),
        (lambda request: Answer(b"<html>Lamps</html>"), "no list of vectors", "OpenAI-compatible"),
        (lambda request: Answer({"data": "none"}), "no list of vectors", "OpenAI-compatible"),
        (lambda request: Answer({"data": []}), "0 vectors for 2 texts", "is a model that embeds"),
        (_data((0, [1.0]), (0, [1.0])), "2 vectors for 2 texts", "is a model that embeds"),
        (_data((0, [1.0]), (1, [1.0, 2.0])), "different lengths", "is a model that embeds"),
        (_data((0, [1.0]), (1, [0.0])), "zero or no numbers", "is a model that embeds"),
        (_data((0, [1.0]), (1, [])), "different lengths", "is a model that embeds"),
        (_data((0, []), (1, [])), "zero or no numbers", "is a model that embeds"),
        (_data((0, [float("nan")]), (1, [1.0])), "no numbers|no list", "is a model that embeds"),
        (lambda request: Answer(hangs=True), "does not answer", "COPILOT_EMBEDDING_URL"),
    ],
)
def test_an_answer_that_is_no_list_of_vectors_is_said(
    answer: Callable[[Request], Answer],
    said: str,
    remedy: str,
    endpoint: EndpointEmbedder,
    loopback: Loopback,
) -> None:
    loopback.answer = lambda request: (
        answer(request) if len(request.json["input"]) > 1 else Answer(b"too long", 400)
    )

    with pytest.raises(EmbeddingUnavailable, match=said) as error:
        endpoint.embed(["oil", "dusk"], silently)

    assert remedy in error.value.remedy


def test_vectors_that_change_their_length_between_requests_are_refused(
    endpoint: EndpointEmbedder, loopback: Loopback
) -> None:
    loopback.answer = lambda request: _speaking(request, _WIDTH + len(loopback.asked))

    with pytest.raises(EmbeddingUnavailable, match="different lengths"):
        endpoint.embed(["oil"] * 65, silently)


def test_an_endpoint_that_is_down_is_named() -> None:
    address = f"http://127.0.0.1:{free_port()}/v1"

    with pytest.raises(EmbeddingUnavailable, match=address) as error:
        EndpointEmbedder(address, "lamp-embed", None).embed_query("oil")
    assert "COPILOT_EMBEDDING_URL" in error.value.remedy


def test_the_key_is_not_told_where_the_endpoint_tells_it(
    endpoint: EndpointEmbedder, loopback: Loopback
) -> None:
    loopback.answer = lambda request: Answer({"error": {"message": f"wrong key {_KEY}"}}, 401)

    with pytest.raises(EmbeddingUnavailable) as error:
        endpoint.embed_query("oil")

    assert "wrong key [key]" in str(error.value)


def test_an_index_of_an_endpoint_is_built_and_searched_and_tells_the_model_apart(
    small_corpus: Corpus, officer: Actor, endpoint: EndpointEmbedder, loopback: Loopback, tmp_path: Path
) -> None:
    assert build(small_corpus, endpoint, tmp_path) is True

    assert verify_index(small_corpus, endpoint, tmp_path).state == "ready"
    searcher = Searcher(small_corpus, endpoint, tmp_path)
    (found,) = searcher.search("vegetable oil", as_of=date(2026, 1, 1), actor=officer, top=1)
    assert str(found.provision.id) == "lantern-act/art-2"

    manifest = next(tmp_path.rglob("manifest.json")).read_text()
    assert f"lamp-embed at {loopback.address}/v1" in manifest
    assert _KEY not in manifest
    for address, name in ((f"{loopback.address}/v1", "other"), ("http://elsewhere.example", "lamp-embed")):
        other = EndpointEmbedder(address, name, None)
        assert index_status(small_corpus, other, tmp_path).state == "outdated"


def test_a_model_that_changed_behind_its_name_is_not_mixed_in(
    small_corpus: Corpus,
    changed_corpus: Corpus,
    endpoint: EndpointEmbedder,
    loopback: Loopback,
    tmp_path: Path,
) -> None:
    build(small_corpus, endpoint, tmp_path)
    loopback.answer = lambda request: _speaking(request, _WIDTH + 1)

    with pytest.raises(IndexOutdated, match="another length"):
        build(changed_corpus, endpoint, tmp_path)

    assert verify_index(small_corpus, endpoint, tmp_path).state == "ready"
    assert build(changed_corpus, endpoint, tmp_path, anew=True) is True
