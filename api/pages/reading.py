"""A provision made ready to be read: unit by unit, in both layers, with the words leaned on marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from api.pages.history import History, history_of
from api.pages.words import Leaned, Piece, leaned_on, plainly
from api.shapes.provision import PartBody, ProvisionBody, provision_body
from copilot.actor import Actor
from copilot.law import Corpus, LawOnDay, Layer, ProvisionId, label_of


@dataclass(frozen=True, slots=True)
class Leaning:
    """The words of a provision that somebody leans on, and whose words they are."""

    quote: str
    layer: Layer


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit as it is read: what it is called where it stands, and its words in each layer."""

    id: ProvisionId
    name: str
    depth: int
    title: str
    digest: tuple[Piece, ...]
    official: tuple[Piece, ...]

    @property
    def alone(self) -> tuple[Piece, ...]:
        """Its words where one layer is read."""
        return self.digest or self.official


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page shows of a provision; ``above`` are the words that lead to it."""

    body: ProvisionBody
    above: tuple[Unit, ...]
    units: tuple[Unit, ...]
    leaned: Leaned | None
    history: History

    @property
    def both(self) -> bool:
        """Whether the publisher's words stand beside ours."""
        return any(unit.official and unit.digest for unit in self.units)


def reading_of(
    corpus: Corpus,
    provision_id: ProvisionId,
    *,
    as_of: date,
    actor: Actor,
    today: date,
    leaning: Leaning | None,
) -> Reading:
    """A provision as one actor may read it on one day; an error says why it cannot be."""
    body = provision_body(corpus, provision_id, as_of=as_of, actor=actor)
    seen = corpus.open_to(actor)
    law = seen.as_of(as_of, layer=body.layer)
    leaned = _leaned(seen, body, leaning)
    layer = leaning.layer if leaning else None
    whole = Unit(
        body.id,
        body.label,
        0,
        body.title,
        leaned.wording if leaned and layer == "digest" else plainly(_text(body, "digest")),
        leaned.wording if leaned and layer == "official" else plainly(_text(body, "official")),
    )
    return Reading(
        body,
        tuple(_above(law, body.id)),
        (whole, *(_unit(part) for part in body.parts)),
        leaned,
        history_of(seen, provision_id, layer=body.layer, as_of=as_of, today=today),
    )


def _leaned(seen: Corpus, body: ProvisionBody, leaning: Leaning | None) -> Leaned | None:
    """Where the words stand; also where the layer they are from is not held on this day."""
    if leaning is None:
        return None
    law = seen.as_of(body.as_of, layer=leaning.layer)
    if body.id not in law:
        return Leaned((), (), found=False)
    return leaned_on(leaning.quote, law.provision(body.id), as_of=body.as_of)


def _text(body: ProvisionBody, layer: Layer) -> str:
    return next((wording.text for wording in body.wordings if wording.layer == layer), "")


def _unit(part: PartBody) -> Unit:
    official = part.official_text or (part.text if part.layer == "official" else "")
    return Unit(
        part.id,
        called(part.id),
        part.depth,
        part.title,
        plainly(part.text if part.layer == "digest" else ""),
        plainly(official),
    )


def _above(law: LawOnDay, provision_id: ProvisionId) -> Iterator[Unit]:
    """The units a provision stands in that have words of their own, the outermost first."""
    above = provision_id.parent
    found = []
    while above is not None and above.segments:
        if above in law and law.provision(above).text:
            found.append(law.provision(above))
        above = above.parent
    for wording in reversed(found):
        yield Unit(wording.id, wording.label, 0, wording.title, plainly(wording.text), ())


def called(provision_id: ProvisionId) -> str:
    """What a part is called where it stands: ``(a)``, ``second subparagraph``."""
    label, parent = label_of(provision_id.segments), label_of(provision_id.segments[:-1])
    return label.removeprefix(parent).lstrip(", ") or label
