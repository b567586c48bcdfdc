"""What is held, as a reader looks for it: by where it is from, the firm's own last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from copilot.law import Instrument

_NAMES = {
    "EU": "European Union",
    "UK": "United Kingdom",
    "US": "United States and its states",
    "firm": "The firm’s policies",
}
_FRAMEWORKS = "Standards and frameworks"
_VOLUNTARY = ("standard", "framework")


@dataclass(frozen=True, slots=True)
class Group:
    """Acts, frameworks or policies that belong together."""

    name: str
    acts: tuple[Instrument, ...]


def holdings(instruments: Iterable[Instrument]) -> tuple[Group, ...]:
    """All that is held, in groups."""
    groups: defaultdict[str, list[Instrument]] = defaultdict(list)
    for act in instruments:
        groups[_group(act)].append(act)
    order = [_NAMES["EU"], _NAMES["firm"], _FRAMEWORKS, _NAMES["UK"], _NAMES["US"]]
    names = sorted(groups, key=lambda name: (order.index(name) if name in order else len(order), name))
    return tuple(Group(name, tuple(groups[name])) for name in names)


def _group(act: Instrument) -> str:
    if act.kind == "policy":
        return _NAMES["firm"]
    if act.kind in _VOLUNTARY and not act.jurisdiction.startswith("UK"):
        return _FRAMEWORKS
    land = act.jurisdiction.partition("-")[0]
    return _NAMES.get(land, land.capitalize())
