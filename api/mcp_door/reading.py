"""A provision, or an act as a whole, as text that a person or a model reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from api.mcp_door.brought import uri_of
from copilot.errors import UnknownProvision
from copilot.grounding import citable_text
from copilot.law import Corpus, LawOnDay, Provision, ProvisionId, label_of


def provision_text(corpus: Corpus, provision_id: ProvisionId, as_of: date) -> str:
    """A provision with all its parts as worded on the day, in the publisher's words where they are installed."""
    official = corpus.as_of(as_of, layer="official")
    passage = [_official(part, official) for part in corpus.as_of(as_of).passage(provision_id)]
    return "\n\n".join((_about(corpus, passage[0], as_of), *_parts(passage, as_of)))


def act_text(corpus: Corpus, name: str, as_of: date) -> str:
    """What is known of an act, and its articles and annexes on the day."""
    if name not in corpus.instruments:
        raise UnknownProvision(f"there is no instrument {name!r}", remedy="See resources/list.")
    act = corpus.instruments[name]
    units = [unit for unit in corpus.as_of(as_of) if unit.instrument == name and len(unit.id.segments) == 1]
    return "\n".join(
        (
            f"# {act.title}",
            f"As of {as_of}. {act.short}, {act.kind}, {act.publisher}. Status: {act.status}.",
            *(f"Version from {version.start}: {version.source}." for version in act.versions),
            *(f"Not held: {gap}" for gap in act.gaps),
            "",
            *(f"- {f'{unit.label} {unit.title}'.rstrip()}: {uri_of(unit.id, as_of)}" for unit in units),
        )
    )


def _about(corpus: Corpus, whole: Provision, as_of: date) -> str:
    act = corpus.instruments[whole.instrument].short
    title = f" · {whole.title}" if whole.title else ""
    return (
        f"# {whole.label} {act}{title}\n{' › '.join(whole.heading_path)}\n"
        f"As of {as_of}. Worded {whole.in_force}; {whole.layer}; {whole.source}. Id: {whole.id}"
    )


def _parts(passage: list[Provision], as_of: date) -> Iterator[str]:
    """Each part with its label; that of the whole stands in the heading."""
    whole, *parts = passage
    if whole.text:
        yield citable_text(whole, as_of=as_of)
    for part in parts:
        if part.text:
            yield f"{label_of(part.id.segments)} ({part.layer}): {citable_text(part, as_of=as_of)}"


def _official(wording: Provision, official: LawOnDay) -> Provision:
    held = official.provision(wording.id) if wording.id in official else None
    return held if held and held.text else wording
