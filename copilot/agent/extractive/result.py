"""The result of a tool, read off its text line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from copilot.agent.extractive.source import Source

_LINE = re.compile(r"(?P<kind>Verdict|Figure|Step|Found|Matters|Open|Rests on): (?P<said>.*)")
_PROVISION = re.compile(r"(?P<said>.*) \((?P<provision>[a-z0-9-]+(?:/[\w.-]+)+)\)$")


@dataclass(frozen=True, slots=True)
class ReadStep:
    """One step: what was asked, what was found, why it matters, and by which provision."""

    question: str
    found: str
    matters: str
    provision: str


@dataclass(frozen=True, slots=True)
class Open:
    """What nobody told, and why it would have to be known."""

    question: str
    matters: str


@dataclass(frozen=True)
class Result:
    """A tool's result; every part is in its own words, so that it can be quoted."""

    source: Source

    @cached_property
    def verdict(self) -> str:
        """What it comes to."""
        return next((said for kind, said in self._lines if kind == "Verdict"), "")

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """The verdict, cut at its semicolons."""
        return tuple(self.verdict.split("; ")) if self.verdict else ()

    @cached_property
    def steps(self) -> tuple[ReadStep, ...]:
        """The steps to it."""
        return tuple(_step(*lines) for lines in self._beginning_with("Step"))

    @cached_property
    def open(self) -> tuple[Open, ...]:
        """What would have to be known to say more."""
        return tuple(Open(lines[0][1], _said(lines, "Matters")) for lines in self._beginning_with("Open"))

    @cached_property
    def _lines(self) -> tuple[tuple[str, str], ...]:
        found = (_LINE.fullmatch(line) for line in self.source.text.split("\n"))
        return tuple((line["kind"], line["said"]) for line in found if line)

    def _beginning_with(self, kind: str) -> Iterator[list[tuple[str, str]]]:
        """The lines of one kind, each with those that belong to it."""
        for at, (first, _) in enumerate(self._lines):
            if first == kind:
                rest = [line for line in self._lines[at + 1 : at + 3] if line[0] in ("Found", "Matters")]
                yield [self._lines[at], *rest]


def _step(*lines: tuple[str, str]) -> ReadStep:
    matters = _PROVISION.fullmatch(_said(list(lines), "Matters"))
    return ReadStep(
        question=lines[0][1],
        found=_said(list(lines), "Found"),
        matters=matters["said"] if matters else _said(list(lines), "Matters"),
        provision=matters["provision"] if matters else "",
    )


def _said(lines: list[tuple[str, str]], kind: str) -> str:
    return next((said for name, said in lines if name == kind), "")
