"""A line in the log for every request, under an id that its sender is told; and an answer where all else failed."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from uuid import uuid4

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import problems
from copilot.logs import logger

_log = logger(__name__)


class RequestLog:
    """Logs the path and never the query, which holds the question. Whatever is logged meanwhile carries the same id."""

    def __init__(self, app: ASGIApp, new_id: Callable[[], str] = lambda: str(uuid4())) -> None:
        self._app, self._new_id = app, new_id

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and log how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request, status, begun = self._new_id(), 0, perf_counter()

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
                MutableHeaders(scope=message)["X-Request-ID"] = request
            await send(message)

        with structlog.contextvars.bound_contextvars(request=request):
            try:
                await self._app(scope, receive, send_with_id)
            except Exception:
                _log.exception("request failed", method=scope["method"], path=scope["path"])
                if status:
                    raise
                await problems.unexpected(request)(scope, receive, send_with_id)
            finally:
                _log.info(
                    "request",
                    method=scope["method"],
                    path=scope["path"],
                    status=status,
                    milliseconds=round(1000 * (perf_counter() - begun)),
                )
