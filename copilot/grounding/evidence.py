"""What an answer may lean on: the wording of a provision, or the result of a tool."""

from __future__ import annotations

from typing import TypeAlias

from copilot.law import Provision
from copilot.rules import ToolResult

Evidence: TypeAlias = Provision | ToolResult
