from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api import create_app
from copilot.law import Corpus
from copilot.logs import configure_logging
from copilot.retrieval import build_index, chosen_embedder, silently
from copilot.settings import Settings
from tests.api.conftest import calling
from tests.loopback import Answer, Loopback, Request

PROBLEM = "application/problem+json"


def test_a_search_gives_the_wording_of_the_day(client: TestClient) -> None:
    found = client.get(
        "/v1/search", params={"q": "how soon to report", "as_of": "2025-01-01", "top": 1}
    ).json()

    (hit,) = found["results"]
    assert (found["as_of"], hit["id"], hit["label"]) == ("2025-01-01", "lantern-act/art-1/2", "Art. 1(2)")
    assert "14 days" in hit["text"]
    assert hit["applies"] == ["everyone: from 2021-01-01"]


def test_without_a_day_it_is_today(client: TestClient) -> None:
    (hit,) = client.get("/v1/search", params={"q": "how soon to report", "top": 1}).json()["results"]

    assert "3 days" in hit["text"]


@pytest.mark.parametrize(
    "params", [{}, {"q": ""}, {"q": "x" * 2001}, {"q": "oil", "as_of": "soon"}, {"q": "oil", "top": 0}]
)
def test_a_malformed_search_is_a_problem(params: dict[str, str], client: TestClient) -> None:
    answer = client.get("/v1/search", params=params)

    assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)
    assert answer.json()["type"] == "urn:regulatory-copilot:invalid-request"


def test_a_search_without_an_index_says_what_to_do(unready: TestClient) -> None:
    answer = unready.get("/v1/search", params={"q": "oil"})

    assert (answer.status_code, answer.headers["content-type"]) == (503, PROBLEM)
    assert answer.json()["type"] == "urn:regulatory-copilot:index-unavailable"
    assert "copilot index build" in answer.json()["remedy"]


def test_an_unknown_address_is_a_problem(client: TestClient) -> None:
    answer = client.get("/v1/nothing")

    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)


def test_a_request_is_logged_without_its_question(
    client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logging(Settings(log_level="debug"))

    client.get("/v1/search", params={"q": "secret merger lantern"})

    logged = capsys.readouterr().err
    assert "/v1/search" in logged
    assert "merger" not in logged


def test_an_embedding_endpoint_that_refuses_is_a_problem(
    small_corpus: Corpus, loopback: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def embedding(request: Request) -> Answer:
        items = [{"index": place, "embedding": [1.0, 2.0]} for place in range(len(request.json["input"]))]
        return Answer({"data": items})

    settings = Settings.model_validate(
        {"data_dir": tmp_path, "embedding_url": loopback.address, "embedding_model": "lamp-embed"}
    )
    loopback.answer = embedding
    build_index(small_corpus, chosen_embedder(settings), tmp_path, silently, anew=False)
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)
    with calling(create_app(settings)) as client:
        assert client.get("/v1/search", params={"q": "oil"}).status_code == 200

        loopback.answer = lambda request: Answer(b"who?", 401)
        answer = client.get("/v1/search", params={"q": "oil"})

    assert (answer.status_code, answer.headers["content-type"]) == (503, PROBLEM)
    assert answer.json()["type"] == "urn:regulatory-copilot:embedding-unavailable"
    assert "COPILOT_EMBEDDING_KEY" in answer.json()["remedy"]
