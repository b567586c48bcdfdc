"""What belongs together in the frameworks, and what is left between them, as it is sent."""

from __future__ import annotations

from pydantic import Field

from copilot.law import ProvisionId
from copilot.rules.crosswalk import Cover, CrosswalkReport, GapReport, Strength
from copilot.shapes.shape import Days, Shape
from copilot.shapes.tool_result import ToolResultBody, signed


class CounterpartBody(Shape):
    """Two provisions that belong together, how closely, and who says so."""

    of: ProvisionId
    to: ProvisionId
    strength: Strength
    reason: str
    source: str
    via: ProvisionId | None = Field(description="What joins them, where nobody has paired them directly.")


class CounterpartsBody(ToolResultBody):
    """What belongs to a provision in the other frameworks."""

    valid: Days
    counterparts: list[CounterpartBody]

    @classmethod
    def of(cls, report: CrosswalkReport) -> CounterpartsBody:
        """The counterparts as they are sent."""
        return cls(
            **signed(report.result),
            valid=Days.of(report.valid),
            counterparts=[CounterpartBody.model_validate(each) for each in report.counterparts],
        )


class AskedBody(Shape):
    """One provision that is wanted, how far it is covered, and by what."""

    provision: ProvisionId = Field(validation_alias="unit")
    cover: Cover
    reason: str
    by: list[CounterpartBody]


class GapBody(ToolResultBody):
    """What of the frameworks wanted is covered by those in place, partly, or not at all."""

    valid: Days
    asked: list[AskedBody]

    @classmethod
    def of(cls, report: GapReport) -> GapBody:
        """The gap as it is sent."""
        return cls(
            **signed(report.result),
            valid=Days.of(report.valid),
            asked=[AskedBody.model_validate(each) for each in report.asked],
        )
