import pytest

from copilot.agent.intake.description import describe
from copilot.agent.intake.phrase import phrase

_LISTS = {"lamps": "lantern, street lamp, candle*", "keepers": "keeper, <lamps> owner"}


def _found(written: str, text: str) -> list[str]:
    return [text[one.start : one.end] for one in phrase(written, _LISTS).found_in(describe(text))]


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("rank keeper", "It ranks keepers.", ["ranks keepers"]),
        ("rank keeper", "It ranks old keepers.", []),
        ("rank .. keeper", "It ranks very old lamp keepers.", ["ranks very old lamp keepers"]),
        ("rank .. keeper", "It ranks the oldest of all our keepers.", []),
        (
            "rank ... keeper",
            "It ranks the oldest of all our keepers.",
            ["ranks the oldest of all our keepers"],
        ),
        ("rank|score keeper", "Scoring keepers.", ["Scoring keepers"]),
        ("lamp_oil|wick price", "Lamp oil prices, wick prices.", ["Lamp oil prices", "wick prices"]),
        ("lumin*", "A luminous, luminescent thing.", ["luminous", "luminescent"]),
        ("<lamps>", "Candlelight beside a street lamp.", ["Candlelight", "street lamp"]),
        ("<keepers>", "The lantern owner.", ["lantern owner"]),
        ("oil ~ rank", "Ranks keepers by the oil they burn. No oil.", ["Ranks keepers by the oil"]),
        ("oil ~ rank", "Ranks keepers. Burns oil.", []),
        ("oil & rank", "Ranks keepers. Burns oil.", ["oil"]),
        ("oil & rank", "Does not rank keepers. Burns oil.", []),
        ("oil ~ burn & rank", "Ranks keepers. Burns oil.", ["Burns oil"]),
    ],
)
def test_a_phrase_is_found(written: str, text: str, found: list[str]) -> None:
    assert _found(written, text) == found


def test_a_denied_phrase_says_so() -> None:
    description = describe("It does not rank keepers.")

    assert [one.denied for one in phrase("rank keeper", _LISTS).found_in(description)] == [True]
