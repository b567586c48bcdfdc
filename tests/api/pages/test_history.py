from datetime import date

from api.pages.history import History, history_of
from copilot.law import Corpus, Layer, Period, ProvisionId

DIGEST: Layer = "digest"
ARTICLE, PARAGRAPH, INSPECTORS = (
    ProvisionId.parse(f"lantern-act/{unit}") for unit in ("art-1", "art-1/2", "art-3")
)
TODAY = date(2026, 11, 20)


def history(corpus: Corpus, unit: ProvisionId, as_of: date, today: date = TODAY) -> History:
    return history_of(corpus, unit, layer=DIGEST, as_of=as_of, today=today)


def test_a_change_of_a_part_is_a_change_of_the_whole(small_corpus: Corpus) -> None:
    found = history(small_corpus, ARTICLE, TODAY)

    assert [stretch.days for stretch in found.stretches] == [
        Period(date(2020, 1, 1), date(2025, 7, 1)),
        Period(date(2025, 7, 1)),
    ]


def test_it_says_how_the_day_stands_to_today(small_corpus: Corpus) -> None:
    assert history(small_corpus, PARAGRAPH, date(2026, 1, 1)).against_today == "same"
    assert history(small_corpus, PARAGRAPH, date(2025, 1, 1)).against_today == "other"
    assert history(small_corpus, INSPECTORS, date(2025, 8, 1), date(2025, 1, 1)).against_today == "to come"


def test_it_knows_what_stood_before_and_what_comes(small_corpus: Corpus) -> None:
    now = history(small_corpus, PARAGRAPH, TODAY)
    then = history(small_corpus, PARAGRAPH, date(2025, 1, 1), date(2025, 1, 1))

    assert now.before is not None
    assert now.before.days.start == date(2020, 1, 1)
    assert now.next_change is None
    assert then.before is None
    assert then.next_change == date(2025, 7, 1)


def test_a_day_before_all_wordings_shows_none(small_corpus: Corpus) -> None:
    found = history(small_corpus, INSPECTORS, date(2025, 1, 1))

    assert found.shown is None
    assert found.before is None
