r"""What a firm itself never lets out: names and patterns in a YAML file of its own.

::

    DEAL: Falcon|Nightingale
    CLIENT: 'C-\d{6}'
    ISIN: '[A-Z]{2}[A-Z0-9]{9}\d'

Each pattern is a regular expression of Python; what it finds is called by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import StringConstraints, TypeAdapter, ValidationError

from copilot.agent.masking.found import Found
from copilot.errors import SettingsError
from copilot.settings import variable

LONGEST_NAME = 20
_Name = Annotated[str, StringConstraints(pattern=rf"^[A-Z][A-Z_]{{0,{LONGEST_NAME - 1}}}$")]
_file: TypeAdapter[Mapping[_Name, str]] = TypeAdapter(Mapping[_Name, str])
_SETTING = variable("mask")
_FORM = "Write NAME: pattern, one a line, the name in capitals, like DEAL: Falcon|Nightingale."


@dataclass(frozen=True, slots=True)
class OwnPattern:
    """One pattern, and what its finds are called."""

    kind: str
    pattern: re.Pattern[str]


def own_patterns(file: Path | None) -> tuple[OwnPattern, ...]:
    """The firm's patterns. Raises ``SettingsError`` that names the one that cannot be used."""
    if file is None:
        return ()
    try:
        held = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # gives text only
        told = _file.validate_python(held or {})
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{_SETTING}: {file} cannot be read: {error}", remedy="Correct the path, or make it UTF-8 text."
        ) from error
    except yaml.YAMLError as error:
        raise SettingsError(f"{_SETTING}: {file} is no YAML: {error}", remedy=_FORM) from error
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"] if part != "[key]") or "its form"
        raise SettingsError(f"{_SETTING}: {file}: {place} cannot be used", remedy=_FORM) from error
    return tuple(_compiled(kind, pattern, file) for kind, pattern in told.items())


def found_by(patterns: Sequence[OwnPattern], text: str) -> Iterator[Found]:
    """Everything that the firm's patterns find."""
    for own in patterns:
        yield from (Found(*found.span(), own.kind) for found in own.pattern.finditer(text))


def _compiled(kind: str, pattern: str, file: Path) -> OwnPattern:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise SettingsError(
            f"{_SETTING}: {file}: the pattern {kind} is broken: {error}",
            remedy=f"Correct {pattern!r}; it is a regular expression of Python.",
        ) from error
    if compiled.search(""):
        raise SettingsError(
            f"{_SETTING}: {file}: the pattern {kind} finds the empty text, so it would mask everything or nothing",
            remedy=f"Have {pattern!r} ask for one letter at least.",
        )
    return OwnPattern(kind, compiled)
