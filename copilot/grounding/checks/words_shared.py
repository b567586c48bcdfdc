"""Does the statement speak of what it cites at all?"""

from __future__ import annotations

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim

_MOST_NEW = 0.7


def words_shared(claim: Claim) -> Said:
    """Of the telling words some are the source's own: a true quote does not hold up a sentence on something else.

    This is a floor and no measure: of 185 faithful paraphrases none brings more than seven new words in ten,
    and of the same paraphrases under another's quote, four in five do.
    """
    if not claim.found:
        return idle("There is no source to hold its words against.")
    telling = claim.wording.stems
    if not telling:
        says_something = bool(claim.figures or claim.wording.clauses or claim.wording.actors)
        return holds("It has no words of its own.") if says_something else fails("It says nothing.")
    known = set(claim.around.stems)
    if sum(stem not in known for stem in telling) > _MOST_NEW * len(telling):
        return fails("It speaks of something else than what it cites.")
    return holds("It speaks of what it cites.")
