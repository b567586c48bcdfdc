import pytest

from tests.grounding.builders import evidence, outcome, provision, result

TEXT = (
    "Lamps of Articles 6 and 7 and of Article 27(1) of Directive 2016/680 shall be lit, "
    "as paragraph 3 and Chapter V say."
)
HELD = evidence(provision(text=TEXT, heading_path=("Chapter III · Lamps",)))
QUOTE = "Lamps of Articles 6 and 7 and of Article 27(1)"


@pytest.mark.parametrize(
    "text",
    [
        "Article 12(2) AI Act covers them.",
        "Art. 7 lamps are lit.",
        "Under Article 12 AI Act and its Chapter III they are lit.",
        "Article 27(1) of Directive 2016/680 names them.",
        "Paragraph 3 and Chapter V name them.",
    ],
)
def test_what_is_cited_or_named_there_may_be_named(text: str) -> None:
    assert outcome("references kept", text, QUOTE, held=HELD) == "pass"


@pytest.mark.parametrize(
    "text",
    [
        "Article 13(2) AI Act covers them.",
        "Article 6(1) lamps are lit.",
        "Article 28(1) of Directive 2016/680 names them.",
        "Chapter VI names them.",
        "They are lit under the GDPR.",
        "Paragraph 4 names them.",
    ],
)
def test_another_number_or_act_may_not(text: str) -> None:
    assert outcome("references kept", text, QUOTE, held=HELD) == "fail"


def test_references_that_changed_places_are_seen_near_the_source() -> None:
    assert outcome("references kept", TEXT.replace("6 and 7", "7 and 7"), QUOTE, held=HELD) == "fail"
    assert outcome("references kept", TEXT, QUOTE, held=HELD) == "pass"


@pytest.mark.parametrize(
    ("old", "new"),
    [("Articles 6 to 9", "Articles 7 to 9"), ("(a), (b)", "(b), (b)"), ("first sub", "second sub")],
)
def test_each_end_of_a_range_each_point_and_each_subparagraph_counts(old: str, new: str) -> None:
    text = "Lamps of Articles 6 to 9, points (a), (b) and (c), and of the first subparagraph shall be lit at dusk."
    held = evidence(provision(text=text))

    assert outcome("references kept", text, text, held=held) == "pass"
    assert outcome("references kept", text.replace(old, new), text, held=held) == "fail"


def test_an_act_goes_by_its_name_and_by_its_number() -> None:
    text = "Logs on persons shall be kept as Regulation (EU) 2016/679 provides."

    assert (
        outcome("references kept", "The GDPR governs logs.", text, held=evidence(provision(text=text)))
        == "pass"
    )


def test_the_provisions_of_a_tool_may_be_named() -> None:
    held = evidence(results=(result(),))

    for text, ended in [("Art. 12(2) AI Act says so.", "pass"), ("Art. 13 AI Act says so.", "fail")]:
        assert (
            outcome("references kept", text, "the lamp has to be lit", "tool:lamp_check/1", held=held)
            == ended
        )
