from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from copilot.errors import ContradictoryFacts
from copilot.law import ProvisionId
from copilot.rules.ai_act import FACTS, AISystem, Classification, classify
from copilot.rules.ai_act.consistency import known_of
from copilot.rules.ai_act.facts import index_of
from copilot.rules.ai_act.rule import act
from tests.rules.ai_act.builders import TODAY, found, only, plain, yes

_AN_AI_SYSTEM = {**yes("machine_based", "autonomous", "infers", "influences"), "model_only": False}
_IN_THE_UNION = yes("placed_in_union")
_NOT_LEFT_OUT = dict.fromkeys(
    ("exclusively_defence", "foreign_cooperation", "sole_research", "before_market", "open_source"), False
)
_DAYS = st.sampled_from([date(2024, 8, 1), date(2026, 7, 26), TODAY])
_OUTSIDE = {"out-of-scope", "not-an-ai-system"}
_GATES = {fact.key: fact.gate for fact in FACTS if fact.gate}
_SETTINGS = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


def _asked(system: AISystem) -> list[str]:
    return [one.fact for one in classify(system, TODAY).open_questions]


def _reached(**topics: Mapping[str, object]) -> AISystem:
    """An AI system that the Act reaches, with what is given; all else is open."""
    return only(nature=_AN_AI_SYSTEM, nexus=_IN_THE_UNION, scope=_NOT_LEFT_OUT, **topics)


def _with(system: AISystem, key: str, answer: object) -> AISystem:
    topic, name = key.split(".")
    return replace(system, **{topic: replace(getattr(system, topic), **{name: answer})})


def test_of_a_blank_system_it_is_asked_first_whether_the_act_reaches_it() -> None:
    asked = _asked(AISystem())

    assert set(asked[:8]) == {
        "nature.machine_based",
        "nature.autonomous",
        "nature.infers",
        "nature.influences",
        "nature.model_only",
        "scope.exclusively_defence",
        "scope.sole_research",
        "nexus.placed_in_union",
    }
    assert len(asked) == len(set(asked))


def test_then_what_might_be_prohibited_then_the_areas_of_annex_iii_then_transparency() -> None:
    asked = _asked(_reached())
    prohibited = [
        "biometrics.involved",
        "influence.involved",
        "emotions.involved",
        "social_scoring.involved",
    ]
    high_risk = ["law_enforcement.by_authority", "employment.involved", "product.laws"]
    others = ["general_purpose.places_model", "content.synthetic", "conversation.direct", "roles.developed"]

    assert [one for one in asked if one in {*prohibited, *high_risk, *others}] == [
        *prohibited,
        *high_risk,
        *others,
    ]


def test_a_topic_is_asked_by_its_first_question_until_that_is_yes() -> None:
    closed = _asked(_reached())
    begun = _asked(_reached(employment={"involved": True}))
    details = {"employment.recruitment", "employment.decisions", "employment.monitoring"}

    assert "employment.involved" in closed
    assert not details & set(closed)
    assert details <= set(begun)


def test_nothing_within_is_asked_of_a_topic_that_another_opens() -> None:
    asked = _asked(_reached())

    assert "biometrics.involved" in asked
    assert "live_identification.real_time" not in asked


def test_a_tool_that_ranks_applications_is_asked_about_profiling_before_other_areas() -> None:
    asked = _asked(_reached(employment=yes("recruitment")))

    assert set(asked[:4]) == {
        "biometrics.involved",
        "influence.involved",
        "emotions.involved",
        "task.profiling",
    }
    assert asked.index("task.profiling") < asked.index("education.involved")


def test_what_is_about_to_be_prohibited_is_asked_first_of_all() -> None:
    assert _asked(_reached(emotions=yes("emotions")))[0] == "emotions.work_or_education"


def test_an_exception_is_asked_once_there_is_something_to_except() -> None:
    unknown = plain(essential_services=dict.fromkeys(("involved", "creditworthiness", "fraud_only")))
    credit = plain(essential_services={"creditworthiness": True, "fraud_only": None})

    assert _asked(unknown) == ["essential_services.involved"]
    assert _asked(credit) == ["essential_services.fraud_only"]


def test_the_derogation_is_asked_once_a_point_is_met_and_profiling_first() -> None:
    conditions = ("narrow_procedural", "improves_human_work", "detects_patterns", "preparatory")
    unknown = dict.fromkeys((*conditions, "profiling", "significant_risk"))
    area = plain(employment={"involved": None, "recruitment": None}, task=unknown)
    met = plain(employment=yes("recruitment"), task=unknown)
    without_profiling = plain(employment=yes("recruitment"), task={**unknown, "profiling": False})

    assert _asked(area) == ["employment.involved"]
    assert _asked(met)[0] == "task.profiling"
    assert {f"task.{one}" for one in conditions} < set(_asked(without_profiling))


