"""Holds cases against the law they name: a case that the law of its day does not bear out is a fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from copilot.actor import Actor
from copilot.errors import CopilotError
from copilot.law import Corpus, ProvisionId
from evals.cases.case import Case, Pinpoint, needed
from evals.cases.faults import Fault, raise_for
from evals.cases.question import Golden
from evals.cases.reading import Cases
from evals.cases.refusal import Answerable, Refusal
from evals.cases.sources import Law, has_figure, is_tool, whole
from evals.cases.time_flip import Side, TimeFlip
from evals.cases.words import Thing, says, says_all

_LOOK = "See what is held with: copilot law show ID --as-of DAY."
_NOT_BORNE_OUT = "Correct the case, or name the provision that says it with grade 2 or 3."


def check_cases(cases: Cases, corpus: Corpus) -> None:
    """Raise one error that names every case which the law of its day does not bear out."""
    law = Law(corpus)
    raise_for(
        (
            *(fault for case in cases.golden for fault in _golden(case, law)),
            *(fault for case in cases.time_flips for fault in _time_flip(case, law)),
            *(fault for case in cases.matched for fault in _answerable(case, law)),
            *_refusals(cases, law),
        )
    )


def _golden(case: Golden, law: Law) -> Iterator[Fault]:
    unknown = (
        *_unknown(case, _ids("pinpoints", case.pinpoints), case.as_of, law),
        *_unknown_cluster(case, case.cluster, law),
        *_unknown_tools(case),
    )
    yield from unknown
    if not unknown:
        yield from _worded_from(case, law)
        yield from _borne_out(case, law)


def _borne_out(case: Golden, law: Law) -> Iterator[Fault]:
    sources = needed(case.pinpoints)
    try:
        decided = [law.result_of(tool, told, case.as_of) for tool, told in case.called_with.items()]
    except (CopilotError, ValueError) as error:
        yield Fault(case.place, "called_with", str(error), "Correct what the tool is told.")
        return
    texts = [*(law.text_of(provision, case.as_of) for provision in sources), *decided]
    for number, nugget in enumerate(case.nuggets):
        if nugget.vital and not any(says_all(text, nugget.words) for text in texts):
            what = f"no source says: {nugget.about}"
            yield Fault(case.place, f"nuggets.{number}", what, _NOT_BORNE_OUT)
    yield from _figures(case, "figures", case.figures, whole(texts))
    worded = whole(law.words_of(provision, case.as_of) for provision in sources)
    for figure in case.forbidden_figures:
        if has_figure(worded, figure):
            what = f"{figure!r} is forbidden, and stands in a source of the answer"
            yield Fault(case.place, "forbidden_figures", what, "Forbid only what would be wrong.")


def _time_flip(case: TimeFlip, law: Law) -> Iterator[Fault]:
    first, second = case.first, case.second
    unknown = (
        *_unknown(case, _ids("first.pinpoints", first.pinpoints), first.as_of, law),
        *_unknown(case, _ids("second.pinpoints", second.pinpoints), second.as_of, law),
        *_unknown_cluster(case, case.cluster, law),
    )
    yield from unknown
    if unknown:
        return
    yield from _side(case, "first", first, second, law)
    yield from _side(case, "second", second, first, law)
    if (first.must, first.figures) == (second.must, second.figures):
        what = "the same answer is right on both days"
        yield Fault(case.place, "second", what, "Say what differs, or drop it.")
    if not _law_differs(case, law):
        what = "what the case leans on is the same law on both days"
        yield Fault(case.place, "second", what, "Choose days between which the law changed.")


def _side(case: TimeFlip, name: str, side: Side, other: Side, law: Law) -> Iterator[Fault]:
    if not side.pinpoints:
        for pinpoint in other.pinpoints:
            if pinpoint.grade == 3 and law.wording(pinpoint.id, side.as_of):
                what = f"a refusal is expected, but {pinpoint.id} was law on {side.as_of}"
                yield Fault(case.place, f"{name}.refuses", what, "Say what is right on that day, too.")
    text = whole(law.text_of(provision, side.as_of) for provision in needed(side.pinpoints))
    yield from _said(case, f"{name}.must", side.must, text)
    yield from _figures(case, f"{name}.figures", side.figures, text)
    for thing in side.must_not:
        if says(text, thing):
            what = f"{thing[0]!r} must not be said, and stands in a source of the answer"
            yield Fault(case.place, f"{name}.must_not", what, "Forbid only what would be wrong.")


def _law_differs(case: TimeFlip, law: Law) -> bool:
    return any(
        _state(pinpoint.id, case.first.as_of, law) != _state(pinpoint.id, case.second.as_of, law)
        for side in (case.first, case.second)
        for pinpoint in side.pinpoints
        if pinpoint.grade > 1
    )


def _state(provision: ProvisionId, day: date, law: Law) -> object:
    """What the law is of a provision on a day: its words and those of its parts, and what binds by then."""
    known = law.on(day)
    if provision not in known:
        return None
    return tuple(
        (part.sha256, tuple((rule.binds, day in rule.binds) for rule in part.applies_as_stated_on(day)))
        for part in law.passage(provision, day)
    )


def _answerable(case: Answerable, law: Law) -> Iterator[Fault]:
    unknown = tuple(_unknown(case, _ids("pinpoints", case.pinpoints), case.as_of, law))
    yield from unknown
    if not unknown:
        text = whole(law.text_of(provision, case.as_of) for provision in needed(case.pinpoints))
        yield from _said(case, "must", case.must, text)
        yield from _figures(case, "figures", case.figures, text)


def _refusals(cases: Cases, law: Law) -> Iterator[Fault]:
    twins = {case.id: case for case in cases.matched}
    for refusal in cases.refusals:
        offered = ((f"nearest.{number}", nearest) for number, nearest in enumerate(refusal.nearest))
        yield from _unknown(refusal, offered, refusal.as_of, law)
        if refusal.category == "not-permitted":
            yield from _closed(refusal, twins[refusal.matched], law)


def _closed(refusal: Refusal, twin: Answerable, law: Law) -> Iterator[Fault]:
    """A text that is not permitted is closed to the person refused, and open to the one who is answered."""
    asks = Actor("the person refused", frozenset(refusal.audiences))
    answered = Actor("the person answered", frozenset(twin.audiences))
    for provision in needed(twin.pinpoints):
        wording = law.wording(provision, twin.as_of)
        if wording is not None and (
            asks.may_see(wording.audience) or not answered.may_see(wording.audience)
        ):
            what = f"{provision} is not open to {twin.audiences} and closed to {refusal.audiences}"
            yield Fault(refusal.place, "audiences", what, "Correct the audiences, here or in the twin.")


def _ids(field: str, pinpoints: Iterable[Pinpoint]) -> Iterator[tuple[str, ProvisionId]]:
    return ((f"{field}.{number}.id", pinpoint.id) for number, pinpoint in enumerate(pinpoints))


def _unknown(case: Case, named: Iterable[tuple[str, ProvisionId]], day: date, law: Law) -> Iterator[Fault]:
    """Every provision named in a field that had no wording on the day."""
    for field, provision in named:
        try:
            law.on(day).provision(provision)
        except CopilotError as error:
            yield Fault(case.place, field, str(error), f"{error.remedy} {_LOOK}")


def _unknown_cluster(case: Case, cluster: ProvisionId, law: Law) -> Iterator[Fault]:
    try:
        law.corpus.timeline(cluster)
    except CopilotError as error:
        yield Fault(case.place, "cluster", str(error), error.remedy)


def _unknown_tools(case: Golden) -> Iterator[Fault]:
    for tool in case.tools:
        if not is_tool(tool):
            what = f"there is no tool {tool!r}"
            yield Fault(case.place, "tools", what, "Name one of copilot/agent/tools/registry.py.")


def _worded_from(case: Golden, law: Law) -> Iterator[Fault]:
    answers = (pinpoint.id for pinpoint in case.pinpoints if pinpoint.grade == 3)
    since = max(law.on(case.as_of).provision(provision).in_force.start for provision in answers)
    if case.wording_from != since:
        what = f"the wording of the answer is in force from {since}, not {case.wording_from}"
        yield Fault(case.place, "wording_from", what, f"Write {since}, or correct the pinpoint.")


def _said(case: Case, field: str, things: Iterable[Thing], text: str) -> Iterator[Fault]:
    for thing in things:
        if not says(text, thing):
            yield Fault(case.place, field, f"no source says {thing[0]!r}", _NOT_BORNE_OUT)


def _figures(case: Case, field: str, figures: Iterable[str], text: str) -> Iterator[Fault]:
    for figure in figures:
        if not has_figure(text, figure):
            yield Fault(case.place, field, f"{figure!r} stands in no source of the answer", _NOT_BORNE_OUT)
