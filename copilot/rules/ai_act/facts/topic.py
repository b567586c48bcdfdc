"""What a topic of facts is made of: fields that carry their question and the reason it matters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ConfigDict

from copilot.rules.ai_act.answers import Answer

_WRITTEN: dict[object, Answer] = {
    **dict.fromkeys((True, "yes", "true"), True),
    **dict.fromkeys((False, "no", "false"), False),
    **dict.fromkeys((None, "", "unknown"), None),
}


def read_answer(written: object) -> Answer:
    """An answer as it is written in a file: yes, no or unknown."""
    key = written.strip().lower() if isinstance(written, str) else written
    if isinstance(key, str | bool | None) and key in _WRITTEN:
        return _WRITTEN[key]
    raise ValueError("write yes, no or unknown")


Said = Annotated[Answer, BeforeValidator(read_answer)]
"""A fact as somebody told it; ``None`` for what nobody told."""


def _unless_unknown(written: object) -> object:
    return None if written in ("", "unknown") else written


UNLESS_UNKNOWN = BeforeValidator(_unless_unknown)
"""For a fact that is no yes or no, and may be unknown all the same."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for a fact, why it matters, and whether it lies within its topic.

    A fact that lies within its topic cannot be yes where the topic's first question is no.
    """

    question: str
    matters: str
    within: bool = False


class Topic:
    """A group of facts. ``gate`` names the fact that a bare yes or no for the topic answers."""

    __slots__ = ()
    __pydantic_config__ = ConfigDict(extra="forbid")
    gate: ClassVar[str | None] = None


def asked(question: str, matters: str) -> Any:  # noqa: ANN401  # it becomes a field of any type
    """A fact by itself, such as an exception or a circumstance."""
    return field(default=None, metadata={Asked: Asked(question, matters)})


def within(question: str, matters: str) -> Any:  # noqa: ANN401  # it becomes a field of any type
    """A fact that can only be yes where the topic's first question is."""
    return field(default=None, metadata={Asked: Asked(question, matters, within=True)})
