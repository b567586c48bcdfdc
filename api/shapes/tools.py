"""Results of tools as an officer reads them."""

from __future__ import annotations

from copilot.rules import ToolResult

_NAMES = {
    "ai_act_duties": "Duties under the AI Act",
    "ai_act_role_change": "Change of role under the AI Act",
    "application": "Dates of application",
    "classify_ai_system": "Classification under the AI Act",
    "crosswalk gap": "Gap between frameworks",
    "sfdr-entity": "Duties of an entity under SFDR",
    "sfdr-product": "Disclosures on a product under SFDR",
    "wording_changes": "Changes of wording",
}


def in_words(result: ToolResult) -> str:
    """Which tool it is of, and its verdict."""
    return f"{_NAMES.get(result.tool, result.tool.capitalize())}: {result.verdict}"
