"""The door over streamable HTTP at ``/mcp``: each request stands by itself, so any process may answer any of them.

Who calls is known by the same keys and tokens as everywhere, and from where a browser may call is decided before
``/mcp`` is reached. No stream is kept open beside the answers, since there is nothing that this server says unasked.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access import caller_of
from api.dependencies import ReaderDep, today

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

    from api.mcp_door.server import Context
    from api.mcp_door.visit import Visit

router = APIRouter(include_in_schema=False)


class Exchange(Response):
    """A response that is made by the SDK, which reads the request itself."""

    def __init__(self, answers: ASGIApp) -> None:
        super().__init__()
        self._answers = answers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the SDK answer."""
        await self._answers(scope, receive, send)


@router.post("/mcp")
async def exchange(request: Request, _caller: ReaderDep) -> Response:
    """Answer one message of a client. Who may read the law may come in; each tool asks for what it needs."""
    answers: ASGIApp = request.state.mcp
    return Exchange(answers)


@asynccontextmanager
async def opened(at_once: int) -> AsyncIterator[ASGIApp]:
    """What answers the messages, for as long as the service runs."""
    manager = await run_in_threadpool(_manager, at_once)
    async with manager.run():
        yield manager.asgi_app


def _manager(at_once: int) -> StreamableHTTPSessionManager:
    """The SDK takes a while to import. Its own look at Host and Origin knows nothing of keys; ours does."""
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

    from api.mcp_door.server import server_for

    return StreamableHTTPSessionManager(server_for(_visit, at_once), stateless=True)


def _visit(ctx: Context) -> Visit:
    from api.mcp_door.visit import Visit

    request: Request | None = ctx.request
    if request is None:
        raise RuntimeError("a message that came with no request")
    return Visit(request.state.service, caller_of(request.scope), today())
