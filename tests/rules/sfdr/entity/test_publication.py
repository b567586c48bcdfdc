import pytest

from tests.rules.sfdr.conftest import AskEntity
from tests.rules.sfdr.found import asked, certain, named, owed


def test_an_adviser_keeps_up_to_date_what_articles_3_and_5_ask_for(entity: AskEntity) -> None:
    found = entity(credit_institution=True, investment_advice=True)

    assert str(named(found, "adviser-updating").provision) == "sfdr/art-12/2"
    assert "adviser-updating" in owed(found)


@pytest.mark.parametrize(("day", "there"), [("2026-07-01", False), ("2026-07-02", True)])
def test_esg_ratings_in_marketing_are_a_matter_since_july_2026(
    day: str, there: bool, entity: AskEntity
) -> None:
    found = entity(aifm=True, esg_ratings_in_marketing=True, as_of=day)

    assert ("marketing-ratings" in owed(found)) is there
    assert "marketing-ratings" not in certain(entity(aifm=True, esg_ratings_in_marketing=False, as_of=day))
    assert ("esg_ratings_in_marketing" in asked(entity(aifm=True, as_of=day))) is there


def test_the_access_point_is_certain_long_before_it_binds(entity: AskEntity) -> None:
    told = {"aifm": True, "legal_person": True}

    assert "access-point" not in certain(entity(**told, as_of="2024-01-08"))
    early = entity(**told, as_of="2028-01-09")
    assert named(early, "access-point").status == named(early, "identifier").status == "not-yet"
    assert str(named(early, "identifier").since) == "2028-01-10"
    assert {"access-point", "identifier"} <= owed(entity(**told, as_of="2028-01-10"))


def test_marketing_may_not_contradict_what_is_disclosed(entity: AskEntity) -> None:
    found = entity(aifm=True, investment_advice=True)

    assert {"marketing", "adviser-marketing", "presentation", "adviser-presentation"} <= owed(found)
