"""What a route asks for, each named once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import Depends, Query, Request

from api.access import Caller, may
from api.service import Service
from copilot.rules.telling import Day


def _service(request: Request) -> Service:
    service: Service = request.state.service
    return service


def _as_of(
    as_of: Annotated[
        Day | None, Query(description="The day asked about; today if left out.", examples=["2026-11-20"])
    ] = None,
) -> date:
    return as_of or today()


def today() -> date:
    """The day it is here."""
    return datetime.now(UTC).astimezone().date()


ServiceDep = Annotated[Service, Depends(_service)]
AsOfDep = Annotated[date, Depends(_as_of)]
TodayDep = Annotated[date, Depends(today)]
AskerDep = Annotated[Caller, may("ask")]
ReaderDep = Annotated[Caller, may("read-law")]
RuleUserDep = Annotated[Caller, may("use-rules")]
AuditorDep = Annotated[Caller, may("read-audit")]
BeforeDep = Annotated[
    int | None,
    Query(
        ge=1,
        le=2**53,
        description="Of a list with the latest first: what the page before named as `before`.",
    ),
]
