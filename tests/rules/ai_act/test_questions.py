from copilot.rules.ai_act import AISystem, classify
from tests.rules.ai_act.builders import TODAY, plain


def _asked(system: AISystem) -> list[str]:
    return [one.fact for one in classify(system, TODAY).open_questions]


def test_what_would_settle_most_is_asked_first() -> None:
    unknown = dict.fromkeys(("involved", "admission", "outcomes", "level", "test_monitoring"))
    system = plain(education=unknown, employment={"involved": None, "recruitment": None})

    asked = _asked(system)
    assert asked.index("education.involved") < asked.index("education.admission")
    assert asked.index("education.involved") < asked.index("employment.involved")


def test_on_a_blank_system_the_scope_is_asked_first_and_nothing_is_left_out() -> None:
    asked = _asked(AISystem())

    assert {one.split(".")[0] for one in asked[:8]} <= {"nature", "scope", "nexus"}
    assert {"employment.recruitment", "emotions.emotions", "product.laws"} <= set(asked)
    assert len(asked) == len(set(asked))


def test_what_is_settled_is_not_asked() -> None:
    assert _asked(plain()) == []


def test_each_question_says_why_it_matters() -> None:
    assert all(
        one.question.count("?") and one.matters for one in classify(AISystem(), TODAY).open_questions
    )
