"""What is due when after an event."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from api.dependencies import RuleUserDep, ServiceDep, TodayDep
from api.shapes.told import Moment, ToldBody
from copilot.rules import deadlines as clocks
from copilot.rules.deadlines import Event, Fact, Regime
from copilot.rules.telling import Day
from copilot.shapes import DeadlinesBody

router = APIRouter(tags=["rules"])
_MOST_HOLIDAYS = 400


class EventBody(ToldBody):
    """What happened, when it became known, and what is known of it; what is left out is unknown."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "as_of": "2026-11-20",
                    "regime": "gdpr",
                    "event": "data-breach",
                    "known_at": "2026-11-18T22:30:00+01:00",
                    "zone": "Europe/Berlin",
                    "facts": {"risk-unlikely": False, "high-risk": None},
                }
            ]
        }
    )

    regime: Regime
    event: Event
    known_at: Moment = Field(description="When it became known, or the moment from which the law counts.")
    zone: Annotated[str, Field(min_length=1, max_length=60, description="The zone whose calendar counts.")]
    facts: dict[Fact, bool | None] = Field(default={}, description="True, false, or null for unknown.")
    holidays: list[Day] | None = Field(
        default=None,
        max_length=_MOST_HOLIDAYS,
        description="Public holidays; an empty list says that there is none, leaving it out that nobody said.",
    )


@router.post("/deadlines")
def deadlines(told: EventBody, today: TodayDep, caller: RuleUserDep, service: ServiceDep) -> DeadlinesBody:
    """Say what an event sets running: what is due when, to whom, and what has to be in it."""
    event, regime = clocks.event_named(told.event, told.regime)
    found = clocks.deadlines(
        event,
        told.known_at,
        regime,
        zone=clocks.zone_named(told.zone),
        law=service.corpus.open_to(caller.actor).as_of(told.as_of or today),
        facts=told.facts,
        holidays=None if told.holidays is None else frozenset(told.holidays),
    )
    return DeadlinesBody.of(found)
