"""The service on a real port, for whatever talks to it as a client."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI

from api import create_app
from api.service import Service
from copilot.law import Corpus
from copilot.permissions import Permission, Role
from copilot.records.keys import Opens
from copilot.settings import Settings
from tests.chroma import free_port


@dataclass(frozen=True)
class Listening:
    """Where it listens, and what answers there."""

    address: str
    service: Service

    def key(
        self,
        *roles: Role,
        holder: str = "Ms. Flint",
        audiences: tuple[str, ...] = ("*",),
        scopes: tuple[Permission, ...] | None = None,
    ) -> str:
        """A key; from the first one on, everybody needs one."""
        narrowed = None if scopes is None else frozenset(scopes)
        opens = Opens(holder, frozenset(roles), frozenset(audiences), narrowed)
        ends, longest = datetime.now(UTC) + timedelta(days=1), timedelta(days=365)
        made = self.service.access.keys().create(
            opens, expires_at=ends, longest=longest, made_by="the test"
        )
        return made.token


@contextmanager
def listening(app: FastAPI) -> Iterator[Listening]:
    """Serve an application until the test is over; what was begun is finished then."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        thread.join(0.01)
    if not server.started:
        raise RuntimeError("the service did not start")
    try:
        yield Listening(f"http://127.0.0.1:{port}", server.lifespan.state["service"])
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def listening_over(corpus: Corpus, indexed: Path, folder: Path) -> Iterator[Listening]:
    """Serve a corpus and its index, with a ledger in a folder of its own."""
    settings = Settings.model_validate(
        {
            "data_dir": indexed,
            "database_url": f"sqlite:///{folder / 'ledger.db'}",
            "ledger_key_file": folder / "ledger.key",
            "rate_limit": "100000/minute",
        }
    )
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as monkeypatch:
            monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: corpus)
            served = stack.enter_context(listening(create_app(settings)))
        yield served
