"""A provision and the clocks it lives by: which wording was law on a day, and whom it binds from when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Literal

from copilot.law.labels import label_of
from copilot.law.provision_id import ProvisionId

Layer = Literal["digest", "official"]
Operator = Literal[
    "provider", "deployer", "importer", "distributor", "authorised-representative", "public-authority"
]
EVERYONE = "everyone"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from ``start`` up to, not including, ``until``; open-ended where ``until`` is none."""

    start: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.start:
            raise ValueError(f"a period from {self.start} until {self.until} holds no day")

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)

    def __str__(self) -> str:
        return f"from {self.start}" + (f" until {self.until}" if self.until else "")

    def overlaps(self, other: Period) -> bool:
        """Whether some day lies in both."""
        return other.start in self or self.start in other

    def narrowed(self, start: date | None, until: date | None) -> Period:
        """This period, cut to what lies between the two days given."""
        ends = [end for end in (self.until, until) if end is not None]
        return Period(max(self.start, start or self.start), min(ends, default=None))


@dataclass(frozen=True, slots=True)
class Condition:
    """Whom a date of application is meant for; a field left at ``None`` does not narrow it."""

    route: Literal["annex-i", "annex-iii"] | None = None
    operator: Operator | None = None
    placed_before: date | None = None
    placed_from: date | None = None
    changed_from: date | None = None
    note: str | None = None

    def __str__(self) -> str:
        said = [
            self.operator and self.operator.replace("-", " "),
            self.route and f"high-risk under {'Annex I' if self.route == 'annex-i' else 'Annex III'}",
            self.placed_before and f"placed on the market before {self.placed_before}",
            self.placed_from and f"placed on the market from {self.placed_from}",
            self.changed_from and f"changed significantly in design from {self.changed_from}",
            self.note,
        ]
        return ", ".join(part for part in said if part) or EVERYONE


@dataclass(frozen=True, slots=True)
class Application:
    """From which day a duty binds, for whom, and which provision says so.

    ``stated`` is the time during which the law said this: an amendment of the dates ends one
    statement and begins another. ``reading`` tells apart the readings of a date that is disputed;
    it is ``None`` where nobody disputes it. ``covers`` is the unit the statement was made for.
    """

    covers: ProvisionId
    binds: Period
    condition: Condition
    basis: ProvisionId
    stated: Period
    reading: str | None = None

    def __str__(self) -> str:
        return f"{self.condition}: {self.binds}" + (" (disputed)" if self.disputed else "")

    @property
    def disputed(self) -> bool:
        """Whether another reading of this date is held, too."""
        return self.reading is not None


@dataclass(frozen=True)
class Provision:
    """One wording of one unit of law: the smallest text that can be cited.

    ``text`` is the unit's own; what its points say stands in theirs. It is empty where a unit, such
    as most articles, has only a title and parts.
    """

    id: ProvisionId
    heading_path: tuple[str, ...]
    title: str
    text: str
    in_force: Period
    layer: Layer
    source: str
    applies: tuple[Application, ...] = ()
    audience: frozenset[str] = field(default_factory=frozenset)

    @property
    def instrument(self) -> str:
        """The act, framework or policy it belongs to."""
        return self.id.instrument

    @property
    def label(self) -> str:
        """What people write for it: ``Art. 26(6)``."""
        return label_of(self.id.segments)

    @cached_property
    def sha256(self) -> str:
        """The hash of the wording, kept with every answer that leans on it.

        Half a character is hashed, too: a text read from JSON can hold one, which UTF-8 has no form for.
        """
        return sha256(self.text.encode(errors="surrogatepass")).hexdigest()

    def applies_as_stated_on(self, day: date) -> tuple[Application, ...]:
        """The dates of application as the law gave them on ``day``: the most specific ones only."""
        stated = [rule for rule in self.applies if day in rule.stated]
        closest = max((len(rule.covers.segments) for rule in stated), default=0)
        return tuple(rule for rule in stated if len(rule.covers.segments) == closest)


@dataclass(frozen=True, slots=True)
class Placed:
    """A provision and where it was read, so that a fault found later can name the place."""

    provision: Provision
    file: str
    line: int
