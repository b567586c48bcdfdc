"""The OpenAI-compatible door: whatever speaks to OpenAI's chat completions can ask the copilot."""

from api.openai_door.routes import router
from api.openai_door.translating import ProblemsAsFaults

__all__ = ["ProblemsAsFaults", "router"]
