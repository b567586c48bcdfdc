"""What speaks against a statement that is worded freely: each sign by itself is weak, together they tell.

Nearly all are the outcomes of what the checks look at, as yes or no; some are shares. None is a likeness of
vectors or of words taken as a whole. ``weights.json`` holds what each weighs.
"""

from __future__ import annotations

from copilot.grounding.checks.actor_kept import swapped_roles
from copilot.grounding.checks.bounds_kept import swapped_words, turned_bound
from copilot.grounding.checks.condition_kept import excepts_alone, lost_conditions
from copilot.grounding.checks.force_kept import differing_force
from copilot.grounding.claim import Claim
from copilot.grounding.wording import Wording
from copilot.grounding.wording.actors import addressed_in, covered
from copilot.grounding.wording.denial import denied_in
from copilot.grounding.wording.operative import turns_in

_LEAST_OF_A_CLAUSE = 3
_MOSTLY = 0.7


def signals_of(claim: Claim) -> dict[str, float]:
    """Each sign by its name."""
    statement, window = claim.wording, claim.window
    signs = {
        **_of_force(claim),
        **_of_denial(statement, window),
        **_of_actors(claim),
        **_of_turns(statement, window),
        **_of_new_words(claim),
    }
    lost = {condition.kind for condition in lost_conditions(claim)}
    signs["drops a condition"] = "condition" in lost
    signs["drops an exception"] = "exception" in lost or excepts_alone(claim)
    signs["turns a bound"] = bool(turned_bound(claim))
    signs["says the opposite word"] = bool(swapped_words(claim))
    return {name: float(value) for name, value in signs.items()}


def _of_force(claim: Claim) -> dict[str, float]:
    statement, window = claim.wording, claim.window
    own = [
        clause
        for clause in statement.clauses
        if not clause.aside and not clause.mild and not clause.limited
    ]
    main = {clause.force for clause in own}
    theirs = {clause.force for clause in window.clauses if not clause.aside}
    limited = any(clause.limited for clause in window.clauses)
    return {
        "differs in force": bool(differing_force(claim, window)),
        "shares no force with its source": bool(main and theirs and not main & theirs and not limited),
        "allows what is stated": not theirs and "leave" in main,
        "forbids what is not forbidden": "ban" in main
        and not theirs & {"ban", "no duty"}
        and not window.denials,
    }


def _of_denial(statement: Wording, window: Wording) -> dict[str, float]:
    denied, theirs = denied_in(statement.folded), denied_in(window.folded)
    return {
        "denies what is affirmed": bool((denied & set(window.stems)) - theirs),
        "affirms what is denied": bool((theirs & set(statement.stems)) - denied),
        "denies where nothing is denied": bool(statement.denials and not window.may_deny),
        "says no more often": statement.denials > window.denials,
        "denies nothing where its source does": bool(window.denials and not statement.may_deny),
    }


def _of_actors(claim: Claim) -> dict[str, float]:
    own, near = claim.wording.actors, claim.window.actors
    told, theirs = addressed_in(claim.wording.folded), addressed_in(claim.window.folded)
    return {
        "names an actor its source does not": any(
            not covered(frozenset({actor}), claim.around.actors) for actor in own
        ),
        "names an actor of another sentence": any(not covered(frozenset({actor}), near) for actor in own),
        "lays it on another": bool(swapped_roles(claim)),
        "has another told": bool(told and theirs and not told & theirs),
        "names none of its source's actors": bool(own and near and not own & near),
    }


def _of_turns(statement: Wording, window: Wording) -> dict[str, float]:
    own, theirs = turns_in(statement.folded), turns_in(window.folded)
    time = {"before", "after", "until"}
    return {
        "turns the time": bool((own.keys() & time) - theirs.keys()) and bool(theirs.keys() & time),
        "says some for all": bool(own.keys() & {"some", "sometimes"})
        and not theirs.keys() & {"some", "sometimes"},
        "adds a bound": bool(own.keys() & {"least", "most"} - theirs.keys()),
        "adds only": "only" in own and not theirs.keys() & {"only", "most"},
        "drops only": "only" in theirs and not own.keys() & {"only", "most", "all"},
        "drops at once": "at once" in theirs and "at once" not in own,
    }


def _of_new_words(claim: Claim) -> dict[str, float]:
    known = set(claim.around.stems)
    new = [stem not in known for stem in claim.wording.stems]
    tail = claim.wording.stems_behind_last_comma
    return {
        "has many new words": sum(new) / max(1, len(new)),
        "has new words in a row": _longest_run(new) / 10,
        "ends in new words": sum(stem not in known for stem in tail) / 10,
        "ends in a clause of its own": len(tail) >= _LEAST_OF_A_CLAUSE
        and sum(stem not in known for stem in tail) >= _MOSTLY * len(tail),
    }


def _longest_run(new: list[bool]) -> int:
    longest = run = 0
    for is_new in new:
        run = run + 1 if is_new else 0
        longest = max(longest, run)
    return longest
