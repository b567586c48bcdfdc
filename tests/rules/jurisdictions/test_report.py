import json
from dataclasses import asdict, fields, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from copilot.errors import ContradictoryFacts, NotInForce, ToolInputError
from copilot.rules.ai_act import FACTS
from copilot.rules.jurisdictions import JurisdictionsReport, Launch, LaunchFacts, jurisdictions
from tests.rules.jurisdictions.builders import (
    CHATBOT,
    CREDIT,
    DEPLOYER,
    EVERYWHERE,
    TODAY,
    asked,
    found,
    launched,
    law_on,
    regimes,
    register,
    untold,
)

_LAUNCH = [entry.name for entry in fields(LaunchFacts) if entry.name != "total_assets_usd"]
_ASKED_OF_SYSTEMS = sorted(
    key
    for key in (
        "roles.developed roles.uses roles.own_name nature.infers task.profiling conversation.direct "
        "content.synthetic employment.recruitment employment.decisions employment.monitoring "
        "essential_services.creditworthiness essential_services.fraud_only operation.significant_decisions "
        "organisation.financial_institution education.admission"
    ).split()
)
_DAYS = st.sampled_from([date(2024, 8, 1), date(2026, 4, 17), TODAY, date(2027, 1, 1), date(2028, 1, 1)])


def _told(launch: Launch, key: str, answer: bool) -> Launch:
    topic, _, name = key.partition(".")
    if not name:
        return replace(launch, facts=replace(launch.facts, **{key: answer}))
    group = replace(getattr(launch.system, topic), **{name: answer})
    return replace(launch, system=replace(launch.system, **{topic: group}))


@st.composite
def launches(draw: st.DrawFn) -> Launch:
    """A launch of which nothing or all is known, with some facts told at random."""
    launch = draw(st.sampled_from([untold(), launched(DEPLOYER), launched(CREDIT, DEPLOYER)]))
    for key in draw(st.lists(st.sampled_from([*_LAUNCH, *_ASKED_OF_SYSTEMS]), max_size=12, unique=True)):
        launch = _told(launch, key, draw(st.booleans()))
    if draw(st.booleans()):
        assets = draw(st.sampled_from(["0", "30000000000", "30000000000.01"]))
        launch = replace(launch, facts=replace(launch.facts, total_assets_usd=Decimal(assets)))
    return launch


def _asked(launch: Launch, day: date) -> JurisdictionsReport:
    try:
        return asked(launch, day=day)
    except ContradictoryFacts:
        assume(False)
        raise


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(launches(), st.sampled_from([*_LAUNCH, *_ASKED_OF_SYSTEMS]), st.booleans(), _DAYS)
def test_learning_a_fact_never_contradicts_what_was_certain(
    launch: Launch, key: str, answer: bool, day: date
) -> None:
    topic, _, name = key.partition(".")
    group = getattr(launch.system, topic) if name else launch.facts
    assume(getattr(group, name or topic) is None)
    before, after = _asked(launch, day), _asked(_told(launch, key, answer), day)

    assert regimes(before, "engaged") <= regimes(after, "engaged")
    assert regimes(before, "not engaged") <= regimes(after, "not engaged")
    for regime, finding in found(before).items():
        sure = {duty.provision for duty in finding.duties if duty.owed == "owed"}
        assert sure <= {duty.provision for duty in found(after)[regime].duties if duty.owed == "owed"}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(launches(), _DAYS)
def test_the_same_launch_gives_the_same_bytes_and_every_question_is_asked_once(
    launch: Launch, day: date
) -> None:
    report, again = _asked(launch, day), _asked(launch, day)
    questions = [question.question for question in report.result.open_questions]
    law = law_on(day)

    assert repr(report) == repr(again)
    assert report.result.inputs_hash == again.result.inputs_hash
    assert len(questions) == len(set(questions))
    assert all(unit in law for unit in report.result.citations)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(launches(), _DAYS)
def test_what_is_possible_says_what_would_settle_it(launch: Launch, day: date) -> None:
    report = _asked(launch, day)

    for place in report.places:
        for finding in place.of("possible"):
            assert finding.open_questions, finding.id


def test_of_an_untold_launch_nothing_is_engaged_and_what_is_no_law_is_ruled_out() -> None:
    report = asked(untold())

    assert regimes(report, "engaged") == set()
    assert regimes(report, "not engaged") == {
        "us-sr-11-7", "us-co-sb-24-205", "uk-gdpr-22", "uk-ico-guidance", "uk-ico-code",
    }  # fmt: skip


