"""The texts follow the policies: in this process, in another one, and where a build fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from threading import Event

import pytest

from api import create_app
from api.service import Service
from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.errors import RecordsUnavailable
from copilot.law import Corpus
from copilot.law.policy_upload import read_upload
from copilot.retrieval import build_index, chosen_embedder, silently
from copilot.settings import Settings
from tests.api.conftest import calling, service_of
from tests.conftest import TODAY
from tests.loopback import Answer, Loopback, Request

OWNER = Actor("Ms. Flint", frozenset({EVERY_AUDIENCE}))


@pytest.fixture
def settings(settings: Settings, indexed: Path, tmp_path: Path) -> Settings:
    """An index of the test's own, since it is built anew."""
    copytree(indexed / "index", tmp_path / "data" / "index")
    return settings.model_copy(update={"data_dir": tmp_path / "data"})


@pytest.fixture(autouse=True)
def _small(small_corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)


@pytest.fixture
def service(settings: Settings) -> Iterator[Service]:
    service = Service.open(settings)
    yield service
    service.close()


def upload(service: Service, name: str = "gifts") -> None:
    """Put a policy on the shelf."""
    head = {"id": name, "title": name, "version": "1", "effective": "2024-01-01", "owner": "Compliance"}
    text = f"1 Limits\n1.1 No {name} from a lamp maker.\n".encode()
    service.shelf().upload(read_upload("file.md", text, head), OWNER, taken=())


def first_found(service: Service) -> str:
    (hit,) = service.searcher().search("gifts from a lamp maker", as_of=TODAY, actor=OWNER, top=1)
    return str(hit.provision.id)


def test_who_has_the_texts_keeps_them_while_they_change(service: Service) -> None:
    before = service.texts()

    upload(service)
    assert service.upkeep.looked(within=60)

    assert "policy/gifts" not in before.corpus.instruments
    assert "policy/gifts" in service.texts().corpus.instruments
    assert first_found(service) == "policy/gifts/1.1"
    assert before.searcher().search("gifts", as_of=TODAY, actor=OWNER, top=1)


def test_another_process_with_the_same_records_follows(service: Service, settings: Settings) -> None:
    another = Service.open(settings)
    try:
        upload(service)

        assert another.upkeep.looked(within=60)
        assert first_found(another) == "policy/gifts/1.1"
    finally:
        another.close()


def test_another_host_with_an_index_of_its_own_follows(
    service: Service, settings: Settings, indexed: Path, tmp_path: Path
) -> None:
    copytree(indexed / "index", tmp_path / "other" / "index")
    another = Service.open(settings.model_copy(update={"data_dir": tmp_path / "other"}))
    try:
        upload(service)

        assert another.upkeep.looked(within=60)
        assert first_found(another) == "policy/gifts/1.1"
    finally:
        another.close()


def test_an_index_that_was_left_behind_is_built_at_the_start(
    settings: Settings, indexed: Path, tmp_path: Path
) -> None:
    elsewhere = settings.model_copy(update={"data_dir": tmp_path / "other"})
    copytree(indexed / "index", tmp_path / "other" / "index")
    service = Service.open(elsewhere)
    upload(service)
    service.close()

    started = Service.open(settings)
    try:
        assert started.upkeep.looked(within=60)
        assert first_found(started) == "policy/gifts/1.1"
    finally:
        started.close()


def test_a_build_that_fails_is_told_and_what_answered_goes_on(
    settings: Settings, small_corpus: Corpus, loopback: Loopback, tmp_path: Path
) -> None:
    refuses = Event()

    def embedding(request: Request) -> Answer:
        texts = request.json["input"]
        if refuses.is_set() and any("gifts" in text for text in texts):
            return Answer(b"no", 401)
        data = [{"index": at, "embedding": [1.0, float(len(text))]} for at, text in enumerate(texts)]
        return Answer({"data": data, "model": request.json["model"]})

    loopback.answer = embedding
    elsewhere = settings.model_validate(
        settings.model_dump()
        | {"data_dir": tmp_path / "elsewhere", "embedding_url": loopback.address, "embedding_model": "lamp"}
    )
    build_index(small_corpus, chosen_embedder(elsewhere), elsewhere.data_folder, silently, anew=False)
    with calling(create_app(elsewhere)) as client:
        service = service_of(client)
        refuses.set()

        upload(service)
        assert not service.upkeep.looked(within=60)

        assert service.upkeep.status().state == "behind"
        assert client.get("/readyz").json()["texts"] == "behind"
        assert client.get("/v1/search", params={"q": "oil"}).status_code == 200
        assert not client.get("/v1/policies/gifts").json()["indexed"]
        assert 'copilot_texts_state{state="behind"} 1.0' in client.get("/metrics").text

        refuses.clear()
        assert service.upkeep.looked(within=60)
        assert client.get("/readyz").json()["texts"] == "current"
        assert client.get("/v1/policies/gifts").json()["indexed"]


def test_without_records_there_are_no_texts(settings: Settings) -> None:
    """Answers from a part of the policies would be wrong: there are none until all can be read."""
    down = settings.model_validate(
        settings.model_dump() | {"database_url": "postgresql://copilot@127.0.0.1:1/records"}
    )
    with calling(create_app(down)) as client:
        assert client.get("/healthz").status_code == 200
        problem = client.get("/readyz")
        assert (problem.status_code, problem.json()["type"]) == (
            503,
            "urn:regulatory-copilot:records-unavailable",
        )
        assert "127.0.0.1" not in problem.text
        with pytest.raises(RecordsUnavailable):
            service_of(client).texts()
