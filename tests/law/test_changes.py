from datetime import date

import pytest

from copilot.law import Corpus, ProvisionId, Span, changes_between, compared, leaning_on

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def test_what_was_added_and_changed_is_listed_in_the_order_of_the_text(small_corpus: Corpus) -> None:
    found = changes_between(small_corpus, "lantern-act", BEFORE, AFTER, layer="digest")

    assert [(change.kind, str(change.id)) for change in found] == [
        ("changed", "lantern-act/art-1/2"),
        ("added", "lantern-act/art-3"),
    ]


def test_backwards_an_addition_is_a_removal(small_corpus: Corpus) -> None:
    kinds = {
        change.kind
        for change in changes_between(small_corpus, "lantern-act", AFTER, BEFORE, layer="digest")
    }

    assert kinds == {"changed", "removed"}


def test_nothing_changes_where_no_wording_does(small_corpus: Corpus) -> None:
    assert (
        changes_between(small_corpus, "lantern-act", date(2024, 1, 1), date(2024, 2, 1), layer="digest")
        == ()
    )


def test_a_policy_that_refers_to_a_changed_provision_leans_on_it(small_corpus: Corpus) -> None:
    changed = ProvisionId.parse("lantern-act/art-1/2")
    untouched = ProvisionId.parse("lantern-act/art-3")

    found = leaning_on(small_corpus, [changed, untouched], AFTER)

    (leaning,) = found[changed]
    assert (leaning.source, leaning.refers_to) == ("policy/lamp-care/1.2", changed)
    assert "Art. 1(2)" in leaning.words
    assert untouched not in found


@pytest.mark.parametrize(
    ("before", "after", "spans"),
    [
        (
            "report within 14 days",
            "report within 3 days",
            [("kept", "report within"), ("removed", " 14"), ("added", " 3"), ("kept", " days")],
        ),
        ("", "new words", [("added", "new words")]),
        ("same", "same", [("kept", "same")]),
    ],
)
def test_two_wordings_are_compared_word_by_word(
    before: str, after: str, spans: list[tuple[str, str]]
) -> None:
    assert compared(before, after) == tuple(Span(kind, text) for kind, text in spans)  # type: ignore[arg-type]
