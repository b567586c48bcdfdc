"""Finds references in the texts that lead nowhere: to ids under which the corpus holds no wording."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from copilot.law.corpus import Corpus
from copilot.law.provision import Provision
from copilot.law.provision_id import ProvisionId
from copilot.law.references import InstrumentNames, Reference, parse


@dataclass(frozen=True, slots=True)
class Dangling:
    """A reference that leads nowhere, and the wording in which it stands."""

    reference: Reference
    stands_in: Provision

    def __str__(self) -> str:
        return f"{self.stands_in.id}: {self.reference.text!r} is {self.reference.id}, which is not held"


def find_dangling(corpus: Corpus) -> tuple[Dangling, ...]:
    """Every reference in any wording to a unit that has no wording on any day.

    Acts that are not held are no fault: references to them are not among those parsed. Nor are units that
    an instrument says it does not restate.
    """
    return tuple(_dangling(corpus))


def _dangling(corpus: Corpus) -> Iterator[Dangling]:
    names = InstrumentNames.of(corpus.instruments.values())
    held = {wording.id for wording in corpus.wordings()}
    held |= {ProvisionId(instrument) for instrument in corpus.instruments}
    for wording in (wording for wording in corpus.wordings() if wording.layer == "digest"):
        for reference in parse(wording.text, names, within=wording.id):
            if not _leads_somewhere(reference.id, held, corpus):
                yield Dangling(reference, wording)


def _leads_somewhere(unit: ProvisionId, held: Set[ProvisionId], corpus: Corpus) -> bool:
    if unit in held:
        return True
    return not corpus.instruments[unit.instrument].restates(unit.segments[0]) or _stands_in_one_section(
        unit, held
    )


def _stands_in_one_section(unit: ProvisionId, held: Set[ProvisionId]) -> bool:
    """Whether an annex has the point in one section only: laws then cite it without the section."""
    annex, *point = unit.segments
    return (
        annex.startswith("anx-")
        and bool(point)
        and sum(
            other.instrument == unit.instrument
            and other.segments[0] == annex
            and other.segments[2:] == tuple(point)
            for other in held
            if other.segments
        )
        == 1
    )
