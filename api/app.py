"""Puts the service together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from time import perf_counter
from typing import TypedDict

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.staticfiles import StaticFiles

from api import problems
from api.pages import search as search_page
from api.routes import health, search
from api.service import Service
from copilot import __version__
from copilot.logs import logger
from copilot.settings import Settings

_log = logger(__name__)


class State(TypedDict):
    """What lives as long as the process; nothing else is kept in it."""

    service: Service


def create_app(settings: Settings) -> FastAPI:
    """The application for these settings; it answers ``/healthz`` at once and ``/readyz`` by the index."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[State]:
        service = await run_in_threadpool(Service.open, settings)
        yield {"service": service}
        await run_in_threadpool(service.close)

    app = FastAPI(
        title="Regulatory copilot",
        version=__version__,
        summary="Dated law, and answers that show how they know.",
        lifespan=lifespan,
    )
    problems.install(app)
    app.middleware("http")(_log_request)
    app.include_router(health.router)
    app.include_router(search.router, prefix="/v1")
    app.include_router(search_page.router)
    app.mount("/static", StaticFiles(directory=str(files("api").joinpath("static"))), name="static")
    return app


async def _log_request(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Log the path, never the query: it holds the question."""
    begun = perf_counter()
    response = await call_next(request)
    _log.info(
        "request",
        method=request.method,
        path=request.url.path,
        status=response.status_code,
        milliseconds=round(1000 * (perf_counter() - begun)),
    )
    return response
