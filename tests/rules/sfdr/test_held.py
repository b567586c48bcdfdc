from copilot.rules.sfdr.held import Held, every, opposite, some

YES, NO = Held(True, rests_on=("a",)), Held(False, rests_on=("b",))
OPEN = Held(None, missing=("c",))


def test_one_no_settles_every_and_is_what_it_rests_on() -> None:
    assert every(YES, OPEN, NO) == NO
    assert every(YES, OPEN) == Held(None, ("a",), ("c",))
    assert every(YES, YES) == YES


def test_one_yes_settles_some_and_is_what_it_rests_on() -> None:
    assert some(NO, OPEN, YES) == YES
    assert some(NO, OPEN) == Held(None, ("b",), ("c",))
    assert some(NO, NO) == NO


def test_what_is_open_stays_open() -> None:
    assert opposite(OPEN) == OPEN
    assert opposite(YES).value is False
