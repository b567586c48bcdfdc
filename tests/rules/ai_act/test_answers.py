import pytest

from copilot.rules.ai_act.answers import Answer, every, opposite, some


@pytest.mark.parametrize(
    ("answers", "all_hold", "one_holds"),
    [
        ([], True, False),
        ([True, True], True, True),
        ([True, None], None, True),
        ([True, False], False, True),
        ([None, False], False, None),
        ([None], None, None),
        ([False], False, False),
    ],
)
def test_what_is_open_stays_open_unless_something_settles_it(
    answers: list[Answer], all_hold: Answer, one_holds: Answer
) -> None:
    assert every(answers) is all_hold
    assert some(answers) is one_holds


@pytest.mark.parametrize(("answer", "other"), [(True, False), (False, True), (None, None)])
def test_the_opposite_of_open_is_open(answer: Answer, other: Answer) -> None:
    assert opposite(answer) is other
