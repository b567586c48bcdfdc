from datetime import date

from tests.agent.tools.conftest import Gather, ids, result


def test_the_dates_come_with_the_provisions_that_give_them(call: Gather) -> None:
    found = call("dates_of_application", date(2026, 8, 1), id="eu-ai-act/art-26")

    assert "from 2 December 2027" in result(found).verdict
    assert "eu-ai-act/art-113/c/i" in ids(found)
