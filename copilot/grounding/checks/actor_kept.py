"""Is it the same actor on whom the statement lays it?"""

from __future__ import annotations

from collections import Counter

from copilot.grounding.checks.force_kept import rivals
from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim
from copilot.grounding.wording.actors import actors_in, covered


def actor_kept(claim: Claim) -> Said:
    """Who is named is named in the source, and who owes owes there.

    Compared as sets of names a swap of provider and deployer passes wherever both are named; so the subject
    of each duty, or who acts in a passive, is held against that of the duty that says the most of the same.
    """
    if not claim.found:
        return idle("There is no source to hold its actors against.")
    if not claim.wording.actors:
        return idle("It names no actor.")
    strangers = [
        actor for actor in claim.wording.actors if not covered(frozenset({actor}), claim.around.actors)
    ]
    if strangers:
        return fails(f"{', '.join(sorted(strangers))}: its source does not speak of them there.")
    if claim.aligned.is_near:
        own, theirs = (
            Counter(actor.name for actor in actors_in(text.folded))
            for text in (claim.wording, claim.aligned.span)
        )
        added, dropped = own - theirs, theirs - own
        if added and dropped:
            return fails(
                f"It says {', '.join(sorted(added))} where its source says {', '.join(sorted(dropped))}."
            )
    if swapped := swapped_roles(claim):
        return fails(swapped)
    return holds("The actors are those of its source, each in its role.")


def swapped_roles(claim: Claim) -> str:
    """Says who owes instead of whom; empty where the roles agree or cannot be told."""
    source = claim.aligned.span if claim.aligned.is_near else claim.window
    for clause in claim.wording.clauses:
        theirs = frozenset(actor for other in rivals(clause, source) for actor in other.owed_by)
        if (
            clause.owed_by
            and theirs
            and not any(covered(frozenset({actor}), theirs) for actor in clause.owed_by)
        ):
            owes, owed = sorted(clause.owed_by), sorted(theirs)
            return f"It lays on {', '.join(owes)} what its source lays on {', '.join(owed)}."
    return ""
