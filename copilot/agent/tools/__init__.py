"""The tools a model may call: what they are called with, and the evidence they bring in."""

from copilot.agent.tools.registry import TOOLS, AnyTool
from copilot.agent.tools.tool import Arguments, Tool

__all__ = ["TOOLS", "AnyTool", "Arguments", "Tool"]
