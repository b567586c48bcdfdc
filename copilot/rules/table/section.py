"""What a package of rules contributes to the table: a section of entries, in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from copilot.law import LawOnDay


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a lawyer can check against its provision: a rule, a fact, a limit. Lines are Markdown."""

    heading: str
    lines: tuple[str, ...]

    def markdown(self) -> Iterator[str]:
        """The entry with its heading."""
        yield f"#### {self.heading}"
        yield ""
        yield from self.lines
        yield ""


@dataclass(frozen=True, slots=True)
class Part:
    """Entries that belong together, with what has to be known to read them."""

    heading: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()

    def markdown(self) -> Iterator[str]:
        """The part with its notes and entries."""
        yield f"### {self.heading}"
        yield ""
        yield from paragraphs(self.notes)
        for entry in self.entries:
            yield from entry.markdown()


@dataclass(frozen=True, slots=True)
class Section:
    """All that one package of rules decides, on a day."""

    heading: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()

    def markdown(self) -> Iterator[str]:
        """The section with its notes and parts."""
        yield f"## {self.heading}"
        yield ""
        yield from paragraphs(self.notes)
        for part in self.parts:
            yield from part.markdown()


Contribution: TypeAlias = Callable[[LawOnDay], Section]
"""How a package of rules takes part: it writes its section by the law of a day."""


def paragraphs(texts: tuple[str, ...]) -> Iterator[str]:
    """Texts with an empty line after each."""
    for text in texts:
        yield text
        yield ""


def grid(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """A table in Markdown."""
    lines = (columns, tuple("---" for _ in columns), *rows)
    return tuple("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
