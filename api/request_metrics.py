"""Counts and times every request, by the template of its route."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from fastapi.routing import iter_route_contexts
from starlette.types import ASGIApp, Message, Receive, Scope, Send

if TYPE_CHECKING:
    from api.service import Service

_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
_OTHER = "other"


class RequestMetrics:
    """A path or a method that nothing here answers to is counted as another one: people can make up any."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._templates: dict[int, str] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and count it when all of its answer is sent."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        service: Service = scope["state"]["service"]
        begun, status = perf_counter(), 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            method = scope["method"] if scope["method"] in _METHODS else _OTHER
            service.metrics.requested(method, self._template(scope), status, perf_counter() - begun)

    def _template(self, scope: Scope) -> str:
        """The template of the route that answered, or where what answered is mounted."""
        if not self._templates:
            contexts = iter_route_contexts(scope["app"].routes)
            self._templates = {id(context.original_route): context.path or _OTHER for context in contexts}
        found = self._templates.get(id(scope.get("route")))
        return found or scope.get("root_path") or _OTHER
