"""What a request may not ask of the copilot: each would change what the answer means, so it is refused by name.

What only colours a model's words (``temperature``, ``seed``, ``reasoning_effort`` ...) is passed over, and so are
``stop`` and ``max_tokens``: a sentence of law is shown whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from pydantic import JsonValue
from pydantic_core import PydanticCustomError

Told = Mapping[str, JsonValue]


class _Unsupported(NamedTuple):
    """A field, when it asks for something, and what there is instead."""

    field: str
    asks: Callable[[JsonValue], bool]
    instead: str


def _given(value: JsonValue) -> bool:
    return value not in (None, False, 0, [], {})


def _present(value: JsonValue) -> bool:
    return value is not None


def _wants_json(value: JsonValue) -> bool:
    return value is not None and not (isinstance(value, dict) and value.get("type") == "text")


_TOOLS = "the copilot calls its own tools; programs call them at /mcp"
_AUDIO = "the copilot answers in text"
_TOKENS = "sentences are checked, tokens are not weighed"
_UNSUPPORTED: Final = (
    _Unsupported("n", lambda value: value not in (None, 1), "one question has one answer"),
    _Unsupported("tools", _given, _TOOLS),
    _Unsupported("functions", _given, _TOOLS),
    _Unsupported("tool_choice", lambda value: value not in (None, "none", "auto"), _TOOLS),
    _Unsupported("function_call", lambda value: value not in (None, "none", "auto"), _TOOLS),
    _Unsupported(
        "response_format",
        _wants_json,
        "an answer is text with annotations; /v1/ask gives all of it as JSON",
    ),
    _Unsupported("modalities", lambda value: value not in (None, ["text"]), _AUDIO),
    _Unsupported("audio", _present, _AUDIO),
    _Unsupported("logprobs", _given, _TOKENS),
    _Unsupported("top_logprobs", _given, _TOKENS),
    _Unsupported("web_search_options", _present, "the copilot answers from the texts it holds"),
    _Unsupported("moderation", _present, "every sentence is held against its source instead"),
)


def require_supported(told: Told) -> None:
    """Raise for the first field that asks for what there is not."""
    for unsupported in _UNSUPPORTED:
        if unsupported.asks(told.get(unsupported.field)):
            raise PydanticCustomError(
                "unsupported_parameter",
                "this is not supported: {instead}",
                {"param": unsupported.field, "instead": unsupported.instead},
            )
