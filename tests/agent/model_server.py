"""A chat model on loopback that speaks OpenAI's wire format, and says what a test has it say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


@dataclass(frozen=True)
class Call:
    """A tool the model calls; ``arguments`` as text where they are to be malformed."""

    name: str
    arguments: dict[str, Any] | str


@dataclass(frozen=True)
class Turn:
    """What the model does when it is asked once.

    ``pieces`` is how many characters go into one delta, ``split`` how many bytes into one network chunk, so
    that letters and lines are torn. ``cut_after`` ends the connection after so many deltas, ``stalls`` says
    nothing until the test is over.
    """

    text: str = ""
    calls: tuple[Call, ...] = ()
    refusal: str | None = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pieces: int = 7
    split: int = 11
    cut_after: int | None = None
    stalls: bool = False
    finish: str | None = None
    tokens: int = 50


Script = Callable[[dict[str, Any]], Turn]


@dataclass
class ModelServer:
    """The server's address, what it says next, and what it was asked."""

    address: str = ""
    script: Script = lambda asked: Turn(status=404)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    closing: Event = field(default_factory=Event)

    def says(self, *turns: Turn) -> None:
        """Take these turns one after the other; the last again and again."""
        left = list(turns)
        self.script = lambda asked: left.pop(0) if len(left) > 1 else left[0]


@contextmanager
def model_listening() -> Iterator[ModelServer]:
    """Run such a server."""
    model = ModelServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.asked.append(asked)
            model.keys.append(self.headers.get("Authorization", ""))
            known = self.path.endswith("/chat/completions")
            _answer(self, model.script(asked) if known else Turn(status=404), asked, model.closing)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name there
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Clients that hang up are a part of these tests."""

    with Server(("127.0.0.1", 0), Handler) as server:
        model.address = f"http://127.0.0.1:{server.server_port}/v1"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield model
        model.closing.set()
        server.shutdown()
        thread.join()


def _answer(handler: BaseHTTPRequestHandler, turn: Turn, asked: dict[str, Any], closing: Event) -> None:
    handler.close_connection = True
    if turn.stalls:
        closing.wait()
        return
    if turn.status != 200:
        body = {"error": {"message": f"the model answers {turn.status}", "type": "error", "code": None}}
        _send(handler, turn, "application/json", [json.dumps(body).encode()])
    elif asked.get("stream"):
        _stream(handler, turn, asked)
    else:
        _send(handler, turn, "application/json", [json.dumps(_whole(turn, asked)).encode()])


def _send(handler: BaseHTTPRequestHandler, turn: Turn, kind: str, parts: Sequence[bytes]) -> None:
    handler.send_response_only(turn.status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(sum(map(len, parts))))
    handler.send_header("Connection", "close")
    for name, text in turn.headers.items():
        handler.send_header(name, text)
    handler.end_headers()
    for part in parts:
        handler.wfile.write(part)


def _stream(handler: BaseHTTPRequestHandler, turn: Turn, asked: dict[str, Any]) -> None:
    handler.send_response_only(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.send_header("Connection", "close")
    handler.end_headers()
    deltas = list(_deltas(turn))
    for place, delta in enumerate(deltas):
        if turn.cut_after is not None and place >= turn.cut_after:
            return
        _event(handler, turn, {**_head(asked, "chat.completion.chunk"), "choices": [_choice(delta, None)]})
    end = _choice({}, _finish(turn))
    _event(handler, turn, {**_head(asked, "chat.completion.chunk"), "choices": [end]})
    if asked.get("stream_options", {}).get("include_usage"):
        usage = {**_head(asked, "chat.completion.chunk"), "choices": [], "usage": _usage(turn)}
        _event(handler, turn, usage)
    _chunks(handler, turn, b"data: [DONE]\n\n")
    handler.wfile.write(b"0\r\n\r\n")


def _deltas(turn: Turn) -> Iterator[dict[str, Any]]:
    yield {"role": "assistant", "content": ""}
    if turn.refusal:
        yield {"refusal": turn.refusal}
    for start in range(0, len(turn.text), turn.pieces):
        yield {"content": turn.text[start : start + turn.pieces]}
    for index, call in enumerate(turn.calls):
        named = {"name": call.name, "arguments": ""}
        yield {"tool_calls": [{"index": index, "id": _id(index), "type": "function", "function": named}]}
        written = _arguments(call)
        for start in range(0, len(written), turn.pieces):
            part = {"arguments": written[start : start + turn.pieces]}
            yield {"tool_calls": [{"index": index, "function": part}]}


def _event(handler: BaseHTTPRequestHandler, turn: Turn, event: dict[str, Any]) -> None:
    _chunks(handler, turn, f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode())


def _chunks(handler: BaseHTTPRequestHandler, turn: Turn, body: bytes) -> None:
    for start in range(0, len(body), turn.split):
        part = body[start : start + turn.split]
        handler.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")


def _whole(turn: Turn, asked: dict[str, Any]) -> dict[str, Any]:
    calls = [
        {
            "id": _id(index),
            "type": "function",
            "function": {"name": call.name, "arguments": _arguments(call)},
        }
        for index, call in enumerate(turn.calls)
    ]
    message = {"role": "assistant", "content": turn.text or None, "refusal": turn.refusal}
    choice = {
        "index": 0,
        "message": message | ({"tool_calls": calls} if calls else {}),
        "finish_reason": _finish(turn),
    }
    return {**_head(asked, "chat.completion"), "choices": [choice], "usage": _usage(turn)}


def _head(asked: dict[str, Any], kind: str) -> dict[str, Any]:
    return {"id": "chatcmpl-lantern", "object": kind, "created": 1_700_000_000, "model": asked["model"]}


def _choice(delta: dict[str, Any], finish: str | None) -> dict[str, Any]:
    return {"index": 0, "delta": delta, "finish_reason": finish}


def _finish(turn: Turn) -> str:
    return turn.finish or ("tool_calls" if turn.calls else "stop")


def _usage(turn: Turn) -> dict[str, int]:
    return {"prompt_tokens": turn.tokens, "completion_tokens": turn.tokens, "total_tokens": 2 * turn.tokens}


def _id(index: int) -> str:
    return f"call_{index}"


def _arguments(call: Call) -> str:
    return call.arguments if isinstance(call.arguments, str) else json.dumps(call.arguments)
