"""The service on a port of loopback, as uvicorn serves it: in a thread of the test, or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import httpx
import uvicorn
from fastapi import FastAPI

from copilot.law import load_corpus
from copilot.settings import read_settings
from tests.chroma import free_port

_STARTS_WITHIN = 60.0


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve an application until the test has ended; its address."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None, timeout_graceful_shutdown=5))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        thread.join(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def process(texts: Path, environ: Mapping[str, str]) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Serve the texts of a folder as a process of its own, killed at the end; the process and its address."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.api.serving", str(texts), str(port)],
        env=os.environ | environ,
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _await(server, address)
        yield server, address
    finally:
        server.kill()
        server.wait()


def _await(server: subprocess.Popen[bytes], address: str) -> None:
    until = monotonic() + _STARTS_WITHIN
    while monotonic() < until and server.poll() is None:
        try:
            if httpx.get(f"{address}/healthz").is_success:
                return
        except httpx.TransportError:
            sleep(0.05)
    raise RuntimeError("the service did not start")


def main(texts: str, port: str) -> None:
    """Serve what lies in a folder instead of the corpus that is shipped."""
    import api.service
    from api import create_app

    corpus = load_corpus(policies=None, texts=Path(texts))
    api.service.load_corpus = lambda policies, installed: corpus
    app = create_app(read_settings(os.environ))
    uvicorn.run(app, host="127.0.0.1", port=int(port), log_config=None, access_log=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
