"""Reads an AI system from YAML, and writes the form to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from copilot.errors import ToolInputError
from copilot.rules.ai_act.facts import AISystem, Topic
from copilot.rules.ai_act.facts.topic import Asked

_system = TypeAdapter(AISystem)
_TOPICS: dict[str, Topic] = {
    entry.name: entry.default
    for entry in fields(AISystem)
    if entry.default is not MISSING and isinstance(entry.default, Topic)
}
_SEE = "See every fact and its question: copilot classify --form"


def read_system(text: str, file: str) -> AISystem:
    """The system a file describes: topics of facts, each yes, no or unknown.

    A bare ``employment: no`` answers the first question of the topic, and with it all that lies within.
    ``ToolInputError`` names what cannot be read.
    """
    try:
        written = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it makes strings only
    except yaml.YAMLError as error:
        raise ToolInputError(f"{file} is not YAML: {error}", remedy=_SEE) from error
    if written in (None, ""):
        written = {}
    if not isinstance(written, dict):
        raise ToolInputError(f"{file} holds no topics of facts", remedy=_SEE)
    return system_from({name: _opened(name, value, file) for name, value in written.items()}, file)


def system_from(told: Mapping[str, object], source: str) -> AISystem:
    """The system that facts by topic describe; ``source`` is named in an error."""
    try:
        return _system.validate_python(told)
    except ValidationError as error:
        first = error.errors()[0]
        raise ToolInputError(f"{source}: {_fault(first)}", remedy=_SEE) from error


def form() -> str:
    """A file with every fact as unknown, its question and its reason beside it."""
    return "\n".join(_form())


def _opened(name: str, value: object, file: str) -> object:
    """A bare answer for a topic, given to its first question."""
    if isinstance(value, dict) or name not in _TOPICS:
        return value
    if value in ("", "unknown"):
        return {}
    gate = _TOPICS[name].gate
    if gate is None:
        raise ToolInputError(
            f"{file}: {name} has no single question that {value!r} would answer",
            remedy=f"Answer its facts one by one. {_SEE}",
        )
    return {gate: value}


def _fault(error: ErrorDetails) -> str:
    place = ".".join(str(step) for step in error["loc"])
    if error["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        return f"there is no fact {place!r}"
    return f"{place}: {error['msg'].removeprefix('Value error, ')}, not {error['input']!r}"


def _form() -> Iterator[str]:
    yield "# Answer yes, no or unknown. A bare 'topic: no' answers the first question of a topic."
    yield "name: ''"
    for name, topic in _TOPICS.items():
        yield ""
        yield f"# {(type(topic).__doc__ or '').strip()}"
        yield f"{name}:"
        for entry in fields(topic):  # type: ignore[arg-type]  # each topic is a dataclass
            asked: Asked = entry.metadata[Asked]
            yield f"  # {asked.question} {asked.matters}"
            yield f"  {entry.name}: unknown"
