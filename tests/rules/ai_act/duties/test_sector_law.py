from datetime import date

from copilot.rules.ai_act.duties import duties
from tests.rules.ai_act.builders import TODAY, plain, yes
from tests.rules.ai_act.duties.lookup import CREDIT, PROVIDES, duty_of, owed, provided

_TRAIN = {
    "product": {"laws": ("rail-2016-797",), **yes("component", "third_party_assessment")},
    "safety": yes("function"),
}


def test_section_b_leaves_only_what_article_2_lists() -> None:
    assert owed(provided(**_TRAIN)) == {"section-b"}
    assert owed(provided(**_TRAIN, conversation=yes("direct"))) == {"section-b"}


def test_a_prohibition_is_not_lifted() -> None:
    assert "prohibited-practice" in owed(provided(**_TRAIN, emotions=yes("emotions", "work_or_education")))


def test_where_another_ground_makes_it_high_risk_too_the_doubt_is_said() -> None:
    both = provided(**_TRAIN, **CREDIT)

    assert {"section-b", "risk-management", "literacy"} <= owed(both)
    (note,) = duties(both, TODAY).notes
    assert "another ground" in note


def test_until_article_6_applies_a_doubt_is_said() -> None:
    (note,) = duties(provided(**_TRAIN), date(2028, 8, 1)).notes

    assert "before that day" in note
    assert duties(provided(**_TRAIN), date(2028, 8, 2)).notes == ()
    assert duty_of(provided(**_TRAIN), "section-b").first_day == date(2028, 8, 2)


def test_while_section_b_is_open_nothing_else_is_certain() -> None:
    open_ = plain(
        roles=PROVIDES, product={"laws": None, "is_product": None, "third_party_assessment": None}
    )

    assert duty_of(open_, "literacy").certainty == "if-in-scope"


def test_the_way_into_the_product_law_is_named() -> None:
    what = duty_of(provided(**_TRAIN), "section-b").what

    assert "Art. 102 to 109; for aviation and machinery" in what
