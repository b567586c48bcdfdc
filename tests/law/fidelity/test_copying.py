import pytest

from copilot.law.fidelity.copying import FixedTerms, OfficialRuns

OFFICIAL = "The keeper of a public street shall light each lantern at dusk and put it out at dawn."


def _copied(text: str, *fixed: str) -> str:
    return OfficialRuns([OFFICIAL], FixedTerms(fixed), 6).copied_in(text)


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("At dusk a keeper lights the lanterns of the street.", ""),
        ("He shall light each lantern at night.", ""),
        ("A man shall light each lantern at dusk.", "shall light each lantern at dusk"),
        (
            "SHALL light, each lantern - at dusk and put it away",
            "shall light each lantern at dusk and put it",
        ),
    ],
)
def test_a_run_of_the_official_words_is_found(text: str, copied: str) -> None:
    assert _copied(text) == copied


def test_a_fixed_term_is_not_copied() -> None:
    assert _copied("A man shall light each lantern at dusk.", "each lantern") == ""


def test_names_of_acts_and_references_are_not_copied() -> None:
    text = "in accordance with Articles 10 to 14 of Regulation (EU) No 1093/2010, first of all, and so on"
    runs = OfficialRuns([text], FixedTerms([]), 6)

    assert runs.copied_in("as Articles 10 to 14 of Regulation (EU) No 1093/2010 say") == ""
