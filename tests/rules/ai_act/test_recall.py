from hypothesis import given
from hypothesis import strategies as st

from copilot.rules.ai_act.answers import Answer
from copilot.rules.ai_act.formula import All, Answers, Formula, Not, Some, Told
from copilot.rules.ai_act.recall import recalled, recalled_in_turn

_FACTS = st.integers(0, 5)
_FORMULAS: st.SearchStrategy[Formula] = st.recursive(
    _FACTS.map(Told),
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, min_size=1, max_size=3).map(lambda several: All(tuple(several))),
        st.lists(parts, min_size=1, max_size=3).map(lambda several: Some(tuple(several))),
    ),
    max_leaves=8,
)
_ANSWERS = st.lists(st.sampled_from([True, False, None]), min_size=6, max_size=6).map(tuple)


@given(_FORMULAS, st.lists(_ANSWERS, max_size=30))
def test_what_is_recalled_is_what_would_be_concluded(
    formula: Formula, systems: list[tuple[Answer, ...]]
) -> None:
    recall, in_turn = recalled(formula.look), recalled_in_turn(formula.look)

    for answers in (*systems, *systems):
        assert recall(answers) == formula.look(answers)
        assert in_turn(answers) == in_turn(answers) == formula.look(answers)


def test_what_was_not_looked_at_makes_no_difference() -> None:
    concluded: list[Answer] = []

    def first_or_second(answers: Answers) -> Answer:
        concluded.append(answers[0] or answers[1])
        return concluded[-1]

    recall = recalled(first_or_second)

    assert recall((True, True)) is recall((True, None)) is recall((True, False)) is True
    assert len(concluded) == 1
    assert recall((None, False)) is False
    assert len(concluded) == 2


def test_answers_that_may_change_are_looked_at_anew() -> None:
    recall = recalled_in_turn(lambda answers: answers[0])
    answers: list[Answer] = [True]
    first = recall(answers)
    answers[0] = False

    assert (first, recall(answers)) == (True, False)


def test_more_conclusions_than_are_kept_are_still_right() -> None:
    def told(answers: Answers) -> tuple[int, ...]:
        return tuple(index for index in range(11) if answers[index])

    recall = recalled(told)
    systems = [tuple(bool(number >> place & 1) for place in range(11)) for number in range(2**11)]

    assert [recall(answers) for answers in systems] == [told(answers) for answers in systems]
