"""Puts the service together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypedDict

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from starlette.types import ASGIApp

from api import access, assets, mcp_door, openai_door, problems
from api.document import operation_id
from api.pages import answer as answer_page
from api.pages import ask as ask_page
from api.pages import audit as audit_page
from api.pages import classify as classify_page
from api.pages import policies as policies_page
from api.pages import policy_changes, sign_in
from api.pages import provision as provision_page
from api.pages import reference as reference_page
from api.pages import search as search_page
from api.pages.problem_pages import ProblemPages
from api.request_metrics import RequestMetrics
from api.routes import (
    ask,
    audit,
    classify,
    conversations,
    crosswalk,
    deadlines,
    duties,
    feedback,
    fines,
    health,
    instruments,
    jurisdictions,
    keys,
    metrics,
    openapi,
    policies,
    provisions,
    search,
    sfdr,
)
from api.service import Service
from api.telemetry import Telemetry
from copilot import __version__
from copilot.settings import Settings


class State(TypedDict):
    """What lives as long as the process; nothing else is kept in it."""

    service: Service
    mcp: ASGIApp


def create_app(settings: Settings) -> FastAPI:
    """The application for these settings; it answers ``/healthz`` at once and ``/readyz`` by the index."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[State]:
        service = await run_in_threadpool(Service.open, settings)
        with telemetry.on():
            async with mcp_door.opened(settings.answers_at_once) as mcp:
                yield {"service": service, "mcp": mcp}
            await run_in_threadpool(service.close)

    app = FastAPI(
        title="Regulatory copilot",
        version=__version__,
        summary="Dated law, and answers that show how they know.",
        lifespan=lifespan,
        openapi_url=None,
        generate_unique_id_function=operation_id,
    )
    telemetry = Telemetry(app, settings)
    problems.install(app)
    access.install(app, settings)
    app.add_middleware(RequestMetrics)
    app.add_middleware(openai_door.ProblemsAsFaults)
    app.add_middleware(ProblemPages)
    app.add_middleware(access.SecurityHeaders)
    app.include_router(health.router)
    app.include_router(search.router, prefix="/v1")
    app.include_router(provisions.router, prefix="/v1")
    app.include_router(instruments.router, prefix="/v1")
    app.include_router(classify.router, prefix="/v1")
    app.include_router(duties.router, prefix="/v1")
    app.include_router(deadlines.router, prefix="/v1")
    app.include_router(fines.router, prefix="/v1")
    app.include_router(crosswalk.router, prefix="/v1")
    app.include_router(jurisdictions.router, prefix="/v1")
    app.include_router(sfdr.router, prefix="/v1")
    app.include_router(ask.router, prefix="/v1")
    app.include_router(conversations.router, prefix="/v1")
    app.include_router(feedback.router, prefix="/v1")
    app.include_router(openai_door.router, prefix="/v1")
    app.include_router(mcp_door.router)
    app.include_router(metrics.router)
    app.include_router(policies.router, prefix="/v1")
    app.include_router(audit.router, prefix="/v1")
    app.include_router(keys.router, prefix="/v1")
    app.include_router(openapi.router)
    app.include_router(sign_in.router)
    app.include_router(ask_page.router)
    app.include_router(answer_page.router)
    app.include_router(search_page.router)
    app.include_router(provision_page.router)
    app.include_router(reference_page.router)
    app.include_router(classify_page.router)
    app.include_router(policy_changes.router)
    app.include_router(policies_page.router)
    app.include_router(audit_page.router)
    app.mount(assets.PATH, assets.Assets(), name="static")
    return app
