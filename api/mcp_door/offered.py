"""What is offered as tools: each that the agent has, under a title for people and with what it needs of a caller."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import mcp_types as mcp
from pydantic import Field, create_model

from api.mcp_door.brought import Brought
from copilot.agent.tools import TOOLS, AnyTool, Arguments
from copilot.permissions import Permission
from copilot.rules.telling import Day

_TITLES: Final[Mapping[str, tuple[str, Permission]]] = {
    "search_law": ("Search the law", "read-law"),
    "read_provision": ("Read provisions", "read-law"),
    "dates_of_application": ("Dates of application", "read-law"),
    "compare_wordings": ("Compare two wordings", "read-law"),
    "classify_ai_system": ("Classify an AI system", "use-rules"),
    "duties_of": ("Duties under the AI Act", "use-rules"),
    "jurisdictions_of": ("Regimes where a system is launched", "use-rules"),
    "fine_limit": ("Limit of a fine", "use-rules"),
    "deadlines_for": ("Deadlines of an event", "use-rules"),
    "counterparts": ("Counterparts in other frameworks", "use-rules"),
    "framework_gap": ("Gap between frameworks", "use-rules"),
    "sfdr_entity": ("SFDR duties of a firm", "use-rules"),
    "sfdr_product": ("SFDR regime of a product", "use-rules"),
}
_DAY: Final = "The day asked about, like 2026-07-27; today if left out."
_READS_ONLY = mcp.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


class Dated(Arguments):
    """The arguments of a tool, and the day."""

    as_of: Day | None = Field(default=None, description=_DAY)


@dataclass(frozen=True)
class Offered:
    """A tool of the agent's as a client sees it."""

    tool: AnyTool

    @property
    def needs(self) -> Permission:
        """What a caller must be permitted."""
        return _TITLES[self.tool.name][1]

    @cached_property
    def arguments(self) -> type[Dated]:
        """What it is called with: its own arguments and the day."""
        return create_model(self.tool.arguments.__name__, __base__=(Dated, self.tool.arguments))

    @cached_property
    def listed(self) -> mcp.Tool:
        """As it stands in the list."""
        return mcp.Tool(
            name=self.tool.name,
            title=_TITLES[self.tool.name][0],
            description=self.tool.about,
            input_schema=self.arguments.model_json_schema(),
            output_schema=Brought.model_json_schema(mode="serialization"),
            annotations=_READS_ONLY,
        )


OFFERED: Final = {tool.name: Offered(tool) for tool in TOOLS}
