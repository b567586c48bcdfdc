"""The tables of the SFDR RTS: each numbered row is an indicator, a unit people cite by its number.

The indicators of Table 1, which every statement reports, are ``pai-1``, ``pai-2``; those of the other
tables, from which a firm chooses, are ``table-2/1``. What else a table says is the text of the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from copilot.law.official.line import Line, Rank
from copilot.law.official.markup import Element, line_of
from copilot.law.official.page import rows_of
from copilot.law.official.unit import Block, Content, Part

_MANDATORY_TABLE = "Table 1"
_NUMBERED = "NP"
_FIRST_COLUMN = ("Adverse sustainability indicator", "Adverse sustainability impact")


def has_indicators(table: Element) -> bool:
    """Whether this is a table of indicators: its columns are headed so."""
    return any(cell.text.startswith(_FIRST_COLUMN) for cells in rows_of(table) for cell in cells)


def indicator_lines(marker: str, title: str, table: Element) -> Iterator[Line]:
    """Read a table of indicators, given the number and the title that stand above it."""
    mandatory = marker == _MANDATORY_TABLE
    rows = _Rows("PAI " if mandatory else "")
    for cells in rows_of(table):
        rows.take(cells)
    own = (Block("\n".join(rows.form)),) if rows.form else ()
    if mandatory:
        yield Line(Rank.PART, marker, title, content=own)
        yield Line(Rank.PART, title=f"{marker} · {title}", content=rows.indicators)
    else:
        yield Line(Rank.PART, marker, title, content=(*own, *rows.indicators))


@dataclass(slots=True)
class _Indicator:
    """An indicator being read: its metric may go on in the rows below."""

    marker: str
    title: str
    headings: tuple[str, ...]
    metric_column: int
    metric: list[str]

    def part(self) -> Part:
        part = Part(self.marker, (Block("\n".join(self.metric)),), self.title)
        for heading in reversed(self.headings):
            part = Part("", (part,), heading)
        return part


@dataclass(slots=True)
class _Rows:
    """Takes a table row by row."""

    prefix: str
    headings: list[str] = field(default_factory=list)
    group: str = ""
    found: list[_Indicator] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def indicators(self) -> Content:
        return tuple(indicator.part() for indicator in self.found)

    @property
    def form(self) -> tuple[str, ...]:
        """What is said besides the indicators and their headings."""
        used = {heading for indicator in self.found for heading in indicator.headings}
        return tuple(row for row in dict.fromkeys(self.said) if row not in used)

    def take(self, cells: tuple[Element, ...]) -> None:
        number = _number_cell(cells)
        texts = {_column(cell): cell.text for cell in cells if cell.text}
        if number is not None:
            self._open_indicator(number, cells)
        elif self.found and list(texts) == [self.found[-1].metric_column]:
            self.found[-1].metric.extend(texts.values())
        elif len(cells) == 1 and not cells[0].elements:
            self._open_heading(cells[0].text)
        elif texts:
            self.said.append(" | ".join(texts.values()))

    def _open_indicator(self, number: Element, cells: tuple[Element, ...]) -> None:
        before = [cell.text for cell in cells if _column(cell) < _column(number) and cell.text]
        self.group = before[0] if before else self.group
        marker, *title = number.elements[0].elements
        metric = cells[cells.index(number) + 1]
        headings = (*self.headings, self.group) if self.group else tuple(self.headings)
        name = line_of(tuple(title))
        self.found.append(
            _Indicator(
                f"{self.prefix}{marker.text}", name, headings, _column(metric), list(_metric(metric))
            )
        )

    def _open_heading(self, heading: str) -> None:
        """A heading in capitals and one in small letters stand one below the other, in either order."""
        self.said.append(heading)
        self.group = ""
        alike = [above.isupper() == heading.isupper() for above in self.headings]
        if any(alike):
            del self.headings[alike.index(True) :]
        self.headings.append(heading)


def _number_cell(cells: tuple[Element, ...]) -> Element | None:
    """The cell with the number and the name of an indicator, where the row is one; the metric is behind it."""
    return next(
        (cell for cell in cells[:-1] if [child.tag for child in cell.elements] == [_NUMBERED]), None
    )


def _column(cell: Element) -> int:
    return int(cell.attributes.get("COL", "0"))


def _metric(cell: Element) -> Iterator[str]:
    """The lines of a metric: one, or those of a list."""
    lists = [child for child in cell.elements if child.tag == "LIST"]
    if not lists:
        yield line_of(cell.children)
    for points in lists:
        yield from (item.text for item in points.elements)
