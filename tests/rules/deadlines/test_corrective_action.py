from collections.abc import Callable

import pytest

from copilot.rules.deadlines import Deadlines


@pytest.mark.parametrize(("told", "count", "asked"), [(True, 3, False), (False, 1, False), (None, 3, True)])
def test_a_risk_adds_authorities_and_causes(
    told: bool | None, count: int, asked: bool, ask: Callable[..., Deadlines]
) -> None:
    facts = {} if told is None else {"presents_risk": told}

    found = ask("ai-act non-conformity", "2028-09-01T10:00+02:00", as_of="2028-09-01", **facts)

    assert len(found.deadlines) == count
    assert {(each.pace, each.due) for each in found.deadlines} == {("immediately", None)}
    assert any(each.only_if for each in found.deadlines) is asked
    assert ("presents-risk" in {each.fact for each in found.result.open_questions}) is asked


def test_it_does_not_apply_before_the_high_risk_regime(ask: Callable[..., Deadlines]) -> None:
    found = ask("ai-act non-conformity", "2026-11-20T10:00+01:00", presents_risk=False)

    assert found.deadlines[0].status == "not-yet"
    assert "none of which applies yet" in found.result.verdict
