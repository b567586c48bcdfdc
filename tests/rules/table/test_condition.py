from copilot.rules.ai_act.formula import all_of, none_of, one_of, told
from copilot.rules.table.condition import condition, facts_in


def test_a_condition_reads_like_the_law() -> None:
    formula = all_of(
        one_of("emotions.emotions", "emotions.intentions"),
        none_of("emotions.medical_or_safety"),
        none_of("task.preparatory", all_of("task.profiling", "conversation.direct")),
    )

    assert condition(formula, {}) == (
        "- all of:",
        "  1. one of:",
        "     1. it identifies or infers emotions (`emotions.emotions`)",
        "     2. it identifies or infers intentions (`emotions.intentions`)",
        "  2. it is not intended for medical or safety reasons (`emotions.medical_or_safety`)",
        "  3. none of:",
        "     1. it is meant to prepare an assessment relevant to the use (`task.preparatory`)",
        "     2. all of:",
        "        1. it does profile natural persons: evaluate, automatically and from personal data, aspects such as "
        "their performance, economic situation, health, reliability or behaviour (`task.profiling`)",
        "        2. it is intended to interact directly with natural persons (`conversation.direct`)",
    )


def test_what_does_not_hold_together_is_said_so() -> None:
    lines = condition(none_of(all_of("roles.developed", "roles.own_name")), {})

    assert lines[0] == "- not all of:"


def test_a_condition_with_a_name_is_named() -> None:
    shared = one_of("task.preparatory", "task.narrow_procedural")

    assert condition(all_of("roles.uses", none_of(shared)), {shared: "it is a small task"})[-1] == (
        "  2. not: it is a small task"
    )


def test_each_fact_of_a_condition_is_named_once() -> None:
    formula = all_of(
        "roles.uses", none_of("roles.personal_use"), one_of(told("roles.uses"), "scope.open_source")
    )

    assert facts_in(formula) == ("roles.uses", "roles.personal_use", "scope.open_source")
