from copilot.grounding.wording.operative import turned, turns_in


def test_ways_of_saying_one_turn_are_one() -> None:
    assert turns_in("without undue delay, prior to dusk") == turns_in("immediately, before dusk")


def test_a_turn_added_or_lost_is_named() -> None:
    assert turned("only lamps lit after dusk", "lamps lit after dusk") == "only"
    assert turned("lamps lit", "lamps lit at once") == "at once"
    assert turned("lamps lit", "all lamps lit") is None
