import pytest

from copilot.actor import Actor
from tests.grounding.builders import INSPECTION, LOG, evidence, finding, outcome, provision, verified

OTHER = provision("eu-ai-act/art-13", "Lamps are made of glass and brass.")


@pytest.mark.parametrize(
    "quote", [LOG, LOG.upper(), "shall keep a log … at least six months", "A provider may inspect"]
)
def test_a_quote_of_the_cited_unit_stands(quote: str) -> None:
    assert outcome("quote stands", "Logs are kept.", quote) == "pass"


@pytest.mark.parametrize(
    "quote",
    [
        "Deployers shall keep a log of every lamp for at least nine months",
        "Deployers may keep a log of every lamp",
        "shall keep a log before dusk",
        "six months",
        "   ",
        "...",
    ],
)
def test_a_changed_stitched_short_or_empty_quote_does_not(quote: str) -> None:
    assert outcome("quote stands", "Logs are kept.", quote) == "fail"


def test_a_quote_from_another_unit_fails_and_is_told_where_it_stands() -> None:
    statement = verified(
        "Lamps are of glass.", "made of glass and brass", held=evidence(provision(), OTHER)
    )

    assert "It stands in eu-ai-act/art-13: cite that." in finding("quote stands", statement).said


def test_a_closed_unit_is_not_told_of() -> None:
    closed = provision("eu-ai-act/art-13", OTHER.text, audience=frozenset({"control-room"}))
    held = evidence(provision(), closed)

    assert "art-13" not in finding("quote stands", verified("x", "made of glass and brass", held=held)).said
    guard = Actor("guard", frozenset({"control-room"}))
    assert (
        "art-13"
        in finding("quote stands", verified("x", "made of glass and brass", held=held, actor=guard)).said
    )


def test_two_units_joined_are_no_unit() -> None:
    held = evidence(provision(), OTHER)

    assert outcome("quote stands", "x", "sell a broken lamp. Lamps are made", held=held) == "fail"
    assert outcome("quote stands", "x", INSPECTION, held=held) == "pass"
