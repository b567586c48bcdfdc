"""What an event sets running, as it is sent."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from copilot.law import ProvisionId
from copilot.rules.binding import Status
from copilot.rules.deadlines import Deadlines, Pace, Sense
from copilot.shapes.shape import Days, Shape
from copilot.shapes.tool_result import ToolResultBody, signed


class DeadlineBody(Shape):
    """One duty with a clock."""

    duty: str
    who: str
    addressee: str | None
    basis: ProvisionId
    through: ProvisionId | None = Field(description="What makes the basis bind this person.")
    sense: Sense = Field(description="To act until it is due, to keep at least until then, or to abstain.")
    pace: Pace | None
    due: datetime | None = Field(
        description="The moment the time is over: midnight at the end of the last day."
    )
    starts: datetime | None
    earliest: datetime | None = Field(
        description="How soon it can be due, where the holidays are not told."
    )
    contents: list[str]
    contents_basis: ProvisionId | None
    only_if: str | None = Field(
        description="What was not told and decides; none for a duty that is certain."
    )
    note: str | None
    status: Status
    version: str
    valid: Days | None


class DeadlinesBody(ToolResultBody):
    """What an event sets running, in the order of the law."""

    deadlines: list[DeadlineBody]

    @classmethod
    def of(cls, found: Deadlines) -> DeadlinesBody:
        """The deadlines as they are sent."""
        return cls(
            **signed(found.result),
            deadlines=[DeadlineBody.model_validate(each) for each in found.deadlines],
        )
