"""What SFDR asks of an entity or for a product, as it is sent."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from copilot.law import ProvisionId
from copilot.rules.binding import Status
from copilot.rules.sfdr import (
    Capacity,
    Certainty,
    Confidence,
    EntityDuties,
    ProcedureStatus,
    ProductDuties,
    Regime,
)
from copilot.shapes.shape import Days, Shape
from copilot.shapes.tool_result import ToolResultBody, signed


class ObligationBody(Shape):
    """What a duty comes to on the facts told and on the day."""

    name: str
    whose: Capacity
    provision: ProvisionId
    what: str
    evidence: list[str]
    due: str | None
    certainty: Certainty
    status: Status
    since: date | None = Field(description="The first day on which it binds anybody.")
    dated_by: ProvisionId
    wording: Days
    rests_on: list[str]
    depends_on: list[str] = Field(description="The facts not told that would settle it.")
    also: list[ProvisionId]
    version: str
    valid: Days


class StageBody(Shape):
    """A step of the procedure of a proposal, and who reports it."""

    day: date
    what: str
    source: str
    confidence: Confidence


class LawProposalBody(Shape):
    """What might change the law, and is not law."""

    reference: str
    title: str
    amends: str
    status: ProcedureStatus
    as_of: date
    known_until: date
    stages: list[StageBody]
    would_change: list[str]


class _Sfdr(ToolResultBody):
    obligations: list[ObligationBody]
    proposal: LawProposalBody | None
    valid: Days


class CapacityBody(Shape):
    """A point of Article 2 that an entity meets or may meet."""

    capacity: Capacity
    provision: ProvisionId
    certainty: Certainty


class EntityBody(_Sfdr):
    """What an entity owes: in which capacity, what it publishes, and whether it may explain instead."""

    capacities: list[CapacityBody]

    @classmethod
    def of(cls, found: EntityDuties) -> EntityBody:
        """The duties as they are sent."""
        return cls(
            **_shared(found), capacities=[CapacityBody.model_validate(one) for one in found.capacities]
        )


class DisclosuresBody(Shape):
    """A set of disclosures that a product comes under or may come under."""

    regime: Regime
    provision: ProvisionId
    certainty: Certainty


class ProductBody(_Sfdr):
    """What is disclosed for a product: by Article 6, 8 or 9, in which document and template."""

    regimes: list[DisclosuresBody]

    @classmethod
    def of(cls, found: ProductDuties) -> ProductBody:
        """The disclosures as they are sent."""
        return cls(**_shared(found), regimes=[DisclosuresBody.model_validate(one) for one in found.regimes])


def _shared(found: EntityDuties | ProductDuties) -> dict[str, Any]:
    """What entities and products have in common."""
    return {
        **signed(found.result),
        "obligations": [ObligationBody.model_validate(each) for each in found.obligations],
        "proposal": found.proposal and LawProposalBody.model_validate(found.proposal),
        "valid": Days.of(found.valid),
    }
