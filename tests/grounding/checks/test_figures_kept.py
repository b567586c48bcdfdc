import pytest

from tests.grounding.builders import evidence, outcome, provision, result

HELD = evidence(provision(text="The fine is up to EUR 35 000 000 or 7 % of turnover, due within 14 days."))
QUOTE = "up to EUR 35 000 000 or 7 %"


@pytest.mark.parametrize(
    "text", ["€35m is the most.", "It is 7 per cent of turnover.", "It is due in two weeks."]
)
def test_a_figure_written_otherwise_is_kept(text: str) -> None:
    assert outcome("figures kept", text, QUOTE, held=HELD) == "pass"


@pytest.mark.parametrize(
    "text",
    ["€36m is the most.", "It is 7 basis points.", "It is due in 14 months.", "Five.", "7 % of profits."],
)
def test_a_changed_or_made_up_figure_is_not(text: str) -> None:
    assert outcome("figures kept", text, QUOTE, held=HELD) == "fail"


def test_where_there_is_no_figure_nothing_is_looked_at() -> None:
    assert outcome("figures kept", "It is due soon.", QUOTE, held=HELD) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("A keeper shall light 5 lamps at dusk and put out 5 lamps at dawn.", "fail"),
        ("Five lamps are put out at dawn.", "pass"),
    ],
)
def test_a_figure_in_the_place_of_another_is_seen_near_the_source(text: str, ended: str) -> None:
    held = evidence(provision(text="A keeper shall light 3 lamps at dusk and put out 5 lamps at dawn."))

    assert outcome("figures kept", text, "light 3 lamps at dusk and put out 5 lamps", held=held) == ended


@pytest.mark.parametrize(
    ("text", "ended"), [("It is at most €35 million.", "pass"), ("At most €35 billion.", "fail")]
)
def test_a_figure_of_a_tool_is_kept_and_no_other(text: str, ended: str) -> None:
    held = evidence(results=(result(),))
    quote = "Figure: fine at most: 35000000 EUR"

    assert outcome("figures kept", text, quote, "tool:lamp_check/1", held=held) == ended


def test_the_figures_of_the_words_above_a_point_count() -> None:
    point, chapeau = (
        provision("eu-ai-act/art-12/2/a", "selling a broken lamp;"),
        provision(text="Fined 3 % are:"),
    )
    held = evidence(point, chapeau)

    text, quote = "Selling a broken lamp is fined 3 %.", "selling a broken lamp"

    assert outcome("figures kept", text, quote, "eu-ai-act/art-12/2/a", held=held) == "pass"
