"""What a route asks for, each named once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import Depends, Query, Request

from api.service import Service
from copilot.actor import EVERY_AUDIENCE, Actor


def _service(request: Request) -> Service:
    service: Service = request.state.service
    return service


def _as_of(
    as_of: Annotated[date | None, Query(description="The day asked about; today if left out.")] = None,
) -> date:
    return as_of or datetime.now(UTC).astimezone().date()


def _owner_of_the_machine() -> Actor:
    """The service listens on a loopback address only: who reaches it is the machine's owner."""
    return Actor("local", frozenset({EVERY_AUDIENCE}))


ServiceDep = Annotated[Service, Depends(_service)]
AsOfDep = Annotated[date, Depends(_as_of)]
ActorDep = Annotated[Actor, Depends(_owner_of_the_machine)]
