"""Whether the process lives, and whether it can answer."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from api.dependencies import ServiceDep
from api.problems import MEDIA_TYPE, Problem, response

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """The process lives."""

    status: str = "alive"


class Readiness(BaseModel):
    """The index can be searched."""

    status: str = "ready"
    wordings: int
    fingerprint: str


@router.get("/healthz")
async def healthz() -> Health:
    """Say that the process lives."""
    return Health()


@router.get(
    "/readyz",
    response_model=Readiness,
    responses={HTTPStatus.SERVICE_UNAVAILABLE: {"model": Problem, "content": {MEDIA_TYPE: {}}}},
)
def readyz(service: ServiceDep) -> Readiness | JSONResponse:
    """Say whether questions can be answered; 503 with the reason and what to do where they cannot."""
    status = service.index_status()
    if status.state == "ready" and status.manifest is not None:
        return Readiness(wordings=status.manifest.wordings, fingerprint=status.manifest.fingerprint)
    return response(
        Problem(
            type=f"urn:regulatory-copilot:index-{status.state}",
            title="Not ready",
            status=HTTPStatus.SERVICE_UNAVAILABLE,
            detail=status.reason,
            remedy=status.remedy,
        )
    )
