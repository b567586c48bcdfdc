"""The tool: what changed in a provision between two days, in its wording and in its dates of application."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from copilot.errors import ToolInputError
from copilot.law import Change, Corpus, LawOnDay, Provision, ProvisionId, changes_between, label_of
from copilot.rules.application import application_of, written
from copilot.rules.binding import cited
from copilot.rules.result import Step, ToolResult

TOOL = "wording_changes"
VERSION = "1"
_ABSENT = "it was not law"
_WORDS = "The wording in force on the day is the one that binds."
_DATES = "An amendment can move the dates without touching the duty."


def wording_changes(corpus: Corpus, provision_id: ProvisionId, first: date, second: date) -> ToolResult:
    """How a provision and its parts read on two days, where they differ, and from when they bound by each law."""
    if first >= second:
        raise ToolInputError(
            f"{first} is not before {second}", remedy="Give two different days, the earlier one first."
        )
    whole = corpus.timeline(provision_id)[-1]
    name = f"{whole.label} {corpus.instruments[provision_id.instrument].short}"
    changes = [
        change
        for change in changes_between(corpus, provision_id.instrument, first, second, layer=whole.layer)
        if change.id.within(provision_id)
    ]
    dates = tuple(_dates(corpus, provision_id, first, second))
    return ToolResult(
        tool=TOOL,
        version=VERSION,
        as_of=second,
        inputs={"provision": str(provision_id), "first": str(first), "second": str(second)},
        verdict=_verdict(name, changes, bool(dates), first, second),
        steps=(*(step for change in changes for step in _wordings(corpus, change, first, second)), *dates),
        citations=(provision_id, *(change.id for change in changes if change.id != provision_id)),
    )


def _verdict(name: str, changes: list[Change], dates_moved: bool, first: date, second: date) -> str:
    span = f"between {written(first)} and {written(second)}"
    if not changes:
        return f"the wording of {name} is the same on {written(first)} and on {written(second)}" + (
            ", but its dates of application changed" if dates_moved else ""
        )
    return f"{name} changed {span} in {len(changes)} of its units" + (
        ", and so did its dates of application" if dates_moved else ""
    )


def _wordings(corpus: Corpus, change: Change, first: date, second: date) -> Iterator[Step]:
    name = f"{label_of(change.id.segments)} {corpus.instruments[change.id.instrument].short}"
    for day, wording in ((first, change.before), (second, change.after)):
        yield Step(
            question=f"How did {name} read on {written(day)}?",
            found=_read(wording),
            matters=_WORDS,
            provision=change.id,
        )


def _read(wording: Provision | None) -> str:
    return _ABSENT if wording is None else wording.text or wording.title


def _dates(corpus: Corpus, provision_id: ProvisionId, first: date, second: date) -> Iterator[Step]:
    """From when it and the parts with dates of their own applied, by the law of each day, where that differs."""
    laws = (corpus.as_of(first), corpus.as_of(second))
    for unit in _with_own_dates(laws, provision_id):
        told = [(law.day, application_of(law, unit).verdict) for law in laws]
        if len({_without_day(verdict) for _, verdict in told}) > 1:
            name = cited(laws[1], unit)
            for day, verdict in told:
                question = f"From when did {name} apply, by the law of {written(day)}?"
                yield Step(question, verdict, _DATES, unit)


def _with_own_dates(laws: tuple[LawOnDay, LawOnDay], provision_id: ProvisionId) -> list[ProvisionId]:
    """The units worded on both days for which the law of one of them states dates."""
    passages = (law.passage(provision_id) for law in laws if provision_id in law)
    stated = {rule.covers for passage in passages for wording in passage for rule in wording.applies} | {
        provision_id
    }
    units = dict.fromkeys(unit for unit in sorted(stated) if unit.within(provision_id))
    return [unit for unit in units if all(unit in law for law in laws)]


def _without_day(verdict: str) -> str:
    return verdict.partition(", ")[2]
