"""Does the statement keep the conditions and exceptions of the sentence it is from?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim
from copilot.grounding.wording.conditions import EXCEPTION_SAID, Condition
from copilot.grounding.wording.stems import words_in

_KEPT_NEAR = 0.5
_KEPT_FAR = 0.2
_SAID_ELSEWHERE = 0.6
_WEIGHTY = {
    *("where", "if", "when", "unless", "provided that", "provided", "only if", "only where", "only when"),
    *(
        "on condition that",
        "to the extent that",
        "to the extent",
        "in so far as",
        "insofar as",
        "in the event of",
    ),
    *("except", "except where", "except for", "with the exception of", "save", "other than"),
}
"""Marks that a free wording has to render; "without prejudice to" is often left out, and hardly ever what matters."""


def condition_kept(claim: Claim) -> Said:
    """Each "where ...", "if ...", "unless ..." of the source sentence is still said in some way.

    A rule without its condition binds in more cases than the law; nothing else in the sentence changes.
    """
    if not claim.found:
        return idle("There is no source to hold its conditions against.")
    if not claim.aligned.source.conditions:
        return idle("Its source makes no condition.")
    for condition in lost_conditions(claim):
        words = claim.aligned.source.folded[condition.start : condition.end]
        return fails(f"It drops “{_shortened(words)}”.")
    return holds("It keeps the conditions and exceptions of its source.")


def lost_conditions(claim: Claim) -> Iterator[Condition]:
    """The conditions of the source sentence of which the statement says nothing, or hardly anything."""
    source, stated = claim.aligned.source, set(claim.wording.stems)
    as_many = len(claim.wording.conditions) >= len(source.conditions)
    for condition in source.conditions:
        if claim.aligned.is_near and _goes_through(condition, claim):
            first = len(words_in(source.folded[: condition.start]))
            last = first + len(words_in(_beginning(source.folded[condition.start : condition.end])))
            moved = as_many and _share_said(condition, stated) >= _SAID_ELSEWHERE
            if claim.aligned.kept_of(first, last) < _KEPT_NEAR and not moved:
                yield condition
        elif condition.says and condition.mark in _WEIGHTY and not _is_said(condition, claim, stated):
            yield condition


def excepts_alone(claim: Claim) -> bool:
    """Whether the source sentence excepts something and the statement nothing, in any words."""
    excepts = any(
        condition.kind == "exception" and condition.mark in _WEIGHTY
        for condition in claim.aligned.source.conditions
    )
    return excepts and not EXCEPTION_SAID.search(claim.wording.folded)


def _goes_through(condition: Condition, claim: Claim) -> bool:
    """Whether the statement keeps most of the sentence around a condition: then leaving it out is a cut."""
    source = claim.aligned.source
    around = len(source.words) - len(words_in(source.folded[condition.start : condition.end]))
    return claim.aligned.kept * len(claim.wording.words) >= _KEPT_NEAR * around


def _beginning(condition: str) -> str:
    """A condition up to the comma that ends it or a part of it: what is cut out is seldom more."""
    parts = condition.split(",")
    return next(
        (",".join(parts[:n]) for n in range(1, len(parts)) if len(words_in(",".join(parts[:n]))) > 3),
        condition,
    )


def _is_said(condition: Condition, claim: Claim, stated: set[str]) -> bool:
    share = _share_said(condition, stated)
    if condition.kind == "exception" and EXCEPTION_SAID.search(claim.wording.folded) and share > 0:
        return True
    return share > _KEPT_FAR


def _share_said(condition: Condition, stated: set[str]) -> float:
    says = set(condition.says)
    return len(says & stated) / max(1, len(says))


def _shortened(words: str) -> str:
    return words if len(words) < 80 else f"{words[:77]}..."
