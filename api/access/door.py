"""The door of the service: whoever calls is known before a route, a mounted door or a body is looked at."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import quote

from fastapi.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api import problems
from api.access.call import Call
from copilot.errors import AccessDenied, SignInNeeded

OPEN = frozenset({"/healthz", "/readyz", "/sign-in", "/sign-out"})
"""What is asked without a login; with them the style sheets and scripts."""
_OPEN_BELOW = "/static/"
_FOR_PROGRAMS = ("/v1/", "/mcp")


class Door:
    """Lets through who can be told, and says who it is in ``scope["state"]["caller"]``; sends a page to sign in."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Find out who calls, and pass their request on; or say why not."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": "nothing here speaks WebSocket"})
            return
        if scope["type"] == "http" and not is_open(scope["path"]):
            call = Call.of(scope)
            try:
                scope["state"]["caller"] = await run_in_threadpool(
                    scope["state"]["service"].access.caller, call
                )
            except AccessDenied as error:
                await _refusal(error, call, scope)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def is_open(path: str) -> bool:
    """Whether strangers may ask this."""
    return path in OPEN or path.startswith(_OPEN_BELOW)


def _refusal(error: AccessDenied, call: Call, scope: Scope) -> Response:
    path: str = scope["path"]
    if not isinstance(error, SignInNeeded) or not call.wants_a_page or path.startswith(_FOR_PROGRAMS):
        return problems.answer_to(error)
    wanted = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
    after = "" if wanted == b"/" else f"?next={quote(wanted, safe='/')}"
    return RedirectResponse(f"/sign-in{after}", HTTPStatus.SEE_OTHER)
