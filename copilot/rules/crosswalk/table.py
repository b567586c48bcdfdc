"""Reads ``corpus/crosswalk.yaml``: which provisions of which frameworks belong together.

Every id is held against the corpus; a fault names file and line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Literal, TypeAlias

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from copilot.errors import CorpusError, UnknownProvision
from copilot.law import Corpus, ProvisionId

Strength: TypeAlias = Literal["same aim", "supports", "partial"]
SourceKind: TypeAlias = Literal["our reading", "published mapping"]

_FILE = "crosswalk.yaml"
_STEP = re.compile(r"[.-]")


class Source(BaseModel):
    """Who says that two provisions belong together."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: SourceKind
    title: str


class Framework(BaseModel):
    """A framework, and a pattern for the last step of the ids a question about gaps goes through."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    units: re.Pattern[str]


class Pair(BaseModel):
    """Two provisions that belong together, in both directions."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: ProvisionId
    to: ProvisionId = Field(alias="and")
    strength: Strength
    source: str
    reason: str = Field(min_length=1)

    def turned(self) -> Pair:
        """The same pair seen from the other side."""
        return self.model_copy(update={"of": self.to, "to": self.of})


class Apart(BaseModel):
    """A provision that has no counterpart in some frameworks, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: ProvisionId
    to: tuple[str, ...] = Field(min_length=1)
    reason: str = Field(min_length=1)


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    sources: tuple[Source, ...]
    frameworks: tuple[Framework, ...]
    apart: tuple[Apart, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class CrosswalkTable:
    """All that is said of how the frameworks belong together."""

    sources: tuple[Source, ...]
    frameworks: tuple[Framework, ...]
    apart: tuple[Apart, ...]
    pairs: tuple[Pair, ...]

    @cached_property
    def both_ways(self) -> tuple[Pair, ...]:
        """Each pair from either side."""
        return tuple(seen for pair in self.pairs for seen in (pair, pair.turned()))

    @property
    def names(self) -> tuple[str, ...]:
        """The frameworks there are, by id."""
        return tuple(framework.id for framework in self.frameworks)

    def source_of(self, pair: Pair) -> Source:
        """Who says so."""
        return next(source for source in self.sources if source.id == pair.source)


def shipped_crosswalk(corpus: Corpus) -> CrosswalkTable:
    """The table that ships with the texts."""
    return read_crosswalk(files("corpus").joinpath(_FILE).read_text(encoding="utf-8"), _FILE, corpus)


def read_crosswalk(text: str, file: str, corpus: Corpus) -> CrosswalkTable:
    """Read a table and hold each of its ids against the corpus."""
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
        values = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it makes strings only
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _fault(
            f"this is not YAML: {error.problem}", "Quote a value that holds a colon.", file, line
        ) from error
    try:
        written = _Written.model_validate_json(json.dumps(values))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise _fault(
            f"{place or 'the file'}: {first['msg']}",
            "Write it like the entries around it.",
            file,
            _line(root, first["loc"]),
        ) from error
    for path, message, remedy in _wrong(written, corpus):
        raise _fault(message, remedy, file, _line(root, path))
    return CrosswalkTable(written.sources, written.frameworks, written.apart, written.pairs)


def part_of(unit: ProvisionId, whole: ProvisionId) -> bool:
    """Whether a unit is ``whole`` or a part of it, by numbering too: GOVERN 1.1 is one of GOVERN 1."""
    if unit.within(whole):
        return True
    if (
        unit.instrument != whole.instrument
        or len(unit.segments) != len(whole.segments)
        or not whole.segments
    ):
        return False
    own, other = unit.segments[-1], whole.segments[-1]
    rest = own.removeprefix(other)
    return unit.segments[:-1] == whole.segments[:-1] and rest != own and bool(_STEP.match(rest))


def _wrong(written: _Written, corpus: Corpus) -> Iterator[tuple[tuple[int | str, ...], str, str]]:
    """Each fault with the path to it, what it is and what to do."""
    known = {framework.id for framework in written.frameworks}
    sources = {source.id for source in written.sources}
    seen: set[frozenset[ProvisionId]] = set()
    for number, pair in enumerate(written.pairs):
        here: tuple[int | str, ...] = ("pairs", number)
        for name, unit in (("of", pair.of), ("and", pair.to)):
            if told := _unknown(unit, known, corpus):
                yield ((*here, name), *told)
        if pair.source not in sources:
            yield (*here, "source"), f"no source is called {pair.source!r}", "Add it to sources."
        if pair.of.instrument == pair.to.instrument:
            yield (
                here,
                f"{pair.of} and {pair.to} are of one framework",
                "Pair provisions of two frameworks.",
            )
        both = frozenset((pair.of, pair.to))
        if both in seen:
            yield here, f"{pair.of} and {pair.to} are paired twice", "Keep one of the two."
        seen.add(both)
    for number, apart in enumerate(written.apart):
        here = ("apart", number)
        if told := _unknown(apart.unit, known, corpus):
            yield ((*here, "unit"), *told)
        for pair in written.pairs:
            ends = {(pair.of, pair.to.instrument), (pair.to, pair.of.instrument)}
            if any(part_of(unit, apart.unit) and other in apart.to for unit, other in ends):
                yield (
                    here,
                    f"{apart.unit} has a counterpart after all: {pair.of} and {pair.to}",
                    "Drop one.",
                )


def _unknown(unit: ProvisionId, known: set[str], corpus: Corpus) -> tuple[str, str] | None:
    if unit.instrument not in known:
        return f"{unit} is of no framework listed", f"The frameworks are {', '.join(sorted(known))}."
    try:
        corpus.timeline(unit)
    except UnknownProvision as error:
        return str(error), error.remedy
    return None


def _fault(message: str, remedy: str, file: str, line: int) -> CorpusError:
    return CorpusError(message, remedy=remedy, file=file, line=line)


def _line(root: yaml.Node | None, path: tuple[int | str, ...]) -> int:
    """The line of the deepest step of a path that the text holds."""
    node, line = root, 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = next((pair for pair in node.value if pair[0].value == step), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line + 1
    return line
