"""Does the statement bind, allow, forbid or advise as its source does?"""

from __future__ import annotations

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim
from copilot.grounding.wording import Wording
from copilot.grounding.wording.force import Clause, Force

_SAME: frozenset[frozenset[Force]] = frozenset({frozenset({"leave", "no duty"})})
_MODALS: dict[str, Force] = {
    **dict.fromkeys(("shall", "must"), "duty"),
    **dict.fromkeys(("may", "can", "might", "could"), "leave"),
    "should": "advice",
    "need": "no duty",
}
_LEAST_SHARED = 2
_NAMES: dict[Force, str] = {
    "duty": "a duty",
    "ban": "a prohibition",
    "leave": "a permission",
    "advice": "a recommendation",
    "no duty": "no duty",
}


def force_kept(claim: Claim) -> Said:
    """A duty stays a duty, a permission a permission, a prohibition a prohibition.

    Each word of force ("shall", "is allowed to", "need not") is held against the one of the source that says
    the most of the same things; where none does, against all of them. "shall" made "may" keeps every other
    word, so that no measure of likeness sees it.
    """
    if not claim.found:
        return idle("There is no source to hold its force against.")
    source = claim.aligned.span if claim.aligned.is_near else claim.window
    if claim.aligned.is_near and (lost := _lost(claim)):
        return fails(f"It drops {lost} that its source states.")
    if claim.aligned.is_near and (exchanged := _exchanged(claim)):
        return fails(exchanged)
    if not claim.wording.clauses or not source.clauses:
        return idle("Nothing in it, or in its source, binds or allows.")
    if differs := differing_force(claim, source):
        return fails(differs)
    return holds("It binds, allows and forbids as its source does.")


def differing_force(claim: Claim, source: Wording) -> str:
    """Says which force the statement has instead of which; empty where they agree or cannot be told."""
    for clause in claim.wording.clauses:
        is_near = claim.aligned.is_near
        if not is_near and (clause.aside or (clause.mild and not says_enough_of(clause, source))):
            continue
        against = rivals(clause, source)
        if against and not any(_agree(clause, other, is_near=is_near) for other in against):
            says, said = (
                _NAMES[clause.force],
                " or ".join(sorted({_NAMES[other.force] for other in against})),
            )
            return f"It states {says}; its source states {said}."
    return ""


def rivals(clause: Clause, source: Wording) -> tuple[Clause, ...]:
    """The clauses of a source that say the most of what a clause says; all where none says enough of it."""
    if not says_enough_of(clause, source):
        return tuple(other for other in source.clauses if not other.aside)
    best = max(_shared(clause, other) for other in source.clauses)
    return tuple(other for other in source.clauses if _shared(clause, other) >= best - 0.5)


def says_enough_of(clause: Clause, source: Wording) -> bool:
    """Whether some clause of a source says so much of the same that it must be meant."""
    return any(_shared(clause, other) >= _LEAST_SHARED for other in source.clauses)


def _shared(clause: Clause, other: Clause) -> float:
    doing = len(set(clause.doing[:8]) & set(other.doing))
    return doing + 0.5 * len(clause.subject & other.subject)


def _lost(claim: Claim) -> str:
    """A permission or a recommendation made a plain statement; a duty may be told plainly: "they keep logs"."""
    theirs = [clause.force for clause in claim.aligned.span.clauses]
    weaker = bool(theirs) and theirs[0] in ("leave", "advice")
    return _NAMES[theirs[0]] if weaker and not claim.wording.clauses else ""


def _exchanged(claim: Claim) -> str:
    """A "may" in the place of a "shall": "may be empowered" allows as "shall be empowered" does, and is another."""
    for edit in claim.aligned.edits:
        own, theirs = (
            {_MODALS[word] for word in words if word in _MODALS} for words in (edit.added, edit.dropped)
        )
        if own and theirs and not own & theirs and "to" not in edit.added:
            return f"It says “{' '.join(edit.added)}” where its source says “{' '.join(edit.dropped)}”."
    return ""


def _agree(one: Clause, other: Clause, *, is_near: bool) -> bool:
    if one.force == other.force or frozenset({one.force, other.force}) in _SAME:
        return True
    return not is_near and (one.limited or other.limited)
