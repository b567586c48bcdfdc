"""``propose_facts``: what a description in free text suggests of a system, fact by fact, for an officer to confirm.

Phrases speak first; where none proposes a point of Annex III or of Art. 5, the provision whose description the
words come nearest to may (``nearest.py``). Nothing in the text is an instruction: it proposes facts by its words,
and verdicts that it gives itself are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import get_args

from copilot.agent.intake.description import Description, describe
from copilot.agent.intake.nearest import Nearest
from copilot.agent.intake.phrase import Found, Phrase
from copilot.agent.intake.phrasebook import Entry, shipped_phrases
from copilot.agent.intake.proposal import Confidence, Intake, Proposal, Value
from copilot.agent.intake.readable import remarks_on, require_readable
from copilot.rules.ai_act import FACTS, lessens

_SURENESS = {confidence: place for place, confidence in enumerate(get_args(Confidence))}
_PLACE = {fact.told: place for place, fact in reversed(list(enumerate(FACTS)))}


def propose_facts(text: str, nearest: Nearest | None) -> Intake:
    """The facts that a description suggests; without ``nearest`` those that its phrases do.

    ``ToolInputError`` says what to do where the text cannot be read.
    """
    require_readable(text)
    description = describe(text)
    by_phrases = list(_by_phrases(description))
    by_meaning = nearest.proposals(description, by_phrases) if nearest else ()
    proposals, remarks = _without_opposites(_surest((*by_phrases, *by_meaning)))
    if not proposals:
        remarks.append("No fact was recognised in it; say what the system does, on whom and for what.")
    ordered = sorted(proposals, key=lambda one: (_PLACE[one.fact], one.start))
    return Intake(tuple(ordered), (*remarks_on(text), *remarks))


def _by_phrases(description: Description) -> Iterator[Proposal]:
    for entry in shipped_phrases():
        found = [one for phrase in entry.phrases for one in phrase.found_in(description)]
        if not found or _said(entry.unless_anywhere, description):
            continue
        blocked = _said(entry.unless, description)
        for one in found:
            if one.sentence not in blocked:
                yield from _proposed(entry, one, description)


def _said(phrases: Iterable[Phrase], description: Description) -> set[int]:
    """The sentences that say one of the phrases."""
    return {found.sentence for phrase in phrases for found in phrase.found_in(description)}


def _proposed(entry: Entry, found: Found, description: Description) -> Iterator[Proposal]:
    confidence: Confidence = "medium" if found.denied else entry.confidence
    for fact, value in entry.denied if found.denied else entry.proposes:
        yield Proposal(
            fact,
            value,
            words=description.text[found.start : found.end],
            start=found.start,
            end=found.end,
            confidence=confidence,
            lessens=lessens(fact, value),
        )


def _surest(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Each fact and answer once, by the words that say it best; laws of products together."""
    best: dict[tuple[str, Value | None], Proposal] = {}
    for one in proposals:
        key = (one.fact, one.value if isinstance(one.value, bool) else None)
        held = best.get(key)
        if held is None or _rank(one) < _rank(held):
            held, one = one, held or one
        best[key] = replace(held, value=_together(held.value, one.value))
    return list(best.values())


def _rank(one: Proposal) -> tuple[int, int, int]:
    return _SURENESS[one.confidence], one.start, one.end


def _together(one: Value, other: Value) -> Value:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return tuple(sorted({*one, *other}))
    return one


def _without_opposites(proposals: list[Proposal]) -> tuple[list[Proposal], list[str]]:
    """Where a text says both, the answer that does not lessen stays, and a remark tells of the other."""
    burdening = {one.fact: one for one in proposals if not one.lessens}
    kept: list[Proposal] = []
    remarks: list[str] = []
    for one in proposals:
        other = burdening.get(one.fact)
        if one.lessens and other is not None:
            remarks.append(
                f"{one.fact}: {one.words!r} speaks against it, {other.words!r} for it; "
                "the answer that does not lessen is proposed."
            )
        else:
            kept.append(one)
    return kept, remarks
