from datetime import date

import pytest

from copilot.law import Corpus, ProvisionId


@pytest.mark.parametrize(
    ("provision", "day", "binds"),
    [
        ("lantern-act/art-2", date(2026, 1, 1), [("everyone", date(2021, 1, 1))]),
        ("lantern-act/art-1/2", date(2024, 1, 1), [("everyone", date(2021, 1, 1))]),
        ("lantern-act/art-1/2", date(2025, 7, 1), [("deployer", date(2026, 1, 1))]),
        ("policy/lamp-care/1.1", date(2026, 1, 1), []),
    ],
)
def test_the_most_specific_date_stated_on_the_day_counts(
    provision: str, day: date, binds: list[tuple[str, date]], small_corpus: Corpus
) -> None:
    wording = small_corpus.as_of(day).provision(ProvisionId.parse(provision))

    stated = wording.applies_as_stated_on(day)

    assert [(str(rule.condition), rule.binds.start) for rule in stated] == binds
    assert not any(rule.disputed for rule in stated)
