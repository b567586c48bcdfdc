"""What was told of a system, as plain values: kept with the result, so that it can be replayed."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal

from pydantic import JsonValue

from copilot.rules.ai_act.facts import AISystem, Topic


def inputs_of(system: AISystem) -> dict[str, JsonValue]:
    """Every fact that was told, by topic; what nobody told is left out."""
    told: dict[str, JsonValue] = {"name": system.name} if system.name else {}
    for topic in fields(system):
        group = getattr(system, topic.name)
        if isinstance(group, Topic) and group != topic.default:
            told[topic.name] = {
                entry.name: _plain(value)
                for entry in fields(group)  # type: ignore[arg-type]  # each topic is a dataclass
                if (value := getattr(group, entry.name)) is not None
            }
    return told


def _plain(value: bool | Decimal | date | tuple[str, ...]) -> JsonValue:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, bool) else str(value)
