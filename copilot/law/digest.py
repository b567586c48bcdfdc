"""Reads a file of the digest: readable Markdown in, dated provisions out.

The form is described for writers in ``docs/corpus-format.md``. In short: ``#`` and ``##`` headings are
the way down to a unit, a ``###`` or ``####`` heading opens a unit, a list item is a unit of its own::

    ### Article 6 · Classification rules for high-risk AI systems

    - **1.** A system is high-risk where both of these hold:
      - **(a)** it is a safety component of a product ...
    - **1a.** {from 2026-07-27} A system used only for comfort is no safety component.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from copilot.errors import CorpusError, UnknownProvision
from copilot.law import front_matter
from copilot.law.labels import segment_of
from copilot.law.provision import Period, Placed, Provision
from copilot.law.provision_id import ProvisionId

_HEADING = re.compile(r"(#{1,4}) +(.+)")
_ITEM = re.compile(r"( *)- \*\*(.+?)\*\*(?: +(.*))?")
_LEADING = re.compile(r"\{([^{}]*)\}\s*")
_TRAILING = re.compile(r"(.*?)\s*\{([^{}]*)\}")
_SEPARATOR = " · "
_UNIT_LEVEL = 3
_ITEM_DEPTH = 10


class DigestHead(BaseModel):
    """The front matter of a digest file; ``from`` and ``until`` hold for all of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    instrument: str
    title: str
    source: str
    start: date = Field(alias="from")
    until: date | None = None


@dataclass(slots=True)
class _Unit:
    """A unit being read; ``depth`` tells which later units are its parts."""

    id: ProvisionId
    depth: int
    line: int
    period: Period
    marker: str = ""
    title: str = ""
    headings: tuple[str, ...] = ()
    audience: frozenset[str] = frozenset()
    blocks: list[list[str]] = field(default_factory=lambda: [[]])

    @property
    def text(self) -> str:
        return "\n".join(" ".join(block) for block in self.blocks if block)


def read_digest(text: str, file: str) -> tuple[Placed, ...]:
    """All provisions of one file, in its order; an error names file and line."""
    parts = front_matter.split(text, file)
    head = front_matter.read_yaml(DigestHead, parts.head, file, offset=1)
    reader = _Reader(head, file)
    for number, line in enumerate(parts.body, start=parts.first_line):
        reader.take(line.rstrip(), number)
    return tuple(reader.provisions())


class _Reader:
    """Takes a file line by line and keeps the units that are open."""

    def __init__(self, head: DigestHead, file: str) -> None:
        self._head, self._file = head, file
        self._divisions: list[str] = []
        self._units: list[_Unit] = []
        try:
            instrument = ProvisionId.parse(head.instrument)
            root = _Unit(instrument, 0, 1, Period(head.start, head.until))
        except (UnknownProvision, ValueError) as error:
            raise self._fault(str(error), 1, "Correct the front matter.") from error
        self._open = [root]

    def take(self, line: str, number: int) -> None:
        """Read the next line of the body."""
        if not line:
            self._open[-1].blocks.append([])
        elif heading := _HEADING.fullmatch(line):
            self._take_heading(len(heading[1]), heading[2], number)
        elif item := _ITEM.fullmatch(line):
            self._take_item(len(item[1]), item[2], item[3] or "", number)
        else:
            self._add_text(line, number)

    def provisions(self) -> Iterator[Placed]:
        """The units read, each as a provision with the place it was read from."""
        for unit in self._units:
            if not unit.text and not unit.title:
                raise self._fault(f"{unit.id} has no text", unit.line, "Write it, or leave it out.")
            provision = Provision(
                id=unit.id,
                heading_path=unit.headings,
                title=unit.title,
                text=unit.text,
                in_force=unit.period,
                layer="digest",
                source=self._head.source,
                audience=unit.audience,
            )
            yield Placed(provision, self._file, unit.line)

    def _take_heading(self, level: int, heading: str, number: int) -> None:
        del self._open[1:]
        if level < _UNIT_LEVEL:
            self._divisions[level - 1 :] = [heading]
            return
        attributes = ""
        if trailing := _TRAILING.fullmatch(heading):
            heading, attributes = trailing[1], trailing[2]
        marker, _, title = heading.partition(_SEPARATOR)
        if level > _UNIT_LEVEL:
            above = [unit for unit in self._units if unit.depth == _UNIT_LEVEL]
            if not above:
                raise self._fault("a #### heading needs a ### heading above", number, "Add it.")
            self._open.append(above[-1])
        self._open_unit(marker, level, attributes, number, title.strip())

    def _take_item(self, indent: int, marker: str, rest: str, number: int) -> None:
        depth = _ITEM_DEPTH + indent
        while self._open[-1].depth >= depth:
            self._open.pop()
        attributes = ""
        if leading := _LEADING.match(rest):
            attributes, rest = leading[1], rest[leading.end() :]
        self._open_unit(marker, depth, attributes, number, "")
        if rest:
            self._add_text(rest, number)

    def _open_unit(self, marker: str, depth: int, attributes: str, number: int, title: str) -> None:
        above = self._open[-1]
        start, until, audience = self._attributes(attributes, number)
        try:
            unit_id = ProvisionId.parse(f"{above.id}/{segment_of(marker)}")
            period = above.period.narrowed(start, until)
        except (UnknownProvision, ValueError) as error:
            raise self._fault(f"{marker!r}: {error}", number, "See docs/corpus-format.md.") from error
        headings = above.headings if above.depth else tuple(self._divisions)
        if above.title:
            headings = (*headings, f"{above.marker}{_SEPARATOR}{above.title}")
        unit = _Unit(unit_id, depth, number, period, marker, title, headings, audience or above.audience)
        self._units.append(unit)
        self._open.append(unit)

    def _attributes(self, text: str, number: int) -> tuple[date | None, date | None, frozenset[str]]:
        """``{from 2026-07-27 until 2027-01-01 audience control-room}``, in any order."""
        words = text.split()
        found = dict(zip(words[::2], words[1::2], strict=False))
        if len(words) % 2 or not found.keys() <= {"from", "until", "audience"}:
            raise self._fault(
                f"{{{text}}} is not understood", number, "Write {from DATE until DATE audience NAME}."
            )
        try:
            start, until = (
                date.fromisoformat(found[key]) if key in found else None for key in ("from", "until")
            )
        except ValueError as error:
            raise self._fault(f"{{{text}}}: {error}", number, "Write days as 2026-07-27.") from error
        return start, until, frozenset({found["audience"]} if "audience" in found else ())

    def _add_text(self, line: str, number: int) -> None:
        if len(self._open) == 1:
            raise self._fault(
                "text stands outside any provision", number, "Open one with a ### heading or an item."
            )
        if "**" in line or "`" in line:
            raise self._fault("text carries no markup", number, "Take the ** or ` out.")
        self._open[-1].blocks[-1].append(line.strip())

    def _fault(self, message: str, line: int, remedy: str) -> CorpusError:
        return CorpusError(message, remedy=remedy, file=self._file, line=line)
