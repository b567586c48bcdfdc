from copilot.grounding.wording.actors import actors_in, addressed_in, covered


def test_an_actor_has_one_name() -> None:
    text = "deployers, the market surveillance authorities and a person discharging managerial responsibilities"

    assert [actor.name for actor in actors_in(text)] == [
        "deployer",
        "market surveillance authority",
        "manager",
    ]


def test_a_broader_name_stands_for_one_it_covers() -> None:
    assert covered(frozenset({"operator"}), frozenset({"provider"}))
    assert not covered(frozenset({"provider"}), frozenset({"operator"}))


def test_who_is_told_stands_behind_the_telling() -> None:
    assert addressed_in("the provider shall inform the deployer") == {"deployer"}
    assert addressed_in("shall be provided by the deployer") == frozenset()
