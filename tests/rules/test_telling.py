from datetime import date
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from copilot.rules.ai_act import AISystem
from copilot.rules.sfdr import Entity
from copilot.rules.telling import UNLESS_UNKNOWN, Day, Name, Said

_said = TypeAdapter(Said)
_day = TypeAdapter(Day)
_day_or_unknown = TypeAdapter(Annotated[Day | None, UNLESS_UNKNOWN])


@pytest.mark.parametrize(
    ("written", "read"),
    [(True, True), ("yes", True), (" No ", False), ("unknown", None), ("", None), (None, None)],
)
def test_a_fact_is_told_as_yes_as_no_or_as_unknown(written: object, read: bool | None) -> None:
    assert _said.validate_python(written) is read


@pytest.mark.parametrize("written", [1, 0, "perhaps", [], 1.0])
def test_nothing_else_is_an_answer(written: object) -> None:
    with pytest.raises(ValidationError, match="write yes, no or unknown"):
        _said.validate_python(written)


def test_a_day_is_written_in_one_way() -> None:
    assert _day.validate_python("2026-07-27") == _day.validate_python(date(2026, 7, 27))
    for written in (
        86400,
        "86400",
        "20260727",
        "2026-W31-1",
        "2026-07-27T00:00:00",
        "2026-02-30",
        "٢٠٢٦-٠٧-٢٧",
    ):
        with pytest.raises(ValidationError):
            _day.validate_python(written)


def test_what_is_no_yes_or_no_can_be_unknown_all_the_same() -> None:
    assert [_day_or_unknown.validate_python(one) for one in ("unknown", "", None)] == [None, None, None]


def test_a_name_is_a_text_that_can_be_sent_back() -> None:
    for name in ("x" * 1_001, "\ud800"):
        with pytest.raises(ValidationError):
            TypeAdapter(Name).validate_python(name)


@pytest.mark.parametrize("facts", [AISystem, Entity])
def test_every_fact_says_what_it_asks_where_it_is_filled_in(facts: type) -> None:
    schema = TypeAdapter(facts).json_schema()

    topics = [*schema.get("$defs", {}).values(), schema]
    entries = [(name, entry) for topic in topics for name, entry in topic["properties"].items()]
    asked = [entry for name, entry in entries if name != "name" and "$ref" not in entry]
    assert asked
    assert all("?" in entry["description"] for entry in asked)
