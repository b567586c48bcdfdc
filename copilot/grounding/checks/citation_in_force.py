"""Was each cited wording law on the day?"""

from __future__ import annotations

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim
from copilot.law import Provision


def citation_in_force(claim: Claim) -> Said:
    """An answer is given as of a day; a wording that was not law on it holds nothing up."""
    wordings = [
        [held for held in claim.evidence.called(cited.source) if isinstance(held, Provision)]
        for cited in claim.draft.citations
    ]
    if not any(wordings):
        return idle("No provision is cited.")
    for held in filter(None, wordings):
        if not any(claim.as_of in wording.in_force for wording in held):
            periods = " and ".join(str(wording.in_force) for wording in held)
            return fails(f"{held[0].id} is worded so {periods}, not on {claim.as_of}.")
    return holds(f"Each cited wording was in force on {claim.as_of}.")
