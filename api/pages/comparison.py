"""What changed in a provision and its parts between two days, unit by unit and word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from api.pages.reading import called
from copilot.law import Corpus, LawOnDay, Layer, Provision, ProvisionId, Span, compared


@dataclass(frozen=True, slots=True)
class Changed:
    """One unit as it read on both days; ``spans`` say what was taken out and what was put in."""

    id: ProvisionId
    name: str
    depth: int
    spans: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A provision on a day, held against an earlier or a later one."""

    against: date
    units: tuple[Changed, ...]


def comparison_of(
    corpus: Corpus, provision_id: ProvisionId, *, layer: Layer, against: date, as_of: date
) -> Comparison:
    """What reads otherwise on ``as_of`` than it did on ``against``."""
    old, new = (_passage(corpus.as_of(day, layer=layer), provision_id) for day in (against, as_of))
    held = (unit for unit in (provision_id, *corpus.parts(provision_id)) if unit in old or unit in new)
    units = (_changed(unit, provision_id, old.get(unit), new.get(unit)) for unit in held)
    return Comparison(against, tuple(unit for unit in units if unit.spans))


def _passage(law: LawOnDay, provision_id: ProvisionId) -> dict[ProvisionId, Provision]:
    if provision_id not in law:
        return {}
    return {wording.id: wording for wording in law.passage(provision_id)}


def _changed(
    unit: ProvisionId, whole: ProvisionId, old: Provision | None, new: Provision | None
) -> Changed:
    depth = len(unit.segments) - len(whole.segments)
    return Changed(unit, called(unit) if depth else "", depth, compared(_text(old), _text(new)))


def _text(wording: Provision | None) -> str:
    return wording.text if wording else ""
