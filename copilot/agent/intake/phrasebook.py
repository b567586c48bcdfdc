"""The phrases that propose facts: ``phrases/*.yaml``, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import yaml
from pydantic import ConfigDict, TypeAdapter

from copilot.agent.intake.phrase import Phrase, phrase
from copilot.agent.intake.proposal import Confidence, Value

_FOLDER, _LISTS = "phrases", "words.yaml"


@dataclass(frozen=True, slots=True)
class _Written:
    """An entry as it stands in a file."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    proposes: dict[str, Value]
    phrases: tuple[str, ...]
    confidence: Confidence = "high"
    unless: tuple[str, ...] = ()
    unless_anywhere: tuple[str, ...] = ()
    denied: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """Facts, the phrases that propose them, and what keeps them from it.

    ``unless`` counts within the sentence, ``unless_anywhere`` in the whole description. ``denied`` are the
    facts that the denial of a phrase proposes; where there are none, a denied phrase says nothing.
    """

    proposes: tuple[tuple[str, Value], ...]
    phrases: tuple[Phrase, ...]
    confidence: Confidence
    unless: tuple[Phrase, ...]
    unless_anywhere: tuple[Phrase, ...]
    denied: tuple[tuple[str, Value], ...]


_lists = TypeAdapter(dict[str, str])
_entries = TypeAdapter(tuple[_Written, ...])


@cache
def shipped_phrases() -> tuple[Entry, ...]:
    """All entries, file by file."""
    folder = files("copilot.agent.intake").joinpath(_FOLDER)
    lists = _lists.validate_python(yaml.safe_load(folder.joinpath(_LISTS).read_text(encoding="utf-8")))
    written = (
        entry
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".yaml") and file.name != _LISTS
        for entry in _entries.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")))
    )
    return tuple(_entry(one, lists) for one in written)


def _entry(written: _Written, lists: dict[str, str]) -> Entry:
    def read(phrases: tuple[str, ...]) -> tuple[Phrase, ...]:
        return tuple(phrase(one, lists) for one in phrases)

    return Entry(
        proposes=tuple(written.proposes.items()),
        phrases=read(written.phrases),
        confidence=written.confidence,
        unless=read(written.unless),
        unless_anywhere=read(written.unless_anywhere),
        denied=tuple(written.denied.items()),
    )
