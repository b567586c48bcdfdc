"""What an entry is about, in a line."""

from __future__ import annotations

import json

from copilot.records.ledger.entry import Entry

_REDACTED = "[redacted]"


def in_short(entry: Entry) -> str:
    """What was asked, what came of it, or what was done; with whatever letters somebody asked in."""
    said = entry.said
    match entry.kind:
        case "question":
            return part_of(entry, "asked") or _REDACTED
        case "answer":
            return f"to question {said['question']}, by {said['model']}"
        case "policy":
            ends = f" from {said['ends_on']} on" if said["ends_on"] else ""
            return f"version {said['version']} of policy {said['policy']} {said['action']}{ends}"
        case "redacted":
            return f"entry {said['entry']}: {said['reason']}"
        case "archived":
            return f"entries {said['first']} to {said['through']}"
        case "access":
            return f"key {said['access_key']} {said['action']}"
        case _:
            return f"from now on key {said['key']}"


def part_of(entry: Entry, name: str) -> str | None:
    """A part of an entry that is a text; none where it has none, or it was redacted."""
    field = entry.fields.get(name)
    value = None if field is None else json.loads(field.value)
    return value if isinstance(value, str) else None
