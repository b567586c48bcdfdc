from datetime import date

from copilot.rules.ai_act import FACTS, classify, read_system
from copilot.rules.ai_act.duties.registry import RULES
from tests.rules.ai_act.builders import plain, yes

_TOPICS = ("organisation", "operation", "legacy")
_OF_ARTICLE_111 = {"legacy.design_changed", "legacy.for_public_authorities", "legacy.large_scale_it"}


def _own() -> set[str]:
    return {fact.key for fact in FACTS if fact.key.partition(".")[0] in _TOPICS}


def test_what_depends_on_the_organisation_is_read_from_a_file() -> None:
    system = read_system("organisation: {financial_institution: yes}\nlegacy: {design_changed: no}", "f")

    assert system.organisation.financial_institution is True
    assert system.legacy.design_changed is False
    assert system.operation.controls_logs is None


def test_every_one_of_these_facts_is_asked_by_some_duty() -> None:
    asked = {
        FACTS[index].key
        for rule in RULES
        for formula in (
            *(case.when for case in rule.cases),
            *(exemption.holds for case in rule.cases for exemption in case.unless),
            *(relief.holds for relief in rule.reliefs),
        )
        for index, _ in formula.facts()
    }

    assert _own() - asked == _OF_ARTICLE_111


def test_none_of_them_moves_the_class_or_is_asked_for_it() -> None:
    day = date(2026, 11, 20)
    topics = {name: yes(*(key.split(".")[1] for key in _own() if key.startswith(name))) for name in _TOPICS}

    told, untold = classify(plain(**topics), day), classify(plain(), day)
    assert (told.findings, told.roles) == (untold.findings, untold.roles)
    assert not {one.fact for one in told.open_questions} & _own()


def _question(key: str) -> str:
    (question,) = (fact.question for fact in FACTS if fact.key == key)
    return question


def test_a_start_up_is_small_only_by_its_size() -> None:
    assert "a start-up counts only if it is of that size" in _question("organisation.sme")


def test_a_change_on_the_very_day_of_application_counts() -> None:
    assert "on or after the day" in _question("legacy.design_changed")
