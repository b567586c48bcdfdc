"""A case as the officer has told it so far: what is proposed, what is asked next, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from api.pages.classification.entries import ENTRIES, Asked, with_names
from api.pages.classification.proposed import ProposedFact, proposed_facts
from api.pages.classification.sheet import Fault, Sheet
from copilot.agent.intake import (
    Called,
    Intake,
    Merged,
    Nearest,
    OnFacts,
    Overruled,
    Proposal,
    call_of,
    merge,
    propose_facts,
)
from copilot.errors import ContradictoryFacts, NotInForce, ToolInputError
from copilot.rules.ai_act import AISystem, Classification, RoleChange, classify, what_if
from copilot.rules.ai_act.duties import Duties, duties

_NOTHING_PROPOSED = Intake((), ())
_ON_THE_COMMAND_LINE = ": copilot classify --form"


@dataclass(frozen=True, slots=True)
class Question:
    """A fact that is asked for; ``answer`` is what the officer wrote, ``matters`` what hangs on it now.

    ``settled`` ones were answered before the page was loaded, and are folded away; the others keep their place.
    """

    asked: Asked
    matters: str
    answer: str
    fault: Fault | None
    settled: bool


@dataclass(frozen=True)
class Follows:
    """What follows from what is told and from the proposals that were taken beside it.

    ``confirmed`` is what follows from what is told alone; ``without_lessening`` from all but the proposals that
    lessen, none where there are none. ``change`` is a change by Art. 25 that is asked about.
    """

    found: OnFacts
    confirmed: Classification
    without_lessening: OnFacts | None
    duties: Duties
    change: RoleChange | None

    @property
    def classification(self) -> Classification:
        """The classification on all facts."""
        return self.found.classification

    @property
    def called(self) -> Called:
        """The call at its gravest."""
        return self.found.called


@dataclass(frozen=True)
class Case:
    """The form with what became of it; ``follows`` is none where what is told cannot be."""

    sheet: Sheet
    proposals: tuple[ProposedFact, ...]
    not_taken: tuple[Overruled, ...]
    remarks: tuple[str, ...]
    follows: Follows | None
    faults: tuple[Fault, ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What was asked and answered, in its place, and then what to ask next, the most telling first."""
        return tuple(self._questions())

    @property
    def waiting(self) -> int:
        """How many open questions there is no room for."""
        shown = {question.asked.entry for question in self.questions}
        return sum(entry not in shown and entry not in self._in_proposals for entry in self._open)

    @property
    def unconfirmed(self) -> tuple[ProposedFact, ...]:
        """The proposals that count and that nobody has confirmed."""
        return tuple(one for one in self.proposals if one.state == "proposed")

    @cached_property
    def _open(self) -> Mapping[str, str]:
        """What is still open, with what hangs on it: what settles tiers and roles before what settles duties alone."""
        if self.follows is None:
            return {}
        asked = (*self.follows.classification.open_questions, *self.follows.duties.open_questions)
        first: dict[str, str] = {}
        for one in asked:
            first.setdefault(one.fact, one.matters)
        return first

    @cached_property
    def _in_proposals(self) -> frozenset[str]:
        return frozenset(one.asked.entry for one in self.proposals)

    def _questions(self) -> Iterator[Question]:
        sheet, faults = self.sheet, {fault.field: fault for fault in self.faults}
        room = sheet.room
        for entry in dict.fromkeys((*sheet.asked, *sheet.told, *self._open)):
            asked, answer = ENTRIES[entry], sheet.answer(entry)
            fault = faults.get(asked.field)
            if entry in self._in_proposals or not (answer or fault or entry in self._open):
                continue
            if not answer:
                if not room:
                    continue
                room -= 1
            settled = bool(answer) and fault is None and entry not in sheet.asked
            yield Question(asked, self._open.get(entry, asked.matters), answer, fault, settled)


def read_case(sheet: Sheet, nearest: Nearest | None) -> Case:
    """Read the description, lay its proposals beside what is told, and classify."""
    intake, *wrong = _intake(sheet, nearest)
    faults = (*sheet.faults, *wrong)
    proposals = [one for one in intake.proposals if one.fact not in sheet.set_aside]
    told = sheet.system()
    try:
        merged, follows = _follows(sheet, told, proposals)
    except NotInForce as error:
        faults = (*faults, Fault("as_of", str(error), error.remedy))
        merged, follows = Merged(told, (), ()), None
    except ContradictoryFacts as error:
        faults = (*faults, *_contradiction(error))
        merged, follows = Merged(told, (), ()), None
    left_out = [one for one in merged.overruled if one.proposal.fact not in sheet.told]
    refused = {one.proposal.fact for one in left_out}
    return Case(
        sheet=sheet,
        proposals=proposed_facts(
            (one for one in intake.proposals if one.fact not in refused), sheet, faults
        ),
        not_taken=tuple(left_out),
        remarks=tuple(with_names(remark) for remark in intake.remarks),
        follows=follows,
        faults=faults,
    )


def _intake(sheet: Sheet, nearest: Nearest | None) -> tuple[Intake, *tuple[Fault, ...]]:
    if not sheet.description:
        return (_NOTHING_PROPOSED,)
    try:
        return (propose_facts(sheet.description, nearest),)
    except ToolInputError as error:
        return _NOTHING_PROPOSED, Fault(
            "description", str(error), error.remedy.replace(_ON_THE_COMMAND_LINE, " below")
        )


def _follows(sheet: Sheet, told: AISystem, proposals: list[Proposal]) -> tuple[Merged, Follows]:
    confirmed = classify(told, sheet.as_of)
    merged = merge(told, proposals, sheet.as_of)
    burdening = merge(told, [one for one in proposals if not one.lessens], sheet.as_of)
    lessened = any(one.lessens for one in merged.taken)
    return merged, Follows(
        found=_on(merged.system, sheet),
        confirmed=confirmed,
        without_lessening=_on(burdening.system, sheet) if lessened else None,
        duties=duties(merged.system, sheet.as_of),
        change=what_if(merged.system, sheet.change, sheet.as_of) if sheet.change else None,
    )


def _on(system: AISystem, sheet: Sheet) -> OnFacts:
    return OnFacts(classify(system, sheet.as_of), call_of(system, sheet.as_of))


def _contradiction(error: ContradictoryFacts) -> Iterator[Fault]:
    """The same fault at each of the facts that cannot both be."""
    for entry in error.facts:
        yield Fault(ENTRIES[entry].field, with_names(str(error)), "Correct one of the two.")
