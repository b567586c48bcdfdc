"""The days on which what is owed can change: a wording, a statement of dates, or a date of application itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache

from copilot.law import Period, ProvisionId
from copilot.rules.ai_act.dates import days_of_change, timeline
from copilot.rules.ai_act.duties.registry import RULES
from copilot.rules.ai_act.rule import IN_FORCE


def span_of(day: date, classified: Period) -> Period:
    """The days around one on which nothing about the duties changes, within what holds for the classification."""
    days = _days()
    at = bisect_right(days, day)
    return classified.narrowed(days[at - 1], days[at] if at < len(days) else None)


@cache
def _days() -> tuple[date, ...]:
    cited = {provision for rule in RULES for provision in rule.cited}
    cited |= {relief.provision for rule in RULES for relief in rule.reliefs}
    days = set(days_of_change(cited)) | set(_first_days(cited)) | {IN_FORCE.start}
    periods = [rule.in_force for rule in RULES]
    periods += [relief.in_force for rule in RULES for relief in rule.reliefs]
    days |= {day for period in periods for day in (period.start, period.until) if day is not None}
    return tuple(sorted(day for day in days if day >= IN_FORCE.start))


def _first_days(provisions: set[ProvisionId]) -> Iterator[date]:
    for provision in provisions:
        for wording in timeline(provision):
            for application in wording.applies:
                yield application.binds.start
                if application.binds.until is not None:
                    yield application.binds.until
