"""``deadlines_for``: what an event sets running, until when, towards whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from pydantic import Field

from copilot.agent.asking import Asking
from copilot.agent.tools.tool import Arguments, Tool
from copilot.grounding import Source
from copilot.rules.deadlines import (
    Event,
    Regime,
    deadlines,
    facts_told,
    on_the_clock,
    zone_named,
)


class DeadlinesFor(Arguments):
    """The event, when it became known, and what is known of it; leave out what nobody said."""

    event: Event = Field(description="What happened.")
    regime: Regime = Field(description="The regime under which its deadlines are asked for.")
    known_at: datetime = Field(
        description="When it became known, or the moment from which the law counts, like 2026-11-20T09:30."
    )
    zone: str = Field(default="Europe/Brussels", description="The zone whose calendar counts.")
    facts: Mapping[str, bool | None] = Field(default={}, description='Facts told, like {"death": true}.')


def _gather(told: DeadlinesFor, asking: Asking) -> tuple[Source, ...]:
    zone = zone_named(told.zone)
    known_at = told.known_at if told.known_at.tzinfo else on_the_clock(told.known_at, zone)
    found = deadlines(
        told.event,
        known_at,
        told.regime,
        zone=zone,
        law=asking.law,
        facts=facts_told(told.facts),
        holidays=None,
    )
    bases = dict.fromkeys(each.basis for each in found.deadlines)
    return (found.result, *(wording for basis in bases if (wording := asking.provision(basis)).text))


DEADLINES_FOR = Tool(
    name="deadlines_for",
    about="What an event (an incident, a breach, a suspicion ...) sets running: what is due until when, to whom.",
    progress="Working out the deadlines",
    arguments=DeadlinesFor,
    gather=_gather,
)
