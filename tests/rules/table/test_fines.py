from datetime import date

from copilot.law import load_corpus
from copilot.rules.table.fines import section

_CORPUS = load_corpus(policies=None)


def _lines(heading: str, day: date) -> tuple[str, ...]:
    parts = section(_CORPUS.as_of(day)).parts
    return next(entry.lines for part in parts for entry in part.entries if entry.heading == heading)


def test_each_kind_of_offender_has_its_limit() -> None:
    rows = _lines("Each tier, for whom", date(2026, 11, 20))

    assert any("| prohibition |" in row and "| smc | the higher of the two" in row for row in rows)
    assert any("| listed-duty |" in row and "| smc | the lower of the two" in row for row in rows)


def test_a_duty_that_was_put_into_a_list_is_said_to_be() -> None:
    assert "- Art. 25(4) AI Act" in _lines("In no list", date(2026, 7, 26))
    assert "- Art. 25(4) AI Act, but on 2026-07-27 named in Art. 99(4)(da) AI Act" in _lines(
        "In no list", date(2026, 7, 27)
    )


def test_the_maxima_of_market_abuse_are_those_of_the_day() -> None:
    before, since = (
        next(
            row for row in _lines("The least a maximum must be", day) if row.startswith("| insider-list |")
        )
        for day in (date(2026, 6, 4), date(2026, 6, 5))
    )
    firms = [
        next(
            row
            for row in _lines("The least a maximum must be", day)
            if "insider-list" in row and "sme" in row
        )
        for day in (date(2026, 6, 4), date(2026, 6, 5))
    ]

    assert before == since
    assert "EUR 1 000 000" in firms[0]
    assert "0.8 % of turnover" in firms[1]


def test_a_duty_of_a_union_body_that_applies_is_not_said_to_wait_for_its_date() -> None:
    rows = _lines("What they can be fined", date(2026, 11, 20))

    assert "- For Art. 50: administrative fine up to EUR 750 000 under Art. 100(3) AI Act" in rows
    assert any(row.startswith("- For Art. 26: none yet on 2026-11-20") for row in rows)
