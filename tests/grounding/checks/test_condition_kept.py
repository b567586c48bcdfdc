import pytest

from tests.grounding.builders import LOG, evidence, gates_on_change, outcome, provision

QUOTE = "Where the lamp has been broken by a storm in winter, a keeper shall report it"
HELD = evidence(
    provision(text=f"{QUOTE} to the board and shall keep the glass that was found in the street.")
)


def test_a_dropped_exception_keeps_a_near_statement_back() -> None:
    assert gates_on_change("condition kept", LOG, ", unless Union law provides otherwise", "")


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        (
            "A keeper shall report it to the board and shall keep the glass that was found in the street.",
            "fail",
        ),
        ("If a storm broke the lamp, it has to be reported.", "pass"),
        ("Keepers of streets report to the board.", "fail"),
        (
            "A keeper shall report it to the board if in winter the lamp has been broken by a storm, and "
            "shall keep the glass that was found in the street.",
            "pass",
        ),
    ],
)
def test_a_condition_is_still_said_in_some_way(text: str, ended: str) -> None:
    assert outcome("condition kept", text, QUOTE, held=HELD) == ended


def test_a_source_without_a_condition_has_none_to_lose() -> None:
    held = evidence(provision(text="A keeper shall light every lamp at dusk."))

    assert (
        outcome("condition kept", "Lamps are lit.", "shall light every lamp", held=held) == "not_applicable"
    )
