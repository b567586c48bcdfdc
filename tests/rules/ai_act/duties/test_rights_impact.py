from datetime import date

import pytest

from tests.rules.ai_act.builders import plain, yes
from tests.rules.ai_act.duties.lookup import CREDIT, HIRING, LIFT, USES, duty_of, owed, reason, used

_INSURANCE = {"essential_services": yes("insurance_pricing", "life_or_health")}
_EMERGENCY = {"essential_services": yes("emergency_calls")}
_KEY = "rights-impact-assessment"


@pytest.mark.parametrize(
    ("topics", "who", "owes"),
    [
        (CREDIT, (), True),
        (_INSURANCE, (), True),
        (HIRING, (), False),
        (HIRING, ("public_law_body",), True),
        (HIRING, ("public_services",), True),
        (HIRING, ("financial_institution",), False),
        (_EMERGENCY, (), False),
        (_EMERGENCY, ("public_law_body",), True),
        (LIFT, ("public_law_body",), False),
    ],
)
def test_who_assesses_the_impact(
    topics: dict[str, dict[str, object]], who: tuple[str, ...], owes: bool
) -> None:
    assert (_KEY in owed(used(**topics, organisation=yes(*who)))) is owes


def test_a_private_employer_is_told_why_it_owes_none() -> None:
    said = reason(used(**HIRING), _KEY)

    assert said == "organisation.public_law_body is no, organisation.public_services is no"


def test_not_told_who_the_deployer_is_it_stays_possible() -> None:
    open_ = plain(**HIRING, roles=USES, organisation={"public_law_body": None, "public_services": None})
    found = duty_of(open_, _KEY)

    assert found.certainty == "possible"
    assert {one.fact for one in found.open_questions} >= {
        "organisation.public_law_body",
        "organisation.public_services",
    }


def test_a_private_credit_scorer_owes_it_whoever_it_is() -> None:
    told_nothing = dict.fromkeys(("public_law_body", "public_services"))

    assert _KEY in owed(plain(**CREDIT, roles=USES, organisation=told_nothing))


def test_the_whole_of_article_27_follows() -> None:
    assert {
        _KEY,
        "rights-impact-update",
        "rights-impact-notification",
        "rights-impact-and-data-protection",
    } <= owed(used(**CREDIT))
    cited = {str(one) for one in duty_of(used(**CREDIT), _KEY).provisions}
    assert {f"eu-ai-act/art-27/1/{point}" for point in "abcdef"} <= cited


def test_since_the_amendment_the_other_assessment_may_be_referred_to() -> None:
    def what(day: date) -> str:
        return duty_of(used(**CREDIT), "rights-impact-and-data-protection", day).what

    assert "may refer" not in what(date(2026, 7, 26))
    assert "may refer" in what(date(2026, 7, 27))