def test_what_is_settled_is_not_asked() -> None:
    assert _asked(plain()) == []


def test_each_question_says_why_it_matters_and_on_how_much_it_bears() -> None:
    questions = {one.fact: one for one in classify(_reached(), TODAY).open_questions}

    assert all(one.question.count("?") and one.matters for one in questions.values())
    assert questions["education.involved"].matters.endswith("is ruled out. Bears on 4 open points.")
    assert questions["justice.involved"].matters.endswith("Bears on 1 open point.")


@st.composite
def _half_told(draw: st.DrawFn) -> AISystem:
    """A system that is reached or blank, with some facts told at random."""
    system = draw(st.sampled_from([AISystem(), _reached()]))
    keys = [fact.key for fact in FACTS if fact.read is None]
    for key in draw(st.lists(st.sampled_from(keys), max_size=25, unique=True)):
        system = _with(system, key, draw(st.booleans()))
    return system


def _classified(system: AISystem, day: date) -> Classification:
    try:
        return classify(system, day)
    except ContradictoryFacts:
        assume(False)
        raise


@_SETTINGS
@given(_half_told(), _DAYS)
def test_a_question_is_not_told_yet_and_its_topic_is_open(system: AISystem, day: date) -> None:
    classification = _classified(system, day)
    answers = known_of(system).answers

    for question in classification.open_questions:
        if question.fact in _GATES:
            assert answers[index_of(question.fact)] is None
            assert answers[index_of(_GATES[question.fact])] is True


@_SETTINGS
@given(_half_told(), _DAYS)
def test_some_open_question_bears_on_everything_that_is_possible(system: AISystem, day: date) -> None:
    """An answer bears on a tier if it changes how sure the tier is, or what the tier still waits for.

    On the lowest tier, and on what an open licence leaves out, all others bear. What is outside the Act by one
    way needs no other.
    """
    classification = _classified(system, day)
    before = _standing(classification)
    moved: set[ProvisionId] = set()
    for question in classification.open_questions:
        for answer in _answers_to(question.fact):
            try:
                after = _standing(classify(_with(system, question.fact, answer), day))
            except ContradictoryFacts:
                continue
            moved |= {provision for provision, standing in before.items() if after[provision] != standing}

    outside = not _OUTSIDE.isdisjoint(classification.tiers)
    possible = {
        one.provision
        for one in classification.findings
        if one.certainty == "possible" and not (outside and one.tier in _OUTSIDE)
    }
    hanging_on_all = {act("art-95")} | ({act("art-2/12")} if system.scope.open_source else set())
    assert possible - hanging_on_all <= moved


def _answers_to(key: str) -> tuple[object, ...]:
    if key == "product.laws":
        return (), ("lifts-2014-33",), ("civil-aviation-2018-1139",)
    if key == "general_purpose.training_flop":
        return Decimal("1e22"), Decimal("2e25")
    return True, False


def _standing(classification: Classification) -> dict[ProvisionId, list[object]]:
    """For each provision the tiers that follow from it, as sure as they are, and what was found at it."""
    standing: defaultdict[ProvisionId, list[object]] = defaultdict(list)
    for finding in classification.findings:
        standing[finding.provision].append((finding.tier, finding.certainty))
    for step in classification.steps:
        standing[step.provision].append((step.question, step.found))
    return standing


@_SETTINGS
@given(st.data(), _DAYS)
def test_answering_the_first_question_again_and_again_leads_to_the_same_tiers(
    data: st.DataObject, day: date
) -> None:
    whole = plain(general_purpose={"training_flop": Decimal("1e22"), "places_model": False})
    keys = [fact.key for fact in FACTS if fact.read is None]
    for key in data.draw(st.lists(st.sampled_from(keys), max_size=8, unique=True)):
        gate = _GATES.get(key)
        whole = _with(_with(whole, gate, answer=True) if gate else whole, key, answer=True)
    _classified(whole, day)
    answers = known_of(whole).answers

    system = AISystem()
    while questions := classify(system, day).open_questions:
        key = questions[0].fact
        topic, name = key.split(".")
        told = getattr(getattr(whole, topic), name)
        assert getattr(getattr(system, topic), name) is None
        system = _with(system, key, answers[index_of(key)] if told is None else told)

    assert _tiers_by_provision(system, day) == _tiers_by_provision(whole, day)
    assert classify(system, day).roles == classify(whole, day).roles


def _tiers_by_provision(system: AISystem, day: date) -> set[str]:
    """What is certain; by which of several ways a system is outside the Act makes no difference."""
    return {"outside" if one.split(":")[0] in _OUTSIDE else one for one in found(system, day)}
