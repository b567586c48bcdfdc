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


@pytest.mark.parametrize(
    "names",
    [
        "Regulations (EC) No 300/2008, (EU) No 167/2013, (EU) 2019/2144 and Directives 2014/90/EU, (EU) 2016/797",
        "Regulations (EU) No 167/2013, (EU) No 168/2013, and (EU) 2019/2144 or (EU) 2018/858",
        "Regulation (EU) 2024/1689 (OJ L, 2024/1689, 12.7.2024, ELI: http://data.europa.eu/eli/reg/2024/1689/oj)",
    ],
)
def test_lists_of_acts_and_places_of_publication_are_names(names: str) -> None:
    runs = OfficialRuns([f"a lantern under {names} is lit at dusk"], FixedTerms([]), 6)

    assert runs.copied_in(f"lamps of {names} burn") == ""


def test_words_after_a_place_of_publication_are_still_held_against() -> None:
    text = "the Oil Act (OJ L 2, 1.1.2020, p. 1) binds each keeper of a street lamp"
    runs = OfficialRuns([text], FixedTerms([]), 6)

    assert runs.copied_in(text) == "binds each keeper of a street lamp"