def test_a_place_brings_the_law_of_the_places_it_lies_in_and_each_stands_once() -> None:
    report = asked(untold(), "us-ny-nyc", "us-co", "us-federal")

    assert [place.id for place in report.places] == ["us-federal", "us-ny", "us-ny-nyc", "us-co"]


@pytest.mark.parametrize(
    ("assets", "engagement"),
    [(None, "possible"), (Decimal(30_000_000_000), "possible"), (Decimal("30000000000.01"), "engaged")],
)
def test_the_guidance_on_model_risk_is_sure_above_thirty_billion_only(
    assets: Decimal | None, engagement: str
) -> None:
    launch = launched(CREDIT, DEPLOYER, us_bank=True, total_assets_usd=assets)

    assert found(asked(launch, "us-federal"))["us-sr-26-2"].engagement == engagement


def test_generative_ai_is_out_of_the_guidance_on_model_risk() -> None:
    launch = launched(CREDIT, DEPLOYER, us_bank=True, generative_ai=True, total_assets_usd=Decimal(10**12))
    finding = found(asked(launch, "us-federal"))["us-sr-26-2"]

    assert (finding.engagement, finding.reason) == ("not engaged", "launch.generative_ai: yes")
    assert "general risk governance" in finding.gaps[0]


@pytest.mark.parametrize(("flop", "engagement"), [("1e26", "not engaged"), ("1.1e26", "engaged")])
def test_frontier_laws_hold_above_their_threshold_not_at_it(flop: str, engagement: str) -> None:
    launch = launched({"general_purpose": {"training_flop": flop}}, trained_model=True)
    report = found(asked(launch, "us-ca", "us-ny"))

    assert report["us-ca-sb-53"].engagement == report["us-ny-raise"].engagement == engagement


def test_an_unread_scope_is_possible_for_every_launch() -> None:
    finding = found(asked(launched(), "us-ca"))["us-ca-sb-1119"]

    assert (finding.engagement, finding.reason) == ("possible", "its scope was not read")


def test_a_bill_whose_outcome_is_not_known_is_asked_about() -> None:
    finding = found(asked(launched(CHATBOT, DEPLOYER), "us-ca"))["us-ca-ab-1609"]

    assert (finding.engagement, finding.status) == ("possible", "unknown")
    assert finding.open_questions[0].question == "Did California AB 1609 become law?"


def test_only_what_two_places_have_in_common_is_shared() -> None:
    alone = asked(launched(CREDIT, DEPLOYER), "us-federal")
    both = asked(launched(CREDIT, DEPLOYER), "eu", "uk")

    assert alone.shared == ()
    assert all(len(theme.places) > 1 for theme in both.shared)
    assert {theme.theme for theme in both.shared} <= {theme.id for theme in register().themes}


def test_the_result_carries_each_regime_each_shared_theme_and_each_remark_as_a_step() -> None:
    report = asked(launched(CREDIT, DEPLOYER), "eu", "uk")
    steps = [step.question for step in report.result.steps]

    assert len(steps) == sum(len(place.findings) + len(place.remarks) for place in report.places) + len(
        report.shared
    )
    assert "Is AI Act engaged?" in steps
    assert report.result.inputs["in"] == ["eu", "uk"]
    assert json.dumps(dict(report.result.inputs))


@pytest.mark.parametrize(
    ("place", "meant"),
    [("us", "us-federal"), ("colorado", "us-co"), ("New York", "us-ny"), ("us-nyc", "us-ny"), ("germany", "eu (")],
)  # fmt: skip
def test_an_unknown_place_is_answered_with_those_that_are_known(place: str, meant: str) -> None:
    with pytest.raises(ToolInputError, match=f"there is no place '{place}'") as caught:
        asked(untold(), place)

    assert meant in caught.value.remedy
    assert all(name in caught.value.remedy for name in register().place_names)


def test_no_place_and_a_day_before_the_register_are_said() -> None:
    with pytest.raises(NotInForce, match="2024-07-31"):
        asked(untold(), day=date(2024, 7, 31))
    with pytest.raises(ToolInputError, match="no place"):
        jurisdictions(register(), untold(), (), law_on(TODAY))


def test_facts_that_cannot_both_be_are_refused_in_every_place() -> None:
    launch = launched({"employment": {"involved": False, "recruitment": True}})

    with pytest.raises(ContradictoryFacts):
        asked(launch, "uk")


def test_the_facts_asked_of_systems_exist() -> None:
    assert set(_ASKED_OF_SYSTEMS) <= {fact.key for fact in FACTS}
    assert asdict(LaunchFacts()) == {entry.name: None for entry in fields(LaunchFacts)}
    assert set(EVERYWHERE) <= set(register().place_names)
