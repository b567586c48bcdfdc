"""Reads no more of a request than its address takes, whatever length it claims to have."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import problems
from copilot.errors import TooLarge

MIB = 1024 * 1024
ORDINARY = 2 * MIB
UPLOAD = 32 * MIB
_FORM_AROUND_IT = MIB
_OF_STRANGERS = 64 * 1024
_UPLOADS = ("/v1/policies", "/policies")


class BodyLimit:
    """Ends a request that is too large with a problem, and reads no further; what came up to then is not answered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counted; or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = _Measured(_limit(scope), receive, send)
        if _claimed(scope) > request.limit:
            await request.refuse(scope)
            return
        try:
            await self._app(scope, request.receive, request.send)
        except Exception:
            if not request.too_large:
                raise
        if request.too_large:
            await request.refuse(scope)


class _Measured:
    """A request whose body is counted as it comes in; once it is too large, its sender is gone for who reads it."""

    def __init__(self, limit: int, receive: Receive, send: Send) -> None:
        self.limit = limit
        self.too_large = False
        self._received = 0
        self._answered = False
        self._receive, self._send = receive, send

    async def receive(self) -> Message:
        if self.too_large:
            return {"type": "http.disconnect"}
        message = await self._receive()
        self._received += len(message.get("body", b""))
        if self._received > self.limit:
            self.too_large = True
            return {"type": "http.disconnect"}
        return message

    async def send(self, message: Message) -> None:
        """Pass on an answer, unless it is one to a part of what was sent."""
        if self.too_large and not self._answered:
            return
        self._answered = True
        await self._send(message)

    async def refuse(self, scope: Scope) -> None:
        """Say that it is too large, and that nothing more is read on this connection."""
        if self._answered:
            return
        answer = problems.answer_to(
            TooLarge(
                f"this is more than the {self.limit:,} bytes that are taken here",
                remedy="Send less at a time.",
            )
        )
        answer.headers["Connection"] = "close"
        await answer(scope, self._receive, self._send)


def _limit(scope: Scope) -> int:
    """How much is taken: a policy with its form, little from who did not say who they are, else what a question is."""
    if "caller" not in scope["state"]:
        return _OF_STRANGERS
    is_upload = scope["path"].startswith(_UPLOADS)
    return UPLOAD + _FORM_AROUND_IT if is_upload else ORDINARY


def _claimed(scope: Scope) -> int:
    claimed = Headers(scope=scope).get("content-length", "")
    return int(claimed) if claimed.isdecimal() and claimed.isascii() else 0
