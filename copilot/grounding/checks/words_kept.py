"""Does a statement in the wording of its source put another word in the place of one?"""

from __future__ import annotations

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim
from copilot.grounding.wording.stems import stems_in


def words_kept(claim: Claim) -> Said:
    """No telling word is exchanged for one that does not say the same, where all others are the source's.

    "Taxation" for "education" in a list, or two actors in each other's place: no figure, force or bound tells.
    Worded freely, other words are what a statement is made of. Items of a list may stand in another order.
    """
    if not any(cited.unit for cited in claim.found):
        return idle("There is no provision to hold its words against.")
    if not claim.aligned.is_verbatim:
        return idle("Many words differ.")
    for edit in claim.aligned.edits:
        added, dropped = (set(stems_in(" ".join(words))) for words in (edit.added, edit.dropped))
        if added - dropped and dropped - added:
            return fails(f"It says “{' '.join(edit.added)}” for “{' '.join(edit.dropped)}”.")
    return holds("Its words are those of its source.")
