from datetime import date

from copilot.rules import ToolResult


def _result(**inputs: str) -> ToolResult:
    return ToolResult("lamp_check", "1", date(2026, 1, 1), inputs, verdict="lit")


def test_the_hash_of_the_inputs_is_that_of_their_content() -> None:
    assert _result(street="Vine", lamp="3").inputs_hash == _result(lamp="3", street="Vine").inputs_hash
    assert _result(street="Vine").inputs_hash != _result(street="Hill").inputs_hash
