"""A server on loopback that answers as a test says, for whatever speaks HTTP as a client."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


@dataclass(frozen=True)
class Request:
    """What was asked."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Answer:
    """A status, a body (what is not bytes is sent as JSON) and headers; or nothing at all, until the end."""

    body: Any = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hangs: bool = False
    hangs_up: bool = False


@dataclass
class Loopback:
    """The server's address, how it answers, and what it was asked."""

    address: str = ""
    answer: Callable[[Request], Answer] = lambda request: Answer(status=404)
    asked: list[Request] = field(default_factory=list)
    closing: Event = field(default_factory=Event)


@contextmanager
def listening() -> Iterator[Loopback]:
    """Run such a server."""
    loopback = Loopback()

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            request = Request(self.path, {name.lower(): text for name, text in self.headers.items()}, body)
            loopback.asked.append(request)
            _send(self, loopback.answer(request), loopback.closing)

        do_GET = do_POST = do_PUT = do_DELETE = _any  # noqa: N815  # their names there

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name there
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Clients that hang up are a part of these tests."""

    with Server(("127.0.0.1", 0), Handler) as server:
        loopback.address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield loopback
        loopback.closing.set()
        server.shutdown()
        thread.join()


def _send(handler: BaseHTTPRequestHandler, answer: Answer, closing: Event) -> None:
    handler.close_connection = True
    if answer.hangs:
        closing.wait()
    if answer.hangs or answer.hangs_up:
        return
    body = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
    handler.send_response_only(answer.status)
    for name, text in {"Content-Length": str(len(body)), **answer.headers}.items():
        handler.send_header(name, text)
    handler.end_headers()
    handler.wfile.write(body)
