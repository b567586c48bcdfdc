import pytest

from tests.grounding.builders import evidence, outcome, provision


@pytest.mark.parametrize("text", ["Bananas are grown on warm islands.", "xxxx", "a a a", "( ( ("])
def test_a_true_quote_does_not_hold_up_something_else(text: str) -> None:
    assert outcome("words shared", text) == "fail"


@pytest.mark.parametrize(
    "text", ["Whoever deploys lanterns writes a log.", "It is six months.", "They shall."]
)
def test_what_speaks_of_the_source_passes(text: str) -> None:
    assert outcome("words shared", text) == "pass"


def test_without_a_source_nothing_is_held_against_it() -> None:
    held = evidence(provision("eu-ai-act/art-13"))

    assert outcome("words shared", "Bananas are grown.", held=held) == "not_applicable"
