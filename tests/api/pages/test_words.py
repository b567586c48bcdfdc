from datetime import date

from api.pages.words import Piece, leaned_on, marked_in
from copilot.law import Corpus, ProvisionId

TODAY = date(2026, 11, 20)
DUTY = ProvisionId.parse("lantern-act/art-1/2")


def test_the_words_are_cut_out_of_what_stands_around_them() -> None:
    assert marked_in("The lamp burns oil at night.", "burns oil") == (
        Piece("The lamp "),
        Piece("burns oil", marked=True),
        Piece(" at night."),
    )


def test_a_quote_with_words_left_out_is_marked_part_by_part() -> None:
    pieces = marked_in("The keeper lights, cleans and reports the lamp.", "The keeper lights ... the lamp")

    assert [piece.text for piece in pieces if piece.marked] == ["The keeper lights", "the lamp"]


def test_words_that_stand_nowhere_mark_nothing() -> None:
    assert marked_in("The lamp burns oil.", "burns wax") == (Piece("The lamp burns oil."),)


def test_a_quote_of_the_dates_is_marked_in_the_dates(small_corpus: Corpus) -> None:
    wording = small_corpus.as_of(TODAY).provision(DUTY)
    leaned = leaned_on("Applies from 2026-01-01: deployer", wording, as_of=TODAY)

    assert leaned.found
    assert not any(piece.marked for piece in leaned.wording)
    assert [piece.text for piece in leaned.dates if piece.marked] == ["Applies from 2026-01-01: deployer"]


def test_a_quote_of_the_wording_leaves_the_dates_out(small_corpus: Corpus) -> None:
    wording = small_corpus.as_of(TODAY).provision(DUTY)
    leaned = leaned_on("a broken lantern", wording, as_of=TODAY)

    assert (leaned.found, leaned.dates) == (True, ())
    assert "".join(piece.text for piece in leaned.wording) == wording.text
