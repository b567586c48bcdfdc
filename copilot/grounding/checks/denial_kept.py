"""Does the statement deny what its source denies, and nothing else?"""

from __future__ import annotations

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim


def denial_kept(claim: Claim) -> Said:
    """No "not" is added or lost.

    In the wording of its source, a statement says no as often as the words it follows. Where more words are
    others, it may deny by them ("except", "lack"): it is only asked whether one of the two denies at all.
    """
    if not claim.found:
        return idle("There is no source to hold its denials against.")
    statement, alignment = claim.wording, claim.aligned
    source = alignment.source if alignment.is_near else claim.window
    if alignment.is_verbatim:
        if statement.denials != alignment.span.denials:
            return fails("It says no where its source does not, or the other way round.")
    elif statement.denials and not source.may_deny:
        return fails("It denies something; its source denies nothing.")
    elif source.denials and not statement.may_deny:
        return fails("Its source denies something; it denies nothing.")
    return holds("It denies what its source denies.")
