"""Finds references in the texts that lead nowhere: to ids under which the corpus holds no wording."""

from __future__ import annotations

from collections.abc import Iterator
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


def dangling(corpus: Corpus) -> tuple[Dangling, ...]:
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
            act = corpus.instruments[reference.id.instrument]
            if reference.id not in held and act.restates(reference.id.segments[0]):
                yield Dangling(reference, wording)
