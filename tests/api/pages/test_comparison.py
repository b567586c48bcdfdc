from datetime import date

from api.pages.comparison import comparison_of
from copilot.law import Corpus, ProvisionId, Span

BEFORE, AFTER = date(2025, 1, 1), date(2026, 1, 1)


def test_what_was_taken_out_and_put_in_is_told_apart(small_corpus: Corpus) -> None:
    found = comparison_of(
        small_corpus,
        ProvisionId.parse("lantern-act/art-1/2"),
        layer="digest",
        against=BEFORE,
        as_of=AFTER,
    )

    (unit,) = found.units
    assert unit.spans[1:3] == (Span("removed", " 14"), Span("added", " 3"))


def test_a_unit_that_came_later_is_put_in_as_a_whole(small_corpus: Corpus) -> None:
    found = comparison_of(
        small_corpus, ProvisionId.parse("lantern-act/art-3"), layer="digest", against=BEFORE, as_of=AFTER
    )

    assert [span.kind for unit in found.units for span in unit.spans] == ["added"]
