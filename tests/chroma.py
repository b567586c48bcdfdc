"""A real Chroma server on loopback, as ``chroma run`` starts it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import chromadb
import httpx
from chromadb.api import ClientAPI
from chromadb.config import Settings

_STARTS_WITHIN = 60.0


@contextmanager
def chroma_running(folder: Path) -> Iterator[str]:
    """Run a server over a folder; its address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [Path(sys.executable).with_name("chroma"), "run", "--host", "127.0.0.1"]
    with (folder / "chroma.log").open("w") as log:
        server = subprocess.Popen(
            [*command, "--port", str(port), "--path", folder / "held"],
            stdout=log,
            stderr=log,
            env=os.environ | {"ANONYMIZED_TELEMETRY": "False"},
        )
    try:
        _await(address, server)
        yield address
    finally:
        server.kill()
        server.wait()


def empty(address: str) -> None:
    """Remove every collection from a server."""
    with held_by(address) as client:
        for collection in client.list_collections():
            client.delete_collection(collection.name)


@contextmanager
def held_by(address: str) -> Iterator[ClientAPI]:
    """Chroma's own client of a server, to see and to harm what it holds."""
    host, port = address.removeprefix("http://").split(":")
    client = chromadb.HttpClient(
        host,
        int(port),
        settings=Settings(
            _env_file=None,
            chroma_server_host=host,
            anonymized_telemetry=False,
            chroma_http_max_keepalive_connections=0,
        ),
    )
    try:
        yield client
    finally:
        client.close()


def free_port() -> int:
    """A port of loopback on which nobody listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def _await(address: str, server: subprocess.Popen[bytes]) -> None:
    until = monotonic() + _STARTS_WITHIN
    while monotonic() < until and server.poll() is None:
        try:
            if httpx.get(f"{address}/api/v2/heartbeat").is_success:
                return
        except httpx.TransportError:
            sleep(0.05)
    raise RuntimeError("the Chroma server did not start")
