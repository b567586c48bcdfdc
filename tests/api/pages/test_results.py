from datetime import date

from api.pages.results import worked_out
from api.pages.words import Piece
from copilot.law import Corpus, ProvisionId
from copilot.rules import OpenQuestion, Step, ToolResult

ART_2 = ProvisionId.parse("lantern-act/art-2")
RESULT = ToolResult(
    tool="lamp_oil",
    version="1",
    as_of=date(2026, 11, 20),
    inputs={},
    verdict="the lamp may burn",
    steps=(
        Step("What burns?", "Oil of plants.", "Only that may burn.", ART_2),
        Step("And in the next lamp?", "Oil of plants.", "Only that may burn.", ART_2),
    ),
    citations=(ART_2,),
    open_questions=(OpenQuestion("wick", "Is there a wick?", "Without one nothing burns."),),
)


def test_the_words_are_marked_where_they_stand_first(small_corpus: Corpus) -> None:
    shown = worked_out(RESULT, "Oil of plants", small_corpus)

    assert shown.steps[0].found == (Piece("Oil of plants", marked=True), Piece("."))
    assert shown.steps[1].found == (Piece("Oil of plants."),)
    assert shown.apart == ""


def test_words_that_stand_in_no_line_are_shown_apart(small_corpus: Corpus) -> None:
    assert worked_out(RESULT, "Figure: lamps: 3", small_corpus).apart == "Figure: lamps: 3"
    assert worked_out(RESULT, "", small_corpus).apart == ""


def test_what_it_rests_on_is_called_what_people_call_it(small_corpus: Corpus) -> None:
    shown = worked_out(RESULT, "", small_corpus)

    assert (shown.name, [place.name for place in shown.rests_on]) == ("Lamp oil", ["Art. 2 Lantern Act"])


def test_what_nobody_told_is_listed(small_corpus: Corpus) -> None:
    (asked,) = worked_out(RESULT, "a wick", small_corpus).not_told

    assert [piece.text for piece in asked.question if piece.marked] == ["a wick"]
