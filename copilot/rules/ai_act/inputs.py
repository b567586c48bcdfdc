"""What was told of a system, as plain values: kept with the result, so that it can be replayed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter

from pydantic import JsonValue

from copilot.rules.ai_act.facts import FACTS, AISystem, Topic

_YES_OR_NO = {fact.key for fact in FACTS if fact.read is None}


@dataclass(frozen=True, slots=True)
class _Group:
    """A topic as it is read off: ``others`` are the entries that are no yes or no, and no plain value yet."""

    name: str
    blank: Topic
    entries: tuple[str, ...]
    others: tuple[str, ...]
    read: Callable[[object], tuple[JsonValue, ...]]


def _group(name: str, blank: Topic) -> _Group:
    entries = tuple(entry.name for entry in fields(blank))  # type: ignore[arg-type]  # each topic is a dataclass
    others = tuple(entry for entry in entries if f"{name}.{entry}" not in _YES_OR_NO)
    # One entry is read twice, so that a tuple comes back of a topic with one entry, too.
    return _Group(name, blank, entries, others, attrgetter(*entries, entries[0]))


_GROUPS = tuple(
    _group(topic.name, topic.default) for topic in fields(AISystem) if isinstance(topic.default, Topic)
)


def inputs_of(system: AISystem) -> dict[str, JsonValue]:
    """Every fact that was told, by topic; what nobody told is left out."""
    inputs: dict[str, JsonValue] = {"name": system.name} if system.name else {}
    for group in _GROUPS:
        topic = getattr(system, group.name)
        if topic is group.blank:
            continue
        told: dict[str, JsonValue] = {
            entry: value
            for entry, value in zip(group.entries, group.read(topic), strict=False)
            if value is not None
        }
        for entry in group.others:
            if entry in told:
                told[entry] = _plain(told[entry])
        if told:
            inputs[group.name] = told
    return inputs


def _plain(value: object) -> JsonValue:
    return list(value) if isinstance(value, tuple) else str(value)
