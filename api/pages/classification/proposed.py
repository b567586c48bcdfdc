"""The facts proposed from a description, each with the words it was read from and what the officer made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from api.pages.classification.entries import ENTRIES, UNKNOWN, Asked, written
from api.pages.classification.sheet import Fault, Sheet
from copilot.agent.intake import Confidence, Proposal

State: TypeAlias = Literal["proposed", "confirmed", "corrected", "set aside"]

_AROUND = 70
SURENESS: dict[Confidence, str] = {
    "high": "the words say it",
    "medium": "the words imply it",
    "low": "a guess from the words",
}


class Passage(NamedTuple):
    """Words of a description within what stands around them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class ProposedFact:
    """A proposal. ``answer`` is what now counts: the officer's word, or else what is proposed."""

    asked: Asked
    proposed: str
    answer: str
    state: State
    confidence: Confidence
    lessens: bool
    nearest: str | None
    passage: Passage
    fault: Fault | None

    @property
    def sureness(self) -> str:
        """How sure the reading is."""
        return SURENESS[self.confidence]


def proposed_facts(
    proposals: Iterable[Proposal], sheet: Sheet, faults: Iterable[Fault]
) -> tuple[ProposedFact, ...]:
    """Each proposal as the officer sees it."""
    at = {fault.field: fault for fault in faults}
    return tuple(_fact(one, sheet, at.get(ENTRIES[one.fact].field)) for one in proposals)


def _fact(one: Proposal, sheet: Sheet, fault: Fault | None) -> ProposedFact:
    proposed = written(one.value)
    answer = UNKNOWN if one.fact in sheet.set_aside else sheet.told.get(one.fact, proposed)
    return ProposedFact(
        asked=ENTRIES[one.fact],
        proposed=proposed,
        answer=answer,
        state=_state(one.fact, proposed, sheet),
        confidence=one.confidence,
        lessens=one.lessens,
        nearest=one.nearest,
        passage=_passage(sheet.description, one.start, one.end),
        fault=fault,
    )


def _state(entry: str, proposed: str, sheet: Sheet) -> State:
    if entry in sheet.set_aside:
        return "set aside"
    told = sheet.told.get(entry)
    return "proposed" if told is None else "confirmed" if told == proposed else "corrected"


def _passage(text: str, start: int, end: int) -> Passage:
    """The words, and what stands close by: from the beginning of a word, to the end of one."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[first:start], text[end:last]
    if first and " " in before:
        before = f"… {before.partition(' ')[2]}"
    if last < len(text) and " " in after:
        after = f"{after.rpartition(' ')[0]} …"
    return Passage(before, text[start:end], after)
