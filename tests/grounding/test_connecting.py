import pytest

from copilot.grounding import is_connecting


@pytest.mark.parametrize(
    "text", ["In short:", "The duties are:", "**In detail:**", "These are the main conditions:", "Finally,"]
)
def test_a_phrase_that_only_connects_is_known(text: str) -> None:
    assert is_connecting(text)


@pytest.mark.parametrize(
    "text",
    [
        "Providers:",
        "The fine is 3 %.",
        "The duties must follow:",
        "In short, it is forbidden.",
        "Lamps are lit.",
        "The rules do not apply here:",
        "",
    ],
)
def test_whatever_claims_something_is_none(text: str) -> None:
    assert not is_connecting(text)
