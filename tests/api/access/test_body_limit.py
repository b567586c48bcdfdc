"""Too large a request is refused before its end: over real sockets, since a test client sends all of it first."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import httpx
import pytest
from fastapi import FastAPI

from api.access.body_limit import MIB, ORDINARY, UPLOAD
from tests.api.conftest import calling
from tests.api.serving import serving


@pytest.fixture
def address(app: FastAPI) -> Iterator[str]:
    """The service on a port of its own."""
    with serving(app) as address:
        yield address


@contextmanager
def _connected(address: str) -> Iterator[socket.socket]:
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        yield connection


def _head(length: str, path: str = "/v1/keys") -> bytes:
    lines = (f"POST {path} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json", length, "", "")
    return "\r\n".join(lines).encode()


def _answer(connection: socket.socket) -> tuple[int, dict[str, object]]:
    """The answer; the connection ends behind it, whatever of the request was still on its way."""
    received = b""
    with suppress(ConnectionResetError):
        while part := connection.recv(65536):
            received += part
    head, _, body = received.partition(b"\r\n\r\n")
    return int(head.split()[1]), json.loads(body)


def test_what_claims_to_be_too_large_is_refused_before_it_is_sent(address: str) -> None:
    with _connected(address) as connection:
        connection.sendall(_head(f"Content-Length: {ORDINARY + 1}"))

        status, problem = _answer(connection)

    assert (status, problem["type"]) == (413, "urn:regulatory-copilot:too-large")
    assert "2,097,152 bytes" in str(problem["detail"])


def test_what_grows_too_large_is_not_read_to_its_end(address: str) -> None:
    """A body in chunks says nothing of its length, and this one has no end."""
    chunk = f"{MIB:x}\r\n".encode() + b" " * MIB + b"\r\n"
    with _connected(address) as connection:
        connection.sendall(_head("Transfer-Encoding: chunked"))
        with suppress(ConnectionResetError, BrokenPipeError):
            while True:
                connection.sendall(chunk)

        status, problem = _answer(connection)

    assert (status, problem["status"]) == (413, 413)


def test_a_policy_may_be_larger_but_not_endless(address: str) -> None:
    with _connected(address) as connection:
        connection.sendall(_head(f"Content-Length: {UPLOAD + 2 * MIB}", "/v1/policies"))

        assert _answer(connection)[0] == 413


def test_who_does_not_say_who_they_are_may_send_little(address: str) -> None:
    with _connected(address) as connection:
        connection.sendall(_head(f"Content-Length: {MIB}", "/sign-in"))

        assert _answer(connection)[0] == 413


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 500_000,
        b'{"holder":' * 200_000,
        b'{"holder": ' + b"[" * 900 + b"]" * 900 + b"}",
        b"\xff\xfe\x00",
        b"{",
        b"",
        b"null",
        b'{"holder": "' + b"x" * (ORDINARY - 100) + b'"}',
        json.dumps({"roles": ["x"] * 100_000}).encode(),
    ],
)
def test_whatever_is_sent_is_answered_with_a_short_problem(body: bytes, app: FastAPI) -> None:
    with calling(app) as client:
        answer = client.post("/v1/keys", content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == "application/problem+json"
    assert len(answer.content) < 4_000


def test_a_form_of_many_parts_is_a_problem(app: FastAPI) -> None:
    with calling(app) as client:
        answer = client.post("/sign-in", data={f"field-{number}": "x" for number in range(2_000)})

    assert answer.status_code == 400


def test_what_is_not_too_large_is_read(address: str) -> None:
    answer = httpx.post(
        f"{address}/v1/keys", content=iter([b"{", b"}"]), headers={"Content-Type": "application/json"}
    )

    assert answer.status_code == 422
