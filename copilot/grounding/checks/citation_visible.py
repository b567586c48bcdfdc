"""May the actor see each source?"""

from __future__ import annotations

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim
from copilot.law import Provision


def citation_visible(claim: Claim) -> Said:
    """A text closed to who asks is neither quoted nor leaned on, and its words are not repeated here."""
    sources = [held for cited in claim.draft.citations for held in claim.evidence.called(cited.source)]
    provisions = [held for held in sources if isinstance(held, Provision)]
    if not provisions:
        return idle("No provision is cited.")
    closed = sorted({str(held.id) for held in provisions if not claim.actor.may_see(held.audience)})
    if closed:
        return fails(f"{', '.join(closed)} is not open to who asks.")
    return holds("Each source is open to who asks.")
