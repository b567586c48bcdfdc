"""Problems as pages, for people: what happened and what to do next, inside the frame of the other pages."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import problems
from api.dependencies import today
from api.rendering import render

_FOR_PROGRAMS = ("/v1/", "/mcp")
_KEPT = ("www-authenticate", "retry-after", "x-request-id")


class ProblemPages:
    """Shows a page where a browser would be sent a problem; a script that takes problems gets them as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http" and _wants_a_page(scope):
            await self._app(scope, receive, _Pages(scope, receive, send))
        else:
            await self._app(scope, receive, send)


class _Pages:
    """Sends on what is no problem; holds back what is, until it is whole."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._begun: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        """Send a part of the answer."""
        if message["type"] == "http.response.start" and _is_problem(message):
            self._begun = message
        elif self._begun is None:
            await self._send(message)
        elif message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._page(self._begun)(self._scope, self._receive, self._send)

    def _page(self, begun: Message) -> Response:
        problem = problems.Problem.model_validate_json(self._body)
        page = render(
            Request(self._scope),
            "problem.html",
            caller=self._scope.get("state", {}).get("caller"),
            as_of=today(),
            status=problem.status,
            problem=problem,
        )
        sent = Headers(raw=begun["headers"])
        page.headers.update({name: value for name, value in sent.items() if name in _KEPT})
        return page


def _wants_a_page(scope: Scope) -> bool:
    accept = Headers(scope=scope).get("accept", "")
    for_people = "text/html" in accept and problems.MEDIA_TYPE not in accept
    return for_people and not scope["path"].startswith(_FOR_PROGRAMS)


def _is_problem(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith(problems.MEDIA_TYPE)
