from copilot.agent.masking.found import Found, disjoint


def test_what_overlaps_becomes_one_so_that_no_end_of_it_is_left_over() -> None:
    found = disjoint(
        (Found(4, 8, "EMAIL"), Found(6, 12, "NAME"), Found(20, 22, "IP"), Found(0, 5, "PHONE"))
    )

    assert found == (Found(0, 12, "EMAIL"), Found(20, 22, "IP"))


def test_what_only_touches_stays_apart_and_nothing_is_nothing() -> None:
    assert disjoint((Found(3, 3, "NAME"), Found(2, 4, "NAME"), Found(0, 2, "IP"))) == (
        Found(0, 2, "IP"),
        Found(2, 4, "NAME"),
    )
