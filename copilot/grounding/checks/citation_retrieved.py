"""Was each source gathered for this answer?"""

from __future__ import annotations

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim


def citation_retrieved(claim: Claim) -> Said:
    """A source the model was not shown cannot be what it leaned on, even if it exists and says so."""
    if not claim.draft.citations:
        return idle("Nothing is cited.")
    missing = [cited.source for cited in claim.draft.citations if not claim.evidence.called(cited.source)]
    if missing:
        return fails(f"{', '.join(missing)} is not among what was gathered for this answer.")
    return holds("Each source was gathered for this answer.")
