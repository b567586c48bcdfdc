"""A question that takes long keeps nobody else waiting: searches run beside the event loop."""

from __future__ import annotations

import threading
from pathlib import Path

import httpx
import pytest
import uvicorn

from api import create_app
from copilot.law import Corpus
from copilot.retrieval import build_index, chosen_embedder, silently
from copilot.settings import Settings
from tests.chroma import free_port
from tests.loopback import Answer, Loopback, Request


def test_health_is_told_while_a_search_waits_for_its_model(
    small_corpus: Corpus, loopback: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def answer(request: Request) -> Answer:
        texts = request.json["input"]
        if any("slow" in text for text in texts):
            asked.set()
            go_on.wait(30)
        data = [{"index": place, "embedding": [1.0, float(len(text))]} for place, text in enumerate(texts)]
        return Answer({"data": data, "model": request.json["model"]})

    loopback.answer = answer
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)
    settings = Settings(data_dir=tmp_path, embedding_url=loopback.address, embedding_model="lantern")
    build_index(small_corpus, chosen_embedder(settings), tmp_path, silently, anew=False)
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(create_app(settings), port=port, log_config=None))
    service = threading.Thread(target=server.run)
    service.start()
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        while not server.started:
            service.join(0.01)
        found: list[int] = []
        search = threading.Thread(
            target=lambda: found.append(client.get("/v1/search", params={"q": "slow oil"}).status_code)
        )
        search.start()
        assert asked.wait(30)

        health = client.get("/healthz").status_code

        assert not found, "the search must still be waiting"
        go_on.set()
        search.join()
    server.should_exit = True
    service.join()
    assert health == 200
    assert found == [200]
