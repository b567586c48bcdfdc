"""Compares one official edition with the digest of its day, unit by unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from copilot.law.corpus import Corpus, LawOnDay
from copilot.law.fidelity.copying import FixedTerms, OfficialRuns, longest_run
from copilot.law.fidelity.editions import Edition
from copilot.law.fidelity.elements import ElementKind, adds_a_duty, lost_elements
from copilot.law.fidelity.figures import figures_in
from copilot.law.fidelity.fixed_names import without_publications
from copilot.law.official import OfficialUnit
from copilot.law.provision import Provision
from copilot.law.provision_id import ProvisionId

COPIED_WORDS = 10
"""So many words in a row may not be the official text's own."""

_PICTURES = ("[formula]", "[form]")
"""What stands where the publisher has a picture; its figures cannot be compared."""

FaultKind = Literal["missing", "unknown", "figure", "copied"] | ElementKind


@dataclass(frozen=True, slots=True)
class UnitFault:
    """What is wrong with one unit of the digest."""

    id: ProvisionId
    kind: FaultKind
    detail: str


@dataclass(frozen=True, slots=True)
class EditionReport:
    """How the digest stands to one official edition; ``longest_run`` is in words, fixed terms aside."""

    edition: Edition
    units: int
    faults: tuple[UnitFault, ...]
    longest_run: int

    @property
    def covered(self) -> float:
        """The share of operative units that the digest covers with every element."""
        lacking = {fault.id for fault in self.faults if fault.kind not in ("copied", "unknown")}
        return 1.0 if not self.units else 1 - len(lacking) / self.units


def check_edition(edition: Edition, corpus: Corpus, fixed: FixedTerms) -> EditionReport:
    """Hold the digest, as of the first day of the edition, against its units."""
    law = corpus.as_of(edition.version.start)
    instrument = edition.instrument
    everything = edition.units()
    official = {
        ProvisionId(instrument.id, unit.path): unit
        for unit in everything
        if instrument.restates(unit.path[0])
    }
    published = [f"{unit.title} {unit.text}" for unit in everything]
    runs = OfficialRuns(published, fixed, COPIED_WORDS)
    formulas = _formulas(official, law)
    faults = [
        *_missing(official, law),
        *_unknown(official, law, edition),
        *(
            fault
            for provision_id, unit in official.items()
            if provision_id in law
            for fault in _faults(unit, law.provision(provision_id), runs, formulas)
        ),
    ]
    operative = sum(1 for unit in official.values() if unit.text)
    ours = [wording.text for wording in law if wording.instrument == instrument.id]
    return EditionReport(edition, operative, tuple(faults), longest_run(ours, published, fixed))


def _missing(official: Mapping[ProvisionId, OfficialUnit], law: LawOnDay) -> Iterator[UnitFault]:
    for provision_id, unit in official.items():
        if provision_id not in law:
            yield UnitFault(provision_id, "missing", unit.text[:80] or unit.title)


def _unknown(
    official: Mapping[ProvisionId, OfficialUnit], law: LawOnDay, edition: Edition
) -> Iterator[UnitFault]:
    """Units of the digest that the edition does not have; a kind it never carries, such as recitals, aside."""
    kinds = {provision_id.segments[0].partition("-")[0] for provision_id in official}
    for wording in law:
        ours = (
            wording.instrument == edition.instrument.id
            and wording.id.segments[0].partition("-")[0] in kinds
        )
        if ours and wording.id not in official:
            yield UnitFault(wording.id, "unknown", wording.text[:80] or wording.title)


def _formulas(official: Mapping[ProvisionId, OfficialUnit], law: LawOnDay) -> tuple[str, ...]:
    """What the digest writes where the publisher has a picture; another unit may repeat it word for word."""
    return tuple(
        law.provision(provision_id).text.rpartition(": ")[2]
        for provision_id, unit in official.items()
        if provision_id in law and _is_picture(unit)
    )


def _is_picture(unit: OfficialUnit) -> bool:
    return any(picture in unit.text for picture in _PICTURES)


def _faults(
    unit: OfficialUnit, wording: Provision, runs: OfficialRuns, formulas: tuple[str, ...]
) -> Iterator[UnitFault]:
    if unit.text and not wording.text:
        yield UnitFault(wording.id, "missing", "the digest has a title and no text")
        return
    said = figures_in(without_publications(unit.text))
    kept = figures_in(f"{wording.title} {wording.text}")
    for figure in sorted(said - kept):
        yield UnitFault(wording.id, "figure", f"{figure} is lost")
    ours = wording.text
    for formula in formulas:
        ours = ours.replace(formula, " ")
    added = figures_in(ours, spelled_out=False) - figures_in(f"{unit.title} {unit.text}")
    for figure in () if _is_picture(unit) else sorted(added):
        yield UnitFault(wording.id, "figure", f"{figure} is not in the official text")
    recital = wording.id.segments[0].startswith("rec-")
    for kind, name in lost_elements(unit.text, wording.text, context=wording.title, condensed=recital):
        yield UnitFault(wording.id, kind, f"{name} is lost")
    if adds_a_duty(unit.text, wording.text):
        yield UnitFault(wording.id, "force", "duty is not in the official text")
    if copied := runs.copied_in(wording.text):
        yield UnitFault(wording.id, "copied", f"{len(copied.split())} words: {copied}")
