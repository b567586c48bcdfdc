from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from copilot.errors import ContradictoryFacts, NotInForce
from copilot.rules.ai_act import FACTS, AISystem, Fact
from copilot.rules.ai_act.duties import Duties, duties
from tests.rules.ai_act.builders import TODAY, plain, yes
from tests.rules.ai_act.duties.lookup import CREDIT, HIRING, PROVIDES, USES, duty_of, owed, provided

_TOLD = [fact for fact in FACTS if fact.read is None]
_DUTY_FACTS = [
    fact for fact in _TOLD if fact.key.partition(".")[0] in ("organisation", "operation", "roles")
]
_DAYS = st.sampled_from(
    [
        date(2024, 8, 1),
        date(2025, 2, 2),
        date(2025, 8, 2),
        date(2026, 7, 26),
        date(2026, 7, 27),
        TODAY,
        date(2026, 12, 2),
        date(2027, 12, 2),
        date(2028, 8, 2),
    ]
)
_IN = plain()
_REACHED = AISystem(nature=_IN.nature, scope=_IN.scope, nexus=_IN.nexus)
_SCORER = replace(
    _REACHED, essential_services=replace(_IN.essential_services, involved=True, creditworthiness=True)
)


def _with(system: AISystem, fact: Fact, answer: bool) -> AISystem:
    topic, name = fact.key.split(".")
    return replace(system, **{topic: replace(getattr(system, topic), **{name: answer})})


@st.composite
def systems(draw: st.DrawFn) -> AISystem:
    """A system of which nothing, some or all is known, with some facts told at random."""
    system = draw(st.sampled_from([AISystem(), _REACHED, _SCORER, plain(), provided(**HIRING)]))
    facts = draw(st.lists(st.sampled_from(_TOLD), max_size=15, unique=True))
    facts += draw(st.lists(st.sampled_from(_DUTY_FACTS), max_size=8, unique=True))
    for fact in facts:
        system = _with(system, fact, draw(st.booleans()))
    return system


def _of(system: AISystem, day: date) -> Duties:
    try:
        return duties(system, day)
    except ContradictoryFacts:
        assume(False)
        raise


def _named(found: Duties, *, certain: bool) -> set[tuple[str, str]]:
    return {(duty.role, duty.key) for duty in (found.certain if certain else found.duties)}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(systems(), st.sampled_from([*_TOLD, *_DUTY_FACTS]), st.booleans(), _DAYS)
def test_learning_a_fact_never_removes_a_certain_duty_nor_adds_one_ruled_out(
    system: AISystem, fact: Fact, answer: bool, day: date
) -> None:
    topic, name = fact.key.split(".")
    assume(getattr(getattr(system, topic), name) is None)
    before, after = _of(system, day), _of(_with(system, fact, answer), day)

    assert _named(before, certain=True) <= _named(after, certain=True)
    assert _named(after, certain=False) <= _named(before, certain=False)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(systems(), _DAYS)
def test_the_same_input_gives_the_same_bytes(system: AISystem, day: date) -> None:
    first, again = _of(system, day), _of(replace(system), day)

    assert repr(first).encode() == repr(again).encode()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(systems(), _DAYS)
def test_the_result_is_the_same_on_every_day_it_is_valid(system: AISystem, day: date) -> None:
    found = _of(system, day)
    last = (found.valid.until or date(2041, 1, 1)) - timedelta(days=1)

    for other in (found.valid.start, last):
        there = _of(system, other)
        assert repr(there.duties) == repr(found.duties)
        assert there.valid == found.valid


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 2, 2),
        date(2025, 8, 2),
        date(2026, 7, 27),
        date(2026, 8, 2),
        date(2026, 12, 2),
        date(2027, 12, 2),
        date(2028, 8, 2),
    ],
)
def test_validity_ends_on_each_date_of_application(day: date) -> None:
    assert duties(provided(), day).valid.start == day
    assert duties(provided(), day - timedelta(days=1)).valid.until == day


def test_before_the_act_nothing_is_owed() -> None:
    with pytest.raises(NotInForce):
        duties(provided(), date(2024, 7, 31))


def test_the_gravest_comes_first_then_the_order_of_the_law() -> None:
    system = provided(**CREDIT, emotions=yes("emotions", "work_or_education"))
    found = [duty.key for duty in duties(system, TODAY).certain]

    assert found[0] == "prohibited-practice"
    assert found[-1] == "literacy"
    assert found.index("risk-management") < found.index("quality-management") < found.index("ce-marking")


def test_both_roles_are_asked_of_who_builds_and_uses() -> None:
    both = plain(**CREDIT, roles={**PROVIDES, **USES})

    roles = {duty.role for duty in duties(both, TODAY).certain}
    assert roles == {"provider", "deployer"}


def test_an_untold_role_leaves_its_duties_possible() -> None:
    untold = plain(**CREDIT, roles={"uses": None})

    assert duty_of(untold, "human-oversight").certainty == "possible"
    assert owed(untold) == set()


def test_what_alone_leaves_a_duty_open_is_asked_first() -> None:
    system = replace(
        _SCORER,
        roles=plain(roles=USES).roles,
        task=replace(_IN.task, profiling=True),
    )
    asked = [one.fact for one in duties(system, TODAY).open_questions]

    first = asked.index("biometrics.involved")

    assert {"operation.about_persons", "operation.controls_logs", "organisation.public_authority"} <= set(
        asked[:first]
    )
    assert "organisation.supplies_parts" not in asked[:first]


def test_a_tool_result_carries_verdict_steps_and_citations() -> None:
    result = duties(provided(**CREDIT), TODAY).as_tool_result()

    assert result.tool == "ai_act_duties"
    assert result.version == "1"
    assert "certain" in result.verdict
    assert "eu-ai-act/art-43/2" in {str(one) for one in result.citations}
    assert any(step.question.startswith("provider: Risk management system") for step in result.steps)
