from datetime import date

import pytest

from tests.grounding.builders import applying, evidence, outcome, provision

HELD = evidence(
    provision(
        text="Lamps shall be lit by 2 August 2026, from 17:30 on.",
        applies=(applying("annex-iii", date(2027, 12, 2)), applying("annex-i", date(2028, 8, 2))),
    )
)
QUOTE = "Applies from 2027-12-02: high-risk under Annex III"


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("It is due on 2026-08-02.", "pass"),
        ("It is due in August 2026 at 17:30.", "pass"),
        ("It is due on 3 August 2026.", "fail"),
        ("It is due at 18:30.", "fail"),
        ("It is due soon.", "not_applicable"),
    ],
)
def test_a_date_is_one_of_the_text(text: str, ended: str) -> None:
    assert outcome("dates kept", text, QUOTE, held=HELD) == ended


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("For Annex III it applies from 2 December 2027.", "pass"),
        ("It applies from 2 December 2027.", "pass"),
        ("For Annex I it applies from 2 December 2027.", "fail"),
        ("For Annex III it applies from 2 December 2026.", "fail"),
    ],
)
def test_a_date_of_application_holds_for_its_own_route(text: str, ended: str) -> None:
    assert outcome("dates kept", text, QUOTE, held=HELD) == ended
