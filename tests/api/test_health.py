from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api import create_app
from copilot.law import Corpus
from copilot.retrieval import build_index, chosen_embedder, chosen_server, silently
from copilot.settings import Settings
from tests.api.conftest import calling
from tests.chroma import empty


def test_the_process_lives_and_is_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json()["status"], ready.json()["wordings"]) == (200, "ready", 11)


def test_without_an_index_it_lives_and_says_why_it_is_not_ready(unready: TestClient) -> None:
    assert unready.get("/healthz").status_code == 200
    problem = unready.get("/readyz")
    assert problem.status_code == 503
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json() == {
        "type": "urn:regulatory-copilot:index-missing",
        "title": "Not ready",
        "status": 503,
        "detail": "there is no index yet",
        "remedy": "Build it: copilot index build",
    }


def test_with_a_chroma_server_it_is_ready_while_the_server_answers(
    small_corpus: Corpus, chroma: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings.model_validate({"data_dir": tmp_path, "chroma_url": chroma})
    build_index(
        small_corpus,
        chosen_embedder(settings),
        tmp_path,
        silently,
        anew=False,
        server=chosen_server(settings),
    )
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)
    with calling(create_app(settings)) as client:
        assert client.get("/readyz").status_code == 200
        assert client.get("/v1/search", params={"q": "oil"}).status_code == 200

        empty(chroma)

        problem = client.get("/readyz").json()
        assert problem["type"] == "urn:regulatory-copilot:index-missing"
        assert client.get("/v1/search", params={"q": "oil"}).status_code == 200


def test_each_thing_that_is_in_the_way_is_named(
    small_corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ledger.key").write_text("no key")
    (tmp_path / "ledger.key").chmod(0o600)
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)
    with calling(create_app(Settings(data_dir=tmp_path))) as client:
        problem = client.get("/readyz").json()

    assert problem["type"] == "urn:regulatory-copilot:records-unavailable"
    assert problem["detail"] == "the records cannot be used; there is no index yet"
    assert problem["remedy"] == "The log of the service says why. Build it: copilot index build"
    assert str(tmp_path) not in str(problem), "anybody may ask whether it is ready"
