"""Server-Sent Events as a client reads them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple


class Sent(NamedTuple):
    """One event: its name, and its data as JSON."""

    name: str
    data: Any


def events_in(lines: Iterable[str]) -> Iterator[Sent]:
    """The events of a stream, one after the other; comments are none."""
    name, data = "message", ""
    for line in lines:
        field, _, text = line.partition(": ")
        if field == "event":
            name = text
        elif field == "data":
            data += text
        elif not line and data:
            yield Sent(name, json.loads(data))
            name, data = "message", ""
