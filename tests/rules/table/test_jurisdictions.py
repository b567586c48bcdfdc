from datetime import date

from copilot.law import load_corpus
from copilot.rules.table.jurisdictions import section

_CORPUS = load_corpus(policies=None)


def _lines(regime: str, day: date) -> tuple[str, ...]:
    parts = section(_CORPUS.as_of(day)).parts
    return next(
        entry.lines for part in parts for entry in part.entries if entry.heading.endswith(f"(`{regime}`)")
    )


def test_what_engages_a_regime_reads_as_facts() -> None:
    lines = _lines("eu-gdpr", date(2026, 11, 20))

    assert "Engaged where:" in lines
    assert any(line.endswith("it processes personal data (`launch.personal_data`)") for line in lines)


def test_the_status_on_the_day_is_marked() -> None:
    marked = {
        day: next(line for line in _lines("eu-ai-act", day) if "(on the day)" in line)
        for day in (date(2026, 7, 26), date(2026, 7, 27))
    }

    assert "from 2024-08-01" in marked[date(2026, 7, 26)]
    assert "from 2026-07-27" in marked[date(2026, 7, 27)]
