"""Tells the clients of this door of a problem in their words, whichever part of the service it came from."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.openai_door.faults import answer_with, fault_of, status_of
from api.problems import MEDIA_TYPE, Problem

_PATHS: Final = ("/v1/chat/", "/v1/models")
_ITS_OWN: Final = frozenset({"content-type", "content-length"})


class ProblemsAsFaults:
    """Stands before all that may refuse a request: that nobody is known, or asks too often, is not said by a route."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        ours = scope["type"] == "http" and scope["path"].startswith(_PATHS)
        await self._app(scope, receive, _Translated(scope, receive, send).send if ours else send)


class _Translated:
    """One response; a problem is held back until it is whole, all else passes as it comes."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._headers: Headers | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        """Pass on a part of the response, or keep it."""
        if message["type"] == "http.response.start":
            headers = Headers(raw=message["headers"])
            if headers.get("content-type", "").startswith(MEDIA_TYPE):
                self._headers = headers
                return
        if self._headers is None:
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body"):
            await self._tell(self._headers)

    async def _tell(self, headers: Headers) -> None:
        problem = Problem.model_validate_json(self._body)
        kept = {name: value for name, value in headers.items() if name not in _ITS_OWN}
        answer = answer_with(fault_of(problem), status_of(problem), kept)
        await answer(self._scope, self._receive, self._send)
