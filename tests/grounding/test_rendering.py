from dataclasses import replace
from datetime import date

from copilot.grounding import citable_text
from tests.grounding.builders import DAY, applying, provision, result

SHOWN = """\
Result of lamp_check, version 2, as of 2026-11-20.
Verdict: the lamp has to be lit
Figure: fine at most: 35000000 EUR
Step: Is it dusk?
Found: yes
Matters: Lamps are lit at dusk. (eu-ai-act/art-12/2)
Open: Is there oil?
Matters: Without oil no lamp burns.
Rests on: eu-ai-act/art-12/2"""


def test_a_result_has_one_text() -> None:
    assert citable_text(replace(result(), inputs={}), as_of=DAY) == SHOWN


def test_what_a_rule_was_told_can_be_quoted_and_what_it_was_not_told_is_left_out() -> None:
    told = replace(
        result(),
        inputs={"turnover": "2000000000", "facts": {"death": True, "fire": None}, "in": ["eu", "uk"]},
    )

    assert citable_text(told, as_of=DAY).splitlines()[1:4] == [
        "Told: facts.death: yes",
        "Told: in: eu, uk",
        "Told: turnover: 2000000000",
    ]


def test_the_dates_of_application_stand_below_the_wording() -> None:
    unit = provision(text="Lamps are lit.", applies=(applying("annex-iii", date(2027, 12, 2)),))

    assert citable_text(unit, as_of=DAY) == (
        "Lamps are lit.\nApplies from 2027-12-02: high-risk under Annex III (Art. 113(c))."
    )


def test_a_disputed_date_says_whose_reading_it_is() -> None:
    rule = replace(applying("annex-i", date(2028, 8, 2)), reading="the Commission")

    assert "reading of the Commission" in citable_text(provision(applies=(rule,)), as_of=DAY)


def test_a_unit_that_is_all_title_is_cited_by_it() -> None:
    assert citable_text(provision(text="", title="Logs"), as_of=DAY) == "Logs"
