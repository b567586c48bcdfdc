"""Does the statement say more than its source?"""

from __future__ import annotations

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim
from copilot.grounding.wording import wording_of
from copilot.grounding.wording.stems import stems_in

_MOST_NEW = 2
_LEAST_OF_A_CLAUSE = 5


def nothing_added(claim: Claim) -> Said:
    """A clause whose words the cited units do not have is not held up by them.

    Near its source, a statement brings no run of new words with it. Worded freely, new words are its nature,
    and only their share is weighed.
    """
    if not claim.found:
        return idle("There is no source to hold its words against.")
    if not claim.aligned.is_near:
        return idle("It is worded freely.")
    known = set(claim.around.stems)
    for edit in claim.aligned.edits:
        added = stems_in(" ".join(edit.added))
        is_clause = len(edit.added) - len(edit.dropped) >= _LEAST_OF_A_CLAUSE
        new = sum(stem not in known for stem in added)
        if new > _MOST_NEW or (is_clause and _apart(added, claim) > 1):
            return fails(f"“{' '.join(edit.added)}” is not in its source.")
    return holds("It adds nothing to its source.")


def _apart(added: tuple[str, ...], claim: Claim) -> int:
    """How many words no sentence of the source has that has the most: what only several hold up, none does."""
    sentences = [wording_of(said).stems for cited in claim.found for said in cited.all_sentences]
    return min((sum(stem not in one for stem in added) for one in sentences), default=0)
