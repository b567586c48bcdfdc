"""Which text refers to which, read once for all texts that are held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from copilot.law.corpus import Corpus
from copilot.law.provision import Provision
from copilot.law.provision_id import ProvisionId
from copilot.law.references import InstrumentNames, parse


@dataclass(frozen=True, slots=True)
class Citing:
    """The references of a corpus, both ways.

    What is not in the corpus is neither followed nor understood: of ``corpus.open_to(actor)`` nothing
    tells that more is held.
    """

    _names: InstrumentNames
    _citing: Sequence[tuple[Provision, Sequence[ProvisionId]]]

    @classmethod
    def of(cls, corpus: Corpus) -> Citing:
        """Read the references in every wording of every day."""
        names = InstrumentNames.of(corpus.instruments.values())
        read = ((wording, _targets(wording, names)) for wording in corpus.wordings())
        return cls(names, tuple((wording, targets) for wording, targets in read if targets))

    def cited_by(self, provision_id: ProvisionId, day: date) -> tuple[Provision, ...]:
        """The wordings in force on the day, elsewhere, that refer to a provision or to a part of it."""
        citing: dict[ProvisionId, Provision] = {}
        for wording, targets in self._citing:
            if (
                day in wording.in_force
                and not wording.id.within(provision_id)
                and any(target.within(provision_id) for target in targets)
            ):
                citing.setdefault(wording.id, wording)
        return tuple(citing.values())

    def cites(self, passage: Sequence[Provision]) -> tuple[ProvisionId, ...]:
        """What a provision and its parts refer to outside of it, in the order in which they do."""
        targets = (target for wording in passage for target in _targets(wording, self._names))
        return tuple(dict.fromkeys(target for target in targets if not target.within(passage[0].id)))


def _targets(wording: Provision, names: InstrumentNames) -> tuple[ProvisionId, ...]:
    """The units a text refers to. Who names an act as a whole leans on all of it, which tells nobody anything."""
    found = (reference.id for reference in parse(wording.text, names, within=wording.id))
    return tuple(dict.fromkeys(target for target in found if target.segments))
