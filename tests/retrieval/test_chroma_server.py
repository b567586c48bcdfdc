"""Hosts that share a real Chroma server, and servers that are none or do not answer."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from copilot.actor import Actor
from copilot.errors import IndexCorrupt, IndexUnreachable
from copilot.law import Corpus
from copilot.retrieval import (
    ChromaServer,
    Searcher,
    SentenceTransformersEmbedder,
    index_status,
    verify_index,
)
from tests.chroma import free_port, held_by
from tests.loopback import Answer, Loopback
from tests.retrieval.builders import Counting, build, changed

_DAY = 24 * 60 * 60
_IMPATIENT = 0.3


@pytest.fixture
def server(chroma: str) -> ChromaServer:
    return ChromaServer(chroma, None)


def _names(server: ChromaServer) -> list[str]:
    with held_by(server.url) as client:
        return [collection.name for collection in client.list_collections()]


def _lay(server: ChromaServer, used: dict[str, int]) -> None:
    """Put empty collections on the server, each with its date of use."""
    with held_by(server.url) as client:
        for name, day in used.items():
            client.create_collection(name, metadata={"used": day}, embedding_function=None)


def test_an_index_on_a_server_is_built_verified_and_searched(
    small_corpus: Corpus,
    embedder: SentenceTransformersEmbedder,
    server: ChromaServer,
    officer: Actor,
    tmp_path: Path,
) -> None:
    assert build(small_corpus, embedder, tmp_path, server) is True
    assert build(small_corpus, embedder, tmp_path, server) is False

    assert verify_index(small_corpus, embedder, tmp_path, server).state == "ready"
    assert not list(tmp_path.rglob("chroma.sqlite3"))
    searcher = Searcher(small_corpus, embedder, tmp_path, server)
    (found,) = searcher.search("which fuel is allowed?", as_of=date(2026, 1, 1), actor=officer, top=1)
    assert str(found.provision.id) == "lantern-act/art-2"


def test_hosts_with_the_same_texts_share_one_collection(
    small_corpus: Corpus, server: ChromaServer, tmp_path: Path
) -> None:
    first, second = Counting(), Counting()

    assert build(small_corpus, first, tmp_path / "first", server) is True
    assert build(small_corpus, second, tmp_path / "second", server) is True

    assert (first.embedded, second.embedded) == (11, 0)
    assert len(_names(server)) == 1
    assert verify_index(small_corpus, second, tmp_path / "second", server).state == "ready"


def test_a_change_is_embedded_alone_and_leaves_the_other_host_its_index(
    small_corpus: Corpus, changed_corpus: Corpus, server: ChromaServer, tmp_path: Path
) -> None:
    embedder = Counting()
    for host in ("first", "second"):
        build(small_corpus, embedder, tmp_path / host, server)

    assert build(changed_corpus, embedder, tmp_path / "first", server) is True

    assert embedder.embedded == 11 + 1
    assert verify_index(changed_corpus, embedder, tmp_path / "first", server).state == "ready"
    assert verify_index(small_corpus, embedder, tmp_path / "second", server).state == "ready"


def test_a_new_host_takes_the_vectors_that_another_made(
    small_corpus: Corpus, changed_corpus: Corpus, server: ChromaServer, tmp_path: Path
) -> None:
    embedder = Counting()
    build(small_corpus, SentenceTransformersEmbedder("bundled"), tmp_path / "first", server)

    build(changed_corpus, embedder, tmp_path / "second", server)

    assert embedder.embedded == 1


def test_an_index_in_the_folder_moves_to_a_server_and_back(
    small_corpus: Corpus, server: ChromaServer, data_folder: Path
) -> None:
    embedder = Counting()

    status = index_status(small_corpus, embedder, data_folder, server)
    assert (status.state, server.url in status.reason) == ("outdated", True)
    assert build(small_corpus, embedder, data_folder, server) is True
    assert index_status(small_corpus, embedder, data_folder).state == "outdated"
    assert build(small_corpus, embedder, data_folder) is True

    assert embedder.embedded == 0
    assert verify_index(small_corpus, embedder, data_folder).state == "ready"


def test_two_hosts_that_build_the_same_at_once_end_with_one_collection(
    small_corpus: Corpus, server: ChromaServer, tmp_path: Path
) -> None:
    class Overtaken(SentenceTransformersEmbedder):
        def embed(self, texts: Any, progress: Any) -> Any:
            build(small_corpus, SentenceTransformersEmbedder("bundled"), tmp_path / "quicker", server)
            return super().embed(texts, progress)

    embedder = Overtaken("bundled")

    assert build(small_corpus, embedder, tmp_path / "slower", server) is True

    assert len(_names(server)) == 1
    for host in ("quicker", "slower"):
        assert verify_index(small_corpus, embedder, tmp_path / host, server).state == "ready"


@pytest.mark.parametrize(
    ("harm", "state"),
    [
        (lambda held: held.delete(ids=held.get(limit=1)["ids"]), "missing"),
        (lambda held: held.modify(name="taken-away"), "missing"),
        (
            lambda held: held.update(ids=held.get(limit=1)["ids"], metadatas=[{"content": "other"}]),
            "corrupt",
        ),
    ],
)
def test_harm_done_on_the_server_is_found_and_mended(
    harm: Callable[[Any], None],
    state: str,
    small_corpus: Corpus,
    embedder: SentenceTransformersEmbedder,
    server: ChromaServer,
    tmp_path: Path,
) -> None:
    build(small_corpus, embedder, tmp_path, server)
    with held_by(server.url) as client:
        harm(client.get_collection(_names(server)[0], embedding_function=None))

    status = verify_index(small_corpus, embedder, tmp_path, server)
    assert (status.state, "copilot index build" in status.remedy) == (state, True)

    assert build(small_corpus, embedder, tmp_path, server, anew=state == "corrupt") is True
    assert verify_index(small_corpus, embedder, tmp_path, server).state == "ready"
    assert len([name for name in _names(server) if name.startswith("copilot-")]) == 1


def test_a_build_removes_what_is_of_no_use_and_nothing_else(
    small_corpus: Corpus,
    changed_corpus: Corpus,
    embedder: SentenceTransformersEmbedder,
    server: ChromaServer,
    tmp_path: Path,
) -> None:
    build(small_corpus, embedder, tmp_path, server)
    (ours,) = _names(server)
    now = int(time.time())
    (tmp_path / "index" / "build-killed").mkdir()
    _lay(
        server,
        {
            "copilot-part-killed": now,
            "copilot-part-of-another-host": now - 60,
            "copilot-part-of-a-host-that-is-gone": now - 2 * _DAY,
            "copilot-index-read-by-another-host": now - 20 * _DAY,
            "copilot-index-read-by-nobody": now - 40 * _DAY,
            "somebody-elses": 0,
        },
    )

    build(changed_corpus, embedder, tmp_path, server)

    (new,) = {name for name in _names(server) if name.startswith("copilot-index-")} - {
        ours,
        "copilot-index-read-by-another-host",
    }
    assert set(_names(server)) == {
        ours,
        new,
        "copilot-part-of-another-host",
        "copilot-index-read-by-another-host",
        "somebody-elses",
    }


def test_whoever_opens_an_index_renews_its_date_of_use(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, server: ChromaServer, tmp_path: Path
) -> None:
    build(small_corpus, embedder, tmp_path, server)
    with held_by(server.url) as client:
        held = client.get_collection(_names(server)[0], embedding_function=None)
        held.modify(metadata={**held.metadata, "used": int(time.time()) - 29 * _DAY})

        Searcher(small_corpus, embedder, tmp_path, server)

        renewed = client.get_collection(held.name, embedding_function=None).metadata
    assert renewed["used"] > time.time() - _DAY
    assert renewed["model"] == embedder.model


def test_more_collections_than_one_answer_lists_are_all_seen(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, server: ChromaServer, tmp_path: Path
) -> None:
    _lay(server, {f"copilot-part-{number}": 0 for number in range(105)})

    build(small_corpus, embedder, tmp_path, server)

    assert len(_names(server)) == 1


def _page(_request: object) -> Answer:
    return Answer(b"<html>Welcome</html>", headers={"Content-Type": "text/html"})


@pytest.mark.parametrize(
    ("answer", "said", "remedy"),
    [
        (lambda request: Answer(hangs=True), "does not answer", "COPILOT_CHROMA_URL"),
        (lambda request: Answer(hangs_up=True), "does not answer", "COPILOT_CHROMA_URL"),
        (lambda request: Answer(b"out of oil", 500), "500 out of oil", "its log"),
        (lambda request: Answer({"error": "InternalError", "message": "no oil"}, 500), "no oil", "its log"),
        (_page, "not answer as Chroma does", "the address of a Chroma server"),
        (
            lambda request: Answer({"hello": 1}),
            "not answer as Chroma does",
            "the address of a Chroma server",
        ),
        (lambda request: Answer(b"not found", 404), "404 not found", "the address of a Chroma server"),
        (lambda request: Answer(b"who?", 401), "refuses the token", "COPILOT_CHROMA_TOKEN"),
        (lambda request: Answer(b"no", 403), "refuses the token", "COPILOT_CHROMA_TOKEN"),
    ],
)
def test_a_server_that_does_not_answer_as_it_should_is_said(
    answer: Callable[[object], Answer],
    said: str,
    remedy: str,
    small_corpus: Corpus,
    loopback: Loopback,
    chroma: str,
    tmp_path: Path,
) -> None:
    embedder, data_folder = Counting(), tmp_path
    build(small_corpus, embedder, data_folder, ChromaServer(chroma, None))
    manifest = next((data_folder / "index").rglob("manifest.json"))
    manifest.write_text(manifest.read_text().replace(chroma, loopback.address))
    loopback.answer = answer
    server = ChromaServer(loopback.address, None, patience=_IMPATIENT)

    status = index_status(small_corpus, embedder, data_folder, server)
    assert (status.state, said in status.reason, remedy in status.remedy) == ("unreachable", True, True)
    assert verify_index(small_corpus, embedder, data_folder, server).state == "unreachable"
    with pytest.raises(IndexUnreachable):
        Searcher(small_corpus, embedder, data_folder, server)
    with pytest.raises(IndexUnreachable, match=said) as error:
        build(small_corpus, embedder, data_folder, server)
    assert remedy in error.value.remedy
    assert embedder.embedded == 11


def test_a_server_that_is_down_costs_no_embedding(small_corpus: Corpus, tmp_path: Path) -> None:
    embedder = Counting()

    with pytest.raises(IndexUnreachable, match="does not answer"):
        build(small_corpus, embedder, tmp_path, ChromaServer(f"http://127.0.0.1:{free_port()}", None))

    assert embedder.embedded == 0


def test_a_server_that_goes_down_while_the_index_is_written_leaves_the_old_index(
    small_corpus: Corpus, loopback: Loopback, data_folder: Path, changed_corpus: Corpus
) -> None:
    """It answers whatever is asked while the build looks around, and no more once it is to write."""
    identity = {"error": "NotFoundError", "message": "no such collection"}
    beating = {"nanosecond heartbeat": time.time_ns()}

    def answer(request: Any) -> Answer:
        if request.path.endswith("heartbeat"):
            return Answer(beating)
        if "/collections?" in request.path:
            return Answer([])
        return Answer(hangs_up=True) if request.body else Answer(identity, 404)

    loopback.answer = answer
    embedder = SentenceTransformersEmbedder("bundled")

    with pytest.raises(IndexUnreachable, match="does not answer"):
        build(changed_corpus, embedder, data_folder, ChromaServer(loopback.address, None, patience=5))

    assert verify_index(small_corpus, embedder, data_folder).state == "ready"
    assert len(list((data_folder / "index").glob("build-*"))) == 1


def test_a_collection_that_is_removed_while_it_is_open_is_said(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, server: ChromaServer, tmp_path: Path
) -> None:
    build(small_corpus, embedder, tmp_path, server)
    status = index_status(small_corpus, embedder, tmp_path, server)
    assert status.manifest is not None
    store = server.open(status.manifest.fingerprint)
    with held_by(server.url) as client:
        client.delete_collection(_names(server)[0])

    with pytest.raises(IndexCorrupt, match="no longer holds") as error:
        store.content_hashes()
    assert "copilot index build" in error.value.remedy


def test_the_token_is_sent_and_never_shown(
    small_corpus: Corpus, loopback: Loopback, data_folder: Path
) -> None:
    loopback.answer = lambda request: Answer(b"who?", 401)
    server = ChromaServer(loopback.address, SecretStr("sesame"))

    with pytest.raises(IndexUnreachable) as error:
        build(small_corpus, Counting(), data_folder, server)

    assert {request.headers["authorization"] for request in loopback.asked} == {"Bearer sesame"}
    assert "sesame" not in f"{error.value} {error.value.remedy} {vars(server)}"


@pytest.fixture
def _misleading_environment(chroma: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("CHROMA_SERVER_HOST=nowhere.example\nANONYMIZED_TELEMETRY=True\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHROMA_SERVER_HOST", "nowhere.example")


@pytest.mark.usefixtures("_misleading_environment")
def test_chromas_own_settings_do_not_lead_it_elsewhere(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, server: ChromaServer, tmp_path: Path
) -> None:
    build(small_corpus, embedder, tmp_path / "data", server)

    assert verify_index(small_corpus, embedder, tmp_path / "data", server).state == "ready"


def test_two_texts_of_the_same_host_can_be_whole_beside_each_other(
    texts: Path, embedder: SentenceTransformersEmbedder, server: ChromaServer, tmp_path: Path
) -> None:
    corpora = [changed(texts, tmp_path / oil, oil) for oil in ("olive", "walnut")]

    for corpus in corpora:
        build(corpus, embedder, tmp_path / "data", server)

    assert len(_names(server)) == 2
    assert verify_index(corpora[1], embedder, tmp_path / "data", server).state == "ready"
    assert build(corpora[0], embedder, tmp_path / "data", server) is True
    assert len(_names(server)) == 2
