"""How high a fine can be, as it is sent."""

from __future__ import annotations

from pydantic import Field

from copilot.law import ProvisionId
from copilot.rules.binding import Status
from copilot.rules.fines import Fine
from copilot.shapes.shape import Days, Number
from copilot.shapes.tool_result import ToolResultBody, signed


class FineBody(ToolResultBody):
    """The limit of a fine; none where the provision itself sets none."""

    basis: ProvisionId
    status: Status = Field(description="Whether the duty, what names it and its fine apply on the day.")
    ceiling_at_least: Number | None = Field(description="In EUR.")
    ceiling_at_most: Number | None = Field(
        description="In EUR; none where a fact is missing that could raise it."
    )
    valid: Days

    @classmethod
    def of(cls, fine: Fine) -> FineBody:
        """A fine as it is sent."""
        return cls(
            **signed(fine.result),
            basis=fine.basis,
            status=fine.status,
            ceiling_at_least=fine.ceiling.at_least if fine.ceiling else None,
            ceiling_at_most=fine.ceiling.at_most if fine.ceiling else None,
            valid=Days.of(fine.valid),
        )
