from dataclasses import replace

from copilot.grounding import Draft
from evals.mutation.bench import Verdict
from evals.mutation.gate import Requirement, requirements, while_tuning
from evals.mutation.scores import Share
from evals.mutation.statement_under_test import Altered
from evals.mutation.trials import AS_WRITTEN, Trial
from tests.evals.mutation.builders import said

PASSED, FAILED = Verdict("quoted", ()), Verdict("failed", ("quote stands",))


def _trial(by: str, source: str = "lantern-act/art-2") -> Trial:
    role = "faithful" if by == AS_WRITTEN else "mutant"
    altered = Altered("text", Draft("B."), "a -> b")
    return Trial(
        said("A.", source=source), role, by, altered, PASSED if role == "faithful" else FAILED, PASSED
    )


def test_a_share_holds_at_its_bound_and_a_share_of_nothing_never_does() -> None:
    assert Requirement("caught", Share(98, 100), 0.98, at_least=True).holds
    assert not Requirement("caught", Share(97, 100), 0.98, at_least=True).holds
    assert Requirement("blocked", Share(1, 100), 0.01, at_least=False).holds
    assert not Requirement("blocked", Share(2, 100), 0.01, at_least=False).holds
    assert not Requirement("blocked", Share(0, 0), 0.01, at_least=False).holds


def test_what_is_held_out_counts_in_no_requirement() -> None:
    trials = [_trial("number"), _trial("widen scope"), _trial("number", "sfdr/art-3/1")]

    assert [trial.by for trial in while_tuning(trials, "quoted")] == ["number"]
    (number,) = [one for one in requirements(trials) if one.name == "quoted: number"]
    assert number.share == Share(1, 1)


def test_where_the_quote_is_false_too_looking_it_up_is_enough() -> None:
    easy = replace(_trial("number"), altered=Altered("text and quote", Draft("B."), "a -> b"))

    shares = {one.name: one.share for one in requirements([easy, _trial(AS_WRITTEN)])}

    assert shares["quoted: mutants caught"] == Share(1, 1)
    assert shares["quoted: caught, quote left true"] == Share(0, 0)
    assert shares["quoted: faithful blocked"] == Share(0, 1)
