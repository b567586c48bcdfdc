from copilot.rules.ai_act import FACTS
from copilot.rules.ai_act.annex_iii import EMPLOYMENT, POINTS
from copilot.rules.ai_act.answers import Answer
from copilot.rules.ai_act.consistency import known_of
from copilot.rules.ai_act.derogation import derogated, high_risk
from copilot.rules.ai_act.reader import Reader, Reading, read
from copilot.rules.ai_act.rule import Rule
from copilot.rules.ai_act.rulebook import RULES
from tests.rules.ai_act.builders import only, plain, yes

_RECRUITMENT = EMPLOYMENT[0]
_CREDIT = next(one for one in POINTS if one.provision.segments == ("anx-3", "5", "b"))


def _answers(**topics: dict[str, object]) -> tuple[Answer, ...]:
    return known_of(only(**topics)).answers


def _keys(indexes: tuple[int, ...]) -> list[str]:
    return [FACTS[index].key for index in indexes]


def test_a_reading_names_what_decides_and_what_is_missing() -> None:
    credit = _answers(essential_services={"creditworthiness": True, "fraud_only": False})
    reading = Reader(_CREDIT).read(credit)

    assert reading.value is None
    assert _keys(reading.deciding) == [
        "essential_services.creditworthiness",
        "essential_services.fraud_only",
    ]
    assert _keys(reading.pending) == ["essential_services.capital_model"]
    assert reading.step.found == "open: essential_services.capital_model"


def test_the_first_question_of_a_topic_is_missing_with_what_lies_within() -> None:
    reading = Reader(_RECRUITMENT).read(_answers())

    assert _keys(reading.pending) == ["employment.involved", "employment.recruitment"]


def test_an_exemption_that_holds_is_named() -> None:
    fraud = _answers(essential_services=yes("creditworthiness", "fraud_only"))
    reading = Reader(_CREDIT).read(fraud)

    assert reading.value is False
    assert reading.exempted is not None
    assert reading.exempted.about == "detection of financial fraud"


def test_a_point_stays_listed_while_article_6_3_takes_it_out() -> None:
    answers = known_of(plain(employment=yes("recruitment"), task=yes("preparatory"))).answers
    point, out = (
        Reader(high_risk(_RECRUITMENT)).read(answers),
        Reader(derogated(_RECRUITMENT)).read(answers),
    )

    assert (point.value, point.listed) == (False, True)
    assert (out.value, out.listed) == (True, True)


def test_a_reader_reads_every_rule_as_if_for_the_first_time() -> None:
    systems = [
        only(),
        plain(),
        plain(employment=yes("recruitment"), task=yes("preparatory")),
        plain(employment=yes("recruitment"), task={"profiling": None}),
        plain(essential_services={"creditworthiness": True, "fraud_only": None}),
    ]
    for rule in RULES:
        reader = Reader(rule)
        for answers in [known_of(system).answers for system in (*systems, *systems)]:
            assert _said(reader.read(answers)) == _said(read(rule, answers)), rule.question


def _said(reading: Reading[Rule]) -> tuple[object, ...]:
    return (
        reading.value,
        reading.exempted,
        reading.excluding,
        reading.deciding,
        reading.pending,
        reading.step,
    )
