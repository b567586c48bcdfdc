"""Reads a launch from the YAML file of an AI system, which holds its own facts under ``launch:``."""

from __future__ import annotations

from dataclasses import fields
from difflib import get_close_matches

import yaml
from pydantic import TypeAdapter, ValidationError

from copilot.errors import ToolInputError
from copilot.rules.ai_act import read_system
from copilot.rules.ai_act.facts.topic import Asked
from copilot.rules.jurisdictions.facts import Launch, LaunchFacts

_KEY = "launch"
_facts = TypeAdapter(LaunchFacts)
_NAMES = tuple(entry.name for entry in fields(LaunchFacts))
_SEE = "See every fact of a launch and its question: copilot jurisdictions --form"


def read_launch(text: str, file: str) -> Launch:
    """The launch a file describes; what stands beside ``launch:`` is the AI system, as ``classify`` reads it."""
    try:
        written = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it makes strings only
    except yaml.YAMLError as error:
        raise ToolInputError(f"{file} is not YAML: {error}", remedy=_SEE) from error
    if not isinstance(written, dict):
        return Launch(read_system(text, file))
    told = written.pop(_KEY, None)
    system = read_system(yaml.safe_dump(written), file)
    return Launch(system, _facts_from(told, file))


def launch_form() -> str:
    """The facts of a launch as unknown, each with its question: to be added to the form of ``classify``."""
    lines = [f"# {(LaunchFacts.__doc__ or '').strip()}", f"{_KEY}:"]
    for entry in fields(LaunchFacts):
        asked: Asked = entry.metadata[Asked]
        lines += [f"  # {asked.question} {asked.matters}", f"  {entry.name}: unknown"]
    return "\n".join(lines)


def _facts_from(told: object, file: str) -> LaunchFacts:
    if told in (None, "", "unknown"):
        return LaunchFacts()
    if not isinstance(told, dict):
        raise ToolInputError(f"{file}: {_KEY} holds no facts", remedy=_SEE)
    for name in told:
        if name not in _NAMES:
            near = get_close_matches(str(name), _NAMES, n=3)
            meant = f" Did you mean {' or '.join(near)}?" if near else ""
            raise ToolInputError(f"{file}: there is no fact '{_KEY}.{name}'", remedy=f"{_SEE}.{meant}")
    try:
        return _facts.validate_python(told)
    except ValidationError as error:
        first = error.errors()[0]
        said = first["msg"].removeprefix("Value error, ")
        raise ToolInputError(
            f"{file}: {_KEY}.{first['loc'][0]}: {said}, not {first['input']!r}", remedy=_SEE
        ) from error
