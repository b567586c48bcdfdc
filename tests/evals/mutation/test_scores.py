import pytest

from copilot.grounding import Draft
from evals.mutation.bench import Verdict
from evals.mutation.scores import Share, kills
from evals.mutation.statement_under_test import Altered
from evals.mutation.trials import Trial
from tests.evals.mutation.builders import said

PASSED, FAILED = Verdict("quoted", ()), Verdict("failed", ("figures kept",))


def _trial(verdict: Verdict, parent: Verdict) -> Trial:
    return Trial(said("A."), "mutant", "number", Altered("text", Draft("B."), "a -> b"), verdict, parent)


def test_wilsons_interval() -> None:
    limits = Share(98, 100).interval()

    assert limits is not None
    assert limits == pytest.approx((0.9300, 0.9945), abs=1e-4)


def test_of_nothing_there_is_no_share() -> None:
    assert Share(0, 0).value is None
    assert Share(0, 0).interval() is None


def test_a_mutant_whose_parent_is_blocked_counts_neither_way() -> None:
    found = kills([_trial(FAILED, PASSED), _trial(FAILED, FAILED), _trial(PASSED, PASSED)])

    assert (found.share, found.unpaired) == (Share(1, 2), 1)
    assert found.by_check == {"figures kept": 1}


def test_a_mutant_that_gets_through_can_lose_the_grade_quoted() -> None:
    assert kills([_trial(Verdict("checked", ()), PASSED)]).downgraded == 1
    assert kills([_trial(PASSED, PASSED)]).downgraded == 0
