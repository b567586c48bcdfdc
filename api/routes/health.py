"""Whether the process lives, and whether it can answer."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import NamedTuple

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from api.dependencies import ServiceDep
from api.problems import MEDIA_TYPE, Problem, response
from api.service import Service
from api.upkeep import UpkeepState
from copilot.errors import CopilotError, RecordsUnavailable
from copilot.logs import logger

router = APIRouter(tags=["health"])
_log = logger(__name__)


class Health(BaseModel):
    """The process lives."""

    status: str = "alive"


class Readiness(BaseModel):
    """Questions can be answered."""

    status: str = "ready"
    wordings: int
    fingerprint: str
    texts: UpkeepState = Field(
        description="`updating` while a change of the policies is being indexed; `behind` where that failed: the texts "
        "before the change answer, and the log says why."
    )


class _Fault(NamedTuple):
    """One thing for which nothing can be answered."""

    name: str
    detail: str
    remedy: str


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
    """Say whether questions can be answered; 503 with each thing that is in the way and what to do about it."""
    faults = [*_faults_of_records(service), *_faults_of_index(service)]
    if faults:
        return response(
            Problem(
                type=f"urn:regulatory-copilot:{faults[0].name}",
                title="Not ready",
                status=HTTPStatus.SERVICE_UNAVAILABLE,
                detail="; ".join(fault.detail for fault in faults),
                remedy=" ".join(dict.fromkeys(fault.remedy for fault in faults)),
            )
        )
    searcher = service.searcher()
    return Readiness(
        wordings=searcher.wordings, fingerprint=searcher.fingerprint, texts=service.upkeep.status().state
    )


def _faults_of_records(service: Service) -> Iterator[_Fault]:
    """Where the records are, and what their database says, is for the log: anybody may ask whether we are ready."""
    try:
        service.ledger().head()
        service.texts()
    except CopilotError as error:
        _log.error("the records cannot be used", reason=str(error), remedy=error.remedy)
        yield _Fault(
            "records-unavailable", "the records cannot be used", "The log of the service says why."
        )


def _faults_of_index(service: Service) -> Iterator[_Fault]:
    try:
        status = service.index_status()
        if status.state != "ready":
            yield _Fault(f"index-{status.state}", status.reason, status.remedy)
        else:
            service.searcher()
    except RecordsUnavailable:
        return  # that is told already, and which index is needed is not known without them
    except CopilotError as error:
        _log.error("the index cannot be opened", reason=str(error), remedy=error.remedy)
        yield _Fault("index-unavailable", "the index cannot be opened", "The log of the service says why.")
