from datetime import date, timedelta

import pytest

from copilot.errors import NotInForce
from copilot.law import load_corpus
from copilot.rules.ai_act import FACTS
from copilot.rules.ai_act.duties.registry import RULES as DUTIES
from copilot.rules.ai_act.roles import ROLES
from copilot.rules.ai_act.rulebook import RULES, provisions_named, rulebook_on
from tests.rules.ai_act.builders import TODAY

_FIRST_DAY = date(2024, 8, 1)


def _spans() -> list[date]:
    """The first day of each span on which the rules are the same."""
    days = [_FIRST_DAY]
    while until := rulebook_on(days[-1]).valid.until:
        days.append(until)
    return days


def test_the_rules_change_when_the_law_does() -> None:
    changes = {date(2025, 2, 2), date(2026, 7, 27), date(2026, 12, 2)}

    assert changes <= set(_spans())
    assert all(rulebook_on(day) is not rulebook_on(day - timedelta(days=1)) for day in changes)


@pytest.mark.parametrize("day", _spans())
def test_every_provision_named_is_law_on_every_day_of_the_rules(day: date) -> None:
    law = load_corpus(policies=None)
    valid = rulebook_on(day).valid
    last = valid.until - timedelta(days=1) if valid.until else date(2040, 1, 1)

    for asked in (day, last):
        on_day = law.as_of(asked)
        assert [str(one) for one in provisions_named(rulebook_on(asked)) if one not in on_day] == []


def test_there_are_no_rules_before_the_act() -> None:
    with pytest.raises(NotInForce, match="not in force on 2024-07-31"):
        rulebook_on(_FIRST_DAY - timedelta(days=1))


def test_every_fact_is_asked_by_some_rule_or_duty() -> None:
    formulas = [rule.elements for rule in (*RULES, *ROLES)]
    formulas += [exemption.holds for rule in RULES for exemption in rule.exemptions]
    cases = [case for duty in DUTIES for case in duty.cases]
    formulas += [case.when for case in cases]
    formulas += [exemption.holds for case in cases for exemption in case.unless]
    formulas += [relief.holds for duty in DUTIES for relief in duty.reliefs]
    asked = {index for formula in formulas for index, _ in formula.facts()}
    gates = {fact.gate for fact in FACTS} | {"product.covered"}
    by_the_transitions = {
        f"legacy.{name}" for name in ("design_changed", "for_public_authorities", "large_scale_it")
    }

    assert [
        fact.key
        for index, fact in enumerate(FACTS)
        if index not in asked and fact.key not in gates | by_the_transitions
    ] == []


def test_every_rule_has_a_version_and_a_time() -> None:
    assert all(rule.version for rule in RULES)
    assert TODAY in rulebook_on(TODAY).valid
