"""The clock of application: reads ``application.yaml`` and tells each provision whom it binds from when.

The most specific entry wins: one for ``art-6/5`` replaces one for ``art-6``, which replaces one for
``all``. Entries for the same unit stand together, each for its own condition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, model_validator

from copilot.errors import CorpusError
from copilot.law import front_matter
from copilot.law.provision import Application, Condition, Operator, Period, Placed
from copilot.law.provision_id import ProvisionId

_ALL = "all"
_RANGE = ".."


class _Days(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    start: date = Field(alias="from")
    until: date | None = None

    def period(self) -> Period:
        return Period(self.start, self.until)


class _When(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    route: Literal["annex-i", "annex-iii"] | None = None
    operator: Operator | None = None
    placed_before: date | None = None
    placed_from: date | None = None
    changed_from: date | None = None
    note: str | None = None

    def condition(self) -> Condition:
        return Condition(**dict(self))


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    covers: tuple[str, ...] = Field(min_length=1)
    binds: date
    until: date | None = None
    when: _When = _When()
    basis: str
    stated: _Days
    reading: str | None = None

    @model_validator(mode="after")
    def _days_in_order(self) -> _Entry:
        Period(self.binds, self.until)
        self.stated.period()
        return self


class _Table(RootModel[tuple[_Entry, ...]]):
    """The whole of an ``application.yaml``."""


def with_application(placed: Sequence[Placed], table: str, file: str) -> tuple[Placed, ...]:
    """The provisions of one instrument, each with the dates the table of the instrument gives it."""
    whole = ProvisionId(placed[0].provision.instrument)
    ids = dict.fromkeys(item.provision.id for item in placed)
    stated: defaultdict[ProvisionId, list[Application]] = defaultdict(list)
    for number, entry in enumerate(front_matter.read_yaml(_Table, table, file).root, start=1):
        try:
            for unit in _units_covered(entry.covers, whole, ids):
                stated[unit].append(_application(entry, unit, whole, ids))
        except KeyError as error:
            raise CorpusError(
                f"entry {number} names {error.args[0]}, which no file of {whole} holds",
                remedy="Correct the id, or write the provision.",
                file=file,
            ) from error
    return tuple(
        replace(item, provision=replace(item.provision, applies=tuple(_over(item.provision.id, stated))))
        for item in placed
    )


def _application(
    entry: _Entry, unit: ProvisionId, whole: ProvisionId, ids: dict[ProvisionId, None]
) -> Application:
    return Application(
        covers=unit,
        binds=Period(entry.binds, entry.until),
        condition=entry.when.condition(),
        basis=_known(entry.basis, whole, ids),
        stated=entry.stated.period(),
        reading=entry.reading,
    )


def _units_covered(
    covers: Sequence[str], whole: ProvisionId, ids: dict[ProvisionId, None]
) -> Iterator[ProvisionId]:
    """Each unit named: one by one, as a range in the order of the text, or all."""
    tops = list(dict.fromkeys(ProvisionId(unit.instrument, unit.segments[:1]) for unit in ids))
    for text in covers:
        if text == _ALL:
            yield whole
        elif _RANGE in text:
            first, last = (_known(end, whole, ids) for end in text.split(_RANGE, 1))
            yield from tops[tops.index(first) : tops.index(last) + 1]
        else:
            yield _known(text, whole, ids)


def _known(text: str, whole: ProvisionId, ids: dict[ProvisionId, None]) -> ProvisionId:
    unit = ProvisionId(whole.instrument, tuple(text.split("/")))
    if unit not in ids:
        raise KeyError(unit)
    return unit


def _over(unit: ProvisionId, stated: dict[ProvisionId, list[Application]]) -> Iterator[Application]:
    """What is stated for a unit itself and for all it is a part of, the most general first."""
    for depth in range(len(unit.segments) + 1):
        yield from stated.get(ProvisionId(unit.instrument, unit.segments[:depth]), ())
