"""A provision as it is sent: its wording of one day, from when it binds whom, and what stands around it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from pydantic import Field

from copilot.actor import Actor
from copilot.law import Citing, Corpus, LawOnDay, Layer, Provision, ProvisionId, label_of
from copilot.law.instrument import Kind
from copilot.shapes import AppliesBody, Days, Shape


class WordingBody(Shape):
    """What a provision says in one layer: in our digest's words, or in the publisher's."""

    layer: Layer
    text: str
    source: str
    in_force: Days
    sha256: str


class PartBody(Shape):
    """A part of a provision; ``depth`` counts the steps down to it."""

    id: ProvisionId
    label: str
    depth: int
    title: str
    text: str
    layer: Layer
    official_text: str | None = Field(
        description="The publisher's words, where they stand beside our digest's."
    )


class PlaceBody(Shape):
    """A provision by its name alone."""

    id: ProvisionId
    label: str
    act: str = Field(description="The short name of the act, framework or policy.")


class HeldBody(Shape):
    """The days of one wording that a provision has had."""

    in_force: Days
    layer: Layer
    sha256: str


class ProvisionBody(Shape):
    """A provision as worded on one day, with its parts, its dates, its history and its references."""

    as_of: date
    id: ProvisionId
    label: str
    act: str
    instrument: str
    kind: Kind
    title: str
    heading_path: list[str]
    text: str = Field(description="The unit's own text; what its points say stands in `parts`.")
    layer: Layer
    source: str
    in_force: Days
    applies: list[AppliesBody] = Field(description="As the law stated it on the day.")
    sha256: str
    wordings: list[WordingBody] = Field(
        description="The day's wording in each layer held: the digest first."
    )
    parts: list[PartBody] = Field(description="All parts, however deep, in the order of the text.")
    parent: PlaceBody | None
    previous: PlaceBody | None
    next: PlaceBody | None
    timeline: list[HeldBody] = Field(description="Every wording held, the earliest first.")
    cites: list[PlaceBody] = Field(description="What it and its parts refer to, outside of it.")
    cited_by: list[PlaceBody] = Field(description="What refers to it or to a part of it on the day.")


def provision_body(
    corpus: Corpus, provision_id: ProvisionId, *, as_of: date, actor: Actor
) -> ProvisionBody:
    """A provision as one actor may see it on one day.

    One that is closed to the actor is as unknown (``UnknownProvision``) as one that does not exist; one that
    had no wording on the day is ``NotInForce``.
    """
    return _View(corpus.open_to(actor), as_of).body(provision_id)


class _View:
    """What one actor sees of the law on one day."""

    def __init__(self, corpus: Corpus, as_of: date) -> None:
        self._corpus, self._as_of = corpus, as_of
        self._law = corpus.as_of(as_of)
        self._official = corpus.as_of(as_of, layer="official")

    def body(self, provision_id: ProvisionId) -> ProvisionBody:
        law = self._law_with(provision_id)
        whole, *parts = passage = law.passage(provision_id)
        act = self._corpus.instruments[whole.instrument]
        before, after = _neighbours(law, whole)
        parent = whole.id.parent
        citing = _citing(self._corpus)
        return ProvisionBody(
            as_of=self._as_of,
            id=whole.id,
            label=whole.label,
            act=act.short,
            instrument=act.id,
            kind=act.kind,
            title=whole.title,
            heading_path=list(whole.heading_path),
            text=whole.text,
            layer=whole.layer,
            source=whole.source,
            in_force=Days.of(whole.in_force),
            applies=[AppliesBody.model_validate(rule) for rule in whole.applies_as_stated_on(self._as_of)],
            sha256=whole.sha256,
            wordings=self._wordings(whole.id),
            parts=[self._part(part, len(whole.id.segments)) for part in parts],
            parent=self._place(parent) if parent and parent in law else None,
            previous=before and self._place(before),
            next=after and self._place(after),
            timeline=[HeldBody.model_validate(held) for held in self._corpus.timeline(whole.id)],
            cites=[self._place(cited) for cited in citing.cites(passage) if cited in self._law],
            cited_by=[self._place(wording.id) for wording in citing.cited_by(whole.id, self._as_of)],
        )

    def _law_with(self, provision_id: ProvisionId) -> LawOnDay:
        """The digest, or where it leaves the provision out the official text; an error says what is held."""
        if provision_id not in self._law and provision_id in self._official:
            return self._official
        return self._law

    def _wordings(self, provision_id: ProvisionId) -> list[WordingBody]:
        layers = (self._law, self._official)
        held = (law.provision(provision_id) for law in layers if provision_id in law)
        return [WordingBody.model_validate(wording) for wording in held]

    def _part(self, part: Provision, depth: int) -> PartBody:
        return PartBody(
            id=part.id,
            label=part.label,
            depth=len(part.id.segments) - depth,
            title=part.title,
            text=part.text,
            layer=part.layer,
            official_text=self._beside(part),
        )

    def _beside(self, part: Provision) -> str | None:
        if part.layer == "official" or part.id not in self._official:
            return None
        return self._official.provision(part.id).text

    def _place(self, provision_id: ProvisionId) -> PlaceBody:
        act = self._corpus.instruments[provision_id.instrument].short
        return PlaceBody(id=provision_id, label=label_of(provision_id.segments), act=act)


def _neighbours(law: LawOnDay, whole: Provision) -> tuple[ProvisionId | None, ProvisionId | None]:
    """What stands before and after a provision in its act, on the same level."""
    depth = len(whole.id.segments)
    level = [one.id for one in law if one.instrument == whole.instrument and len(one.id.segments) == depth]
    at = level.index(whole.id)
    return (level[at - 1] if at else None), (level[at + 1] if at + 1 < len(level) else None)


@lru_cache(maxsize=4)
def _citing(corpus: Corpus) -> Citing:
    """Reading all references takes a second: once for the texts in use, and for each audience."""
    return Citing.of(corpus)
