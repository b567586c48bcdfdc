"""The installed texts as provisions: the layer ``official``, beside the digest and under its ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from copilot.law.installed.store import HeldUnit, InstalledText, OfficialStore
from copilot.law.instrument import Instrument, Version
from copilot.law.provision import Application, Period, Placed, Provision
from copilot.law.provision_id import ProvisionId

_RECITAL = "rec-"
_FIRST_UNIT_LINE = 2

Segments = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """An installed text as it is read, and from when until when its version held."""

    version: Version
    period: Period
    source: str
    file: str
    units: tuple[HeldUnit, ...]

    @property
    def has_recitals(self) -> bool:
        return any(_is_recital(unit.path) for unit in self.units)


def official_provisions(
    instrument: Instrument, data_folder: Path, digest: Iterable[Placed]
) -> tuple[Placed, ...]:
    """The installed wordings of an instrument, in the order of the text, each with its days.

    A wording holds from its version until the next version there is, installed or not; where the next
    has the same words, it goes on. When a duty binds is said in the digest, and copied from there.
    """
    texts = tuple(_installed(instrument, OfficialStore(data_folder)))
    if not texts:
        return ()
    applies = {item.provision.id: item.provision.applies for item in digest}
    wordings: defaultdict[Segments, list[Placed]] = defaultdict(list)
    for placed in _placed(texts, instrument, applies):
        _add(placed, wordings[placed.provision.id.segments])
    return tuple(placed for path in _in_order(texts) for placed in wordings[path])


def _installed(instrument: Instrument, store: OfficialStore) -> Iterator[_Text]:
    starts = [version.start for version in instrument.versions]
    for version, until in zip(instrument.versions, [*starts[1:], instrument.until], strict=True):
        if text := store.installed(instrument, version):
            yield _Text(
                version,
                Period(version.start, until),
                _source(version, text),
                str(store.units_file(text)),
                store.units(text),
            )


def _placed(
    texts: tuple[_Text, ...], instrument: Instrument, applies: Mapping[ProvisionId, tuple[Application, ...]]
) -> Iterator[Placed]:
    for number, text in enumerate(texts):
        recitals = Period(text.period.start, _end_of_recitals(texts[number + 1 :], instrument.until))
        for line, unit in enumerate(text.units, start=_FIRST_UNIT_LINE):
            provision_id = ProvisionId(instrument.id, unit.path)
            provision = Provision(
                id=provision_id,
                heading_path=unit.headings,
                title=unit.title,
                text=unit.text,
                in_force=recitals if _is_recital(unit.path) else text.period,
                layer="official",
                source=text.source,
                applies=_applies(provision_id, applies),
            )
            yield Placed(provision, text.file, line)


def _end_of_recitals(later: tuple[_Text, ...], until: date | None) -> date | None:
    """Recitals hold on: a consolidated text leaves them out and does not repeal them."""
    return next((text.period.start for text in later if text.has_recitals), until)


def _add(new: Placed, wordings: list[Placed]) -> None:
    """Add a wording, or let the one before it go on where the words are the same."""
    before = wordings[-1].provision if wordings else None
    now = new.provision
    if (
        before is not None
        and before.in_force.until == now.in_force.start
        and (before.title, before.text) == (now.title, now.text)
    ):
        longer = replace(before, in_force=Period(before.in_force.start, now.in_force.until))
        wordings[-1] = replace(wordings[-1], provision=longer)
    else:
        wordings.append(new)


def _in_order(texts: tuple[_Text, ...]) -> list[Segments]:
    """All units there are in any text; what a later text inserts stands where it was inserted."""
    follows: defaultdict[Segments, list[Segments]] = defaultdict(list)
    seen: set[Segments] = set()
    for text in texts:
        before: Segments = ()
        for unit in text.units:
            if unit.path not in seen:
                seen.add(unit.path)
                follows[before].append(unit.path)
            before = unit.path
    order: list[Segments] = []
    waiting = follows[()]
    while waiting:
        path = waiting.pop()
        order.append(path)
        waiting.extend(follows[path])
    return order


def _applies(
    unit: ProvisionId, applies: Mapping[ProvisionId, tuple[Application, ...]]
) -> tuple[Application, ...]:
    """What the digest states for a unit, or, where it has no such unit, for what that is a part of."""
    above: ProvisionId | None = unit
    while above is not None:
        if above in applies:
            return applies[above]
        above = above.parent
    return ()


def _source(version: Version, text: InstalledText) -> str:
    return f"CELEX {version.celex}, {text.source}" if version.celex else f"{version.source}, {text.source}"


def _is_recital(path: Segments) -> bool:
    return path[0].startswith(_RECITAL)
