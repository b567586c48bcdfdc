"""Are bounds and quantifiers those of the source?"""

from __future__ import annotations

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim
from copilot.grounding.wording.bounds import bounds_of
from copilot.grounding.wording.contrasts import contrasts_between
from copilot.grounding.wording.operative import turned

_OPPOSITE = ({"least", "most"}, {"after", "most"})


def bounds_kept(claim: Claim) -> Said:
    """No "at least" becomes "at most", no "before" "after", no "all" "some", no "higher" "lower".

    Bounds are compared figure by figure, as pairs of a way and a value; other quantifiers as words of which
    the source has only the opposite.
    """
    if not claim.found:
        return idle("There is no source to hold its bounds against.")
    if turned := turned_bound(claim):
        return fails(f"It bounds {turned} the other way than its source.")
    if swapped := swapped_words(claim):
        return fails(f"“{swapped}”: its source says it otherwise.")
    return holds("Its bounds and quantifiers are those of its source.")


def turned_bound(claim: Claim) -> str:
    """A figure that the statement bounds one way and its source only another."""
    stated = bounds_of(claim.mentions[0].rest.lower(), claim.figures)
    theirs: dict[str, set[str]] = {}
    for cited in claim.found:
        for figure, way in bounds_of(cited.mentions.rest.lower(), cited.figures):
            theirs.setdefault(figure, set()).add(way)
    for figure, way in stated:
        ways = theirs.get(figure, {way})
        differs = way not in ways and (
            claim.aligned.is_near or any({way, *ways} >= pair for pair in _OPPOSITE)
        )
        if differs:
            return figure
    return ""


def swapped_words(claim: Claim) -> str:
    """A word of the statement whose opposite alone stands in its source."""
    if claim.aligned.is_near:
        for edit in claim.aligned.edits:
            if found := contrasts_between(" ".join(edit.added), " ".join(edit.dropped)):
                return found[0][1]
        if claim.aligned.is_verbatim:
            return turned(claim.wording.folded, claim.aligned.span.folded) or ""
    found = contrasts_between(claim.wording.folded, claim.window.folded)
    return found[0][1] if found else ""
