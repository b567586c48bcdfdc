"""What a route asks for, each named once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import Depends, Query, Request

from api.access import Caller, may
from api.service import Service


def _service(request: Request) -> Service:
    service: Service = request.state.service
    return service


def _as_of(
    as_of: Annotated[date | None, Query(description="The day asked about; today if left out.")] = None,
) -> date:
    return as_of or datetime.now(UTC).astimezone().date()


ServiceDep = Annotated[Service, Depends(_service)]
AsOfDep = Annotated[date, Depends(_as_of)]
AskerDep = Annotated[Caller, may("ask")]
ReaderDep = Annotated[Caller, may("read-law")]
