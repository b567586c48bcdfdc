from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from copilot.rules.jurisdictions.condition import Condition, deciding, keys, pending, value

_condition: TypeAdapter[Condition] = TypeAdapter(Condition)


@dataclass
class Told:
    """Answers as a test gives them."""

    answers: dict[str, bool | None] = field(default_factory=dict)
    assets: Decimal | None = None

    def answer(self, key: str) -> bool | None:
        return self.answers.get(key)

    def above(self, figure: str, threshold: Decimal) -> bool | None:
        return None if self.assets is None else self.assets > threshold


BOTH = _condition.validate_python({"all": ["a", {"not": "b"}]})
EITHER = _condition.validate_python({"any": ["a", {"above": "30", "figure": "launch.total_assets_usd"}]})


@pytest.mark.parametrize(
    ("a", "b", "holds"),
    [
        (True, False, True),
        (True, True, False),
        (False, None, False),
        (True, None, None),
        (None, True, False),
    ],
)
def test_all_and_not(a: bool | None, b: bool | None, holds: bool | None) -> None:
    assert value(BOTH, Told({"a": a, "b": b})) is holds


@pytest.mark.parametrize(
    ("a", "assets", "holds"),
    [
        (True, None, True),
        (False, "30", False),
        (False, "30.01", True),
        (None, "30", None),
        (False, None, None),
    ],
)
def test_any_and_above(a: bool | None, assets: str | None, holds: bool | None) -> None:
    assert value(EITHER, Told({"a": a}, Decimal(assets) if assets else None)) is holds


def test_only_what_is_open_is_asked() -> None:
    assert list(pending(BOTH, Told({"a": True}))) == ["b"]
    assert list(pending(EITHER, Told({"a": False}))) == ["launch.total_assets_usd"]
    assert list(pending(BOTH, Told({"a": False}))) == []


def test_what_settles_a_condition_is_told_alone_and_where_nothing_does_all_is() -> None:
    assert list(deciding(BOTH, Told({"a": True, "b": True}))) == ["b"]
    assert list(deciding(BOTH, Told({"a": True, "b": False}))) == ["a", "b"]
    assert list(deciding(EITHER, Told({"a": False}, Decimal(30)))) == ["a", "launch.total_assets_usd"]
    assert list(deciding(EITHER, Told())) == []


def test_figures_are_no_keys() -> None:
    assert list(keys(EITHER)) == ["a"]
