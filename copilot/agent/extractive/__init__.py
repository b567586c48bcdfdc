"""The model that needs no network: it plans tool calls by rule and writes from the evidence, word for word.

It sees what any model sees, the messages of the loop, and nothing else; the same messages give the same bytes.
"""

from copilot.agent.extractive.model import ExtractiveModel

__all__ = ["ExtractiveModel"]
