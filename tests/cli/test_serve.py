"""Serving: on which address, with or without a login, by one process or several, and stopping cleanly."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from tests.chroma import free_port

Copilot = Callable[..., tuple[int, str, str]]
LAW = "/v1/search?q=oil"


def test_a_port_in_use_is_named(copilot: Copilot) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        code, _, err = copilot("serve", "--port", str(port))

    assert (code, f"port {port} on 127.0.0.1 is in use" in err) == (6, True)


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_where_others_can_reach_it_nothing_is_served_before_somebody_has_a_key(
    host: str, copilot: Copilot
) -> None:
    code, _, err = copilot("serve", "--host", host, "--port", str(free_port()))

    assert (code, f"{host} can be reached by others" in err) == (3, True)
    assert "copilot keys create --holder NAME --role administrator" in err


def test_an_address_of_another_machine_cannot_be_used(copilot: Copilot) -> None:
    code, _, err = copilot("serve", "--host", "192.0.2.1")

    assert (code, "cannot be used" in err) == (6, True)


def test_a_ledger_that_cannot_be_read_is_said_before_anything_is_served(
    copilot: Copilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPILOT_DATABASE_URL", "postgresql://127.0.0.1:9/records")

    code, _, err = copilot("serve", "--port", str(free_port()))

    assert (code, "cannot be reached" in err) == (12, True)


@contextmanager
def serving(folder: Path, port: int, *options: str, **settings: str) -> Iterator[subprocess.Popen[str]]:
    """A process of ``copilot serve`` that answers."""
    command = [sys.executable, "-m", "copilot", "serve", "--port", str(port), *options]
    environment = os.environ | {"COPILOT_DATA_DIR": str(folder / "data")} | settings
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as running:
        try:
            while not _answers(port):
                assert running.poll() is None, running.communicate()[0]
            yield running
        finally:
            if running.poll() is None:
                os.killpg(running.pid, signal.SIGKILL)


def _answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


def stopped(running: subprocess.Popen[str]) -> tuple[int, str]:
    """How it ended when it was told to, and all it said: the end of that comes when all its processes are gone."""
    running.send_signal(signal.SIGTERM)
    told, _ = running.communicate(timeout=60)
    return running.returncode, told


def status_of_endless_headers(port: int) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        with suppress(ConnectionResetError, BrokenPipeError):
            while True:
                connection.sendall(b"X-Lamp: " + b"x" * 65_536 + b"\r\n")
        return connection.recv(65_536).split()[1]


def test_a_first_start_needs_no_login_and_says_so(tmp_path: Path) -> None:
    port = free_port()
    with serving(tmp_path, port) as running:
        status = httpx.get(f"http://127.0.0.1:{port}{LAW}").status_code
        refused = status_of_endless_headers(port)
        code, told = stopped(running)

    assert status == 503, "the owner is let in, and there is no index yet"
    assert refused == b"400"
    assert code == -signal.SIGTERM
    assert told.startswith(f"Serving on http://127.0.0.1:{port}  (stop with Ctrl-C)\nNo login: ")


def test_several_processes_know_the_same_keys_and_stop_together(tmp_path: Path, copilot: Copilot) -> None:
    """On an address that others can reach, with a key, and with a key that is made while they serve."""
    code, key, _ = copilot("keys", "create", "--holder", "Ms. Flint", "--role", "officer", "--days", "1")
    assert code == 0
    port = free_port()
    with serving(tmp_path, port, "--workers", "2", "--host", "0.0.0.0") as running:
        _, later, _ = copilot("keys", "create", "--holder", "Mr. Wick", "--role", "officer", "--days", "1")
        address = f"http://127.0.0.1:{port}{LAW}"
        stranger = {httpx.get(address).status_code for _ in range(10)}
        known = {
            httpx.get(address, headers={"Authorization": f"Bearer {token.strip()}"}).status_code
            for token in (key, later) * 5
        }
        ended, told = stopped(running)

    assert (stranger, known) == ({401}, {503})
    assert (ended, "No login" in told) == (0, False)
    assert key.strip() not in told
