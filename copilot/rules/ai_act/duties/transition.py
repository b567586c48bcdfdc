"""From when a duty binds a system that may have been there before: Articles 111 and 113, and the day asked about.

The digest states each date with its condition. Here the facts are put to these conditions: when the system
was placed, whether its design changed, whether it is for public authorities or part of Annex X.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from copilot.law import Application
from copilot.rules.ai_act.answers import Answer, every, some
from copilot.rules.ai_act.dates import Binds
from copilot.rules.ai_act.duties.duty import Standing
from copilot.rules.ai_act.duties.reading import questions
from copilot.rules.ai_act.duties.rule import Bearer
from copilot.rules.ai_act.facts import AISystem, index_of
from copilot.rules.ai_act.facts.reach import Market
from copilot.rules.ai_act.facts.topic import Asked
from copilot.rules.ai_act.rule import act
from copilot.rules.result import OpenQuestion

_LARGE_SCALE_IT, _OLDER_SYSTEM = act("art-111/1"), act("art-111/2")
_WITH_PUBLIC_DATE: tuple[Bearer, ...] = ("provider", "deployer")
"""Whom the second sentence of Art. 111(2), on systems for public authorities, speaks of."""

_placed: Asked = fields(Market)[0].metadata[Asked]
_WHEN_PLACED = OpenQuestion("market.placed_on", _placed.question, _placed.matters)


@dataclass(frozen=True, slots=True)
class Timing:
    """The dates that can concern a duty, whether it binds on the day, and what that still depends on."""

    binds: tuple[Binds, ...]
    standing: Standing
    open_questions: tuple[OpenQuestion, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    """One date, whether its condition holds for the system, and the fact that is missing where that is open."""

    binds: Binds
    holds: Answer
    missing: str | None = None

    @property
    def reading(self) -> str | None:
        return self.binds.application.reading

    def on(self, day: date) -> Answer:
        """Whether it binds the system on the day."""
        return every((self.holds, day in self.binds.application.binds))


def timing(stated: tuple[Binds, ...], role: Bearer, system: AISystem, day: date) -> Timing:
    """The dates of a duty as they stand for this system and this role."""
    dated = [_dated(binds, role, system) for binds in _that_reach(stated, system)]
    kept = [one for one in dated if one.holds is not False]
    on_the_day = [
        some(one.on(day) for one in kept if one.reading in (None, reading)) for reading in _readings(kept)
    ]
    return Timing(
        binds=tuple(one.binds for one in kept),
        standing=_standing(on_the_day, kept),
        open_questions=tuple(_asked(kept)),
    )


def _readings(kept: list[_Dated]) -> tuple[str | None, ...]:
    """The readings of a disputed date; where only one of them has a date, the other has none for this system."""
    readings = tuple(dict.fromkeys(one.reading for one in kept if one.reading is not None))
    return readings if len(readings) > 1 else (None, *readings)


def _standing(on_the_day: list[Answer], kept: list[_Dated]) -> Standing:
    """What the readings of a date, mostly one, come to."""
    if not kept:
        return "spared"
    if all(on_the_day):
        return "binds"
    if any(on_the_day):
        return "disputed"
    return "depends" if None in on_the_day else "not-yet"


def _that_reach(stated: tuple[Binds, ...], system: AISystem) -> Iterator[Binds]:
    """The dates that are left for a system that was there before.

    A component of Annex X has a date of its own. Another high-risk system that was placed before a duty
    began to bind comes under the Act only as Art. 111(2) says, whichever reading of the general date is held.
    """
    placed_on = system.market.placed_on
    older = any(binds.application.basis == _OLDER_SYSTEM for binds in stated)
    in_annex_x = (
        system.legacy.large_scale_it is True
        and placed_on is not None
        and any(binds.application.basis == _LARGE_SCALE_IT for binds in stated)
    )
    for binds in stated:
        application = binds.application
        special = application.basis in (_LARGE_SCALE_IT, _OLDER_SYSTEM)
        if in_annex_x:
            if application.basis == _LARGE_SCALE_IT:
                yield binds
        elif special or not older or placed_on is None or placed_on >= application.binds.start:
            yield binds


def _dated(binds: Binds, role: Bearer, system: AISystem) -> _Dated:
    application = binds.application
    holds, fact = _special(application, role, system)
    if holds is not False and _turns_on_placing(application) and system.market.placed_on is None:
        return _Dated(binds, None, _WHEN_PLACED.fact)
    return _Dated(binds, holds, fact if holds is None else None)


def _special(application: Application, role: Bearer, system: AISystem) -> tuple[Answer, str | None]:
    """Whether the condition of Article 111 holds that an entry stands under, and the fact that says so."""
    legacy = system.legacy
    if application.basis == _LARGE_SCALE_IT:
        return legacy.large_scale_it, "legacy.large_scale_it"
    if application.basis != _OLDER_SYSTEM:
        return True, None
    if application.condition.changed_from is not None:
        return legacy.design_changed, "legacy.design_changed"
    if role not in _WITH_PUBLIC_DATE:
        return False, None
    return legacy.for_public_authorities, "legacy.for_public_authorities"


def _turns_on_placing(application: Application) -> bool:
    condition = application.condition
    return condition.placed_before is not None or condition.placed_from is not None


def _asked(kept: list[_Dated]) -> Iterator[OpenQuestion]:
    missing = dict.fromkeys(one.missing for one in kept if one.missing is not None)
    if _WHEN_PLACED.fact in missing:
        yield _WHEN_PLACED
    else:
        yield from questions(index_of(fact) for fact in missing)
