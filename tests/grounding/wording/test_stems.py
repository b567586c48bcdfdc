from copilot.grounding.wording.stems import stems_in


def test_words_that_say_the_same_in_law_are_one() -> None:
    assert stems_in("notify the authorities") == stems_in("informed authority")


def test_numbers_and_small_words_tell_nothing() -> None:
    assert stems_in("at least 6 of the lamps") == stems_in("lamp")
