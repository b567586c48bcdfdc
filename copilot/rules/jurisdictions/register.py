"""What ``corpus/jurisdictions.yaml`` holds: places, themes, and regimes with their status over time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from copilot.law import ProvisionId
from copilot.rules.jurisdictions.condition import Condition

Kind: TypeAlias = Literal["statute", "regulation", "guidance", "supervisory expectation", "common practice"]
Status: TypeAlias = Literal[
    "proposed", "enacted", "in force", "enjoined", "replaced", "rescinded", "unknown"
]
"""``enacted`` is law that does not apply yet; ``unknown`` is what the sources read do not say."""

Confidence: TypeAlias = Literal["H", "M", "L", "GK"]
"""H: an official text, or three dated sources; M: one careful source; L: weak; GK: general knowledge."""

Party: TypeAlias = Literal["provider", "deployer", "anyone"]

RULES_OUT: tuple[Status, ...] = ("proposed", "enjoined", "replaced", "rescinded")
"""With one of these nobody owes a duty under it, whatever the facts."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Source(_Entry):
    """Where a status was read."""

    id: str
    title: str


class Remark(_Entry):
    """What is to be known of a place as a whole, or what is not known of it."""

    text: str
    provision: ProvisionId


class Place(_Entry):
    """Where a system can be launched. ``within`` is the place whose law holds there as well."""

    id: str
    name: str
    within: str | None = None
    remarks: tuple[Remark, ...] = ()


class Theme(_Entry):
    """What regimes of several places ask for alike, and the piece of work that serves them together."""

    id: str
    name: str
    work: str


class Asked(_Entry):
    """A question that no fact of ours settles: a text that was not read, an outcome that was not seen."""

    question: str
    matters: str


class Standing(_Entry):
    """The status of a regime from a day on; without a day, since before the register begins."""

    status: Status
    from_: date | None = Field(default=None, alias="from")
    note: str = ""
    source: str
    confidence: Confidence
    asks: Asked | None = None


class Doubt(Asked):
    """A question that leaves it open whether a regime is engaged: always, or ``where`` a condition holds."""

    where: Condition | None = None


class Duty(_Entry):
    """One thing a regime asks for, in short. ``if`` narrows it, beside the party who owes it."""

    theme: str
    who: Party = "anyone"
    asks: str
    provision: ProvisionId
    only_if: Condition | None = Field(default=None, alias="if")
    from_: date | None = Field(default=None, alias="from")
    until: date | None = None


class OfTheAct(_Entry):
    """Duties of the AI Act that belong to a theme, by the keys under which ``copilot duties`` knows them."""

    theme: str
    keys: tuple[str, ...] = Field(min_length=1)


class Regime(_Entry):
    """A regime, where it holds, when, what engages it, and what it asks for.

    ``provision`` is the unit of our texts that speaks of it; ``text_held`` says whether they restate the regime
    itself. ``engaged_if`` is none where nothing of its scope was read. The AI Act's duties and their dates come
    from its own rules: ``ai_act_duties`` only says to which theme each belongs.
    """

    id: str
    name: str
    places: tuple[str, ...] = Field(min_length=1)
    kind: Kind
    provision: ProvisionId
    text_held: bool = True
    standing: tuple[Standing, ...] = Field(min_length=1)
    engaged_if: Condition | None = None
    doubts: tuple[Doubt, ...] = ()
    duties: tuple[Duty, ...] = ()
    ai_act_duties: tuple[OfTheAct, ...] = ()
    gaps: tuple[str, ...] = ()

    def conditions(self) -> Iterator[Condition]:
        """Every condition of it."""
        doubts = (doubt.where for doubt in self.doubts)
        duties = (duty.only_if for duty in self.duties)
        for condition in (self.engaged_if, *doubts, *duties):
            if condition is not None:
                yield condition

    def provisions(self) -> Iterator[ProvisionId]:
        """Every provision it cites."""
        yield self.provision
        yield from (duty.provision for duty in self.duties)


class Register(_Entry):
    """All that is held. ``known_until`` is the day up to which the sources reach.

    ``cases`` are conditions that several regimes share, by YAML anchors.
    """

    known_until: date
    sources: tuple[Source, ...]
    places: tuple[Place, ...]
    themes: tuple[Theme, ...]
    cases: dict[str, Condition] = Field(default_factory=dict)
    regimes: tuple[Regime, ...]

    @property
    def place_names(self) -> tuple[str, ...]:
        """The places there are, by id."""
        return tuple(place.id for place in self.places)

    def place(self, name: str) -> Place:
        """The place of an id that is known to exist."""
        return next(place for place in self.places if place.id == name)

    def regimes_of(self, place: str) -> tuple[Regime, ...]:
        """The regimes of a place itself, without those of the place it lies in."""
        return tuple(regime for regime in self.regimes if place in regime.places)

    def source_of(self, standing: Standing) -> str:
        """Who says so."""
        return next(source.title for source in self.sources if source.id == standing.source)
