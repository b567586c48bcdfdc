"""Reads a policy of the firm: numbered sections under a head that says version, dates and audience.

The form is what a policy looks like anyway, so that text taken from a DOCX or PDF reads the same::

    ## 3 Blackout periods
    3.1 No employee trades in ...
    (a) a security on the restricted list; or
    (b) ...
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from copilot.errors import CorpusError
from copilot.law import front_matter
from copilot.law.instrument import Instrument, Version
from copilot.law.provision import Period, Placed, Provision
from copilot.law.provision_id import ProvisionId

_SECTION = re.compile(r"(#{1,6} +)?§? ?(\d{1,4}(?:\.\d{1,4}){0,7})\.?\s+(.+)")
_POINT = re.compile(r"\(([a-z]{1,4}|\d{1,2})\)\s+(.+)")
_TITLE = re.compile(r"# +(.+)")
_OPENING = "'\"“‘("
_MOST_UNITS = 5_000


def _one_line(text: str) -> str:
    if not text.isprintable() or not text.strip():
        raise ValueError("it is empty, or holds a line break or a letter that cannot be shown")
    return text


Line = Annotated[str, Field(max_length=200), AfterValidator(_one_line)]
"""Words that are shown as they are: one line, and no longer than people read."""


class PolicyHead(BaseModel):
    """The front matter of a policy, or its side file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)
    title: Line
    version: Line
    effective: date
    until: date | None = None
    owner: Line
    audience: frozenset[Line] = frozenset()


@dataclass(slots=True)
class _Section:
    id: ProvisionId
    line: int
    title: str = ""
    headings: tuple[str, ...] = ()
    text: list[str] = field(default_factory=list)


def read_policy(text: str, file: str) -> tuple[Instrument, tuple[Placed, ...]]:
    """A policy with its front matter in the file itself."""
    parts = front_matter.split(text, file)
    head = front_matter.read_yaml(PolicyHead, parts.head, file, offset=1)
    return policy_from(head, parts.body, file, first_line=parts.first_line)


def policy_from(
    head: PolicyHead, body: tuple[str, ...], file: str, *, first_line: int, known_as: str | None = None
) -> tuple[Instrument, tuple[Placed, ...]]:
    """A policy from its head and the lines of its text; ``known_as`` where it goes by another id than its head's."""
    whole = ProvisionId(f"policy/{known_as or head.id}")
    period = _period(head, file)
    reader = _Reader(whole, file)
    for number, line in enumerate(body, start=first_line):
        reader.take(line.strip(), number)
    if not reader.sections:
        raise CorpusError(
            "no numbered section was found",
            remedy="Number the sections: '1 Purpose', then '1.1 This policy ...'.",
            file=file,
        )
    source = f"{head.title}, version {head.version}"
    placed = tuple(
        Placed(
            Provision(
                id=section.id,
                heading_path=(head.title, *section.headings),
                title=section.title,
                text=" ".join(section.text),
                in_force=period,
                layer="digest",
                source=source,
                audience=head.audience,
            ),
            file,
            section.line,
        )
        for section in reader.sections
    )
    return _instrument(head, whole), placed


def _period(head: PolicyHead, file: str) -> Period:
    try:
        return Period(head.effective, head.until)
    except ValueError as error:
        raise CorpusError(str(error), remedy="Correct effective and until.", file=file, line=1) from error


def _instrument(head: PolicyHead, whole: ProvisionId) -> Instrument:
    return Instrument(
        id=str(whole),
        title=head.title,
        short=head.title,
        kind="policy",
        jurisdiction="firm",
        publisher=head.owner,
        status="superseded" if head.until else "in force",
        versions=(Version.model_validate({"from": head.effective, "source": f"version {head.version}"}),),
        owner=head.owner,
        audience=head.audience,
    )


class _Reader:
    """Takes the lines of a policy and tells a section number from a wrapped line that begins with one."""

    def __init__(self, whole: ProvisionId, file: str) -> None:
        self._whole, self._file = whole, file
        self.sections: list[_Section] = []
        self._titles: dict[str, str] = {}
        self._last: tuple[int, ...] = ()
        self._numbered: _Section | None = None

    def take(self, line: str, number: int) -> None:
        """Read the next line."""
        if (match := _SECTION.fullmatch(line)) and self._is_section(match, number):
            self._last = _steps(match[2])
            self._numbered = self._section(match, number)
            self._add(self._numbered)
        elif (match := _POINT.fullmatch(line)) and self._numbered:
            point, headings = self._numbered.id.child(match[1]), self._numbered.headings
            self._add(_Section(point, number, headings=headings, text=[match[2]]))
        elif line and not _TITLE.fullmatch(line):
            if not self.sections:
                raise self._fault("text stands before the first numbered section", number, "Number it.")
            self.sections[-1].text.append(line)

    def _add(self, section: _Section) -> None:
        if len(self.sections) == _MOST_UNITS:
            raise self._fault(
                f"it has more than {_MOST_UNITS} sections and points",
                section.line,
                "Cut it into several policies.",
            )
        self.sections.append(section)

    def _is_section(self, match: re.Match[str], line: int) -> bool:
        """Whether the number follows in the numbering and its words begin like a section.

        "30 days after ..." on a line of its own does neither. A number that comes back, or goes back,
        is a fault: its section could not be told from the other.
        """
        number = _steps(match[2])
        if not match[1] and not match[3][0].isupper() and match[3][0] not in _OPENING:
            return False
        if number > self._last:
            return bool(match[1]) or number[0] <= (self._last or (0,))[0] + 1
        if len(number) == 1 and not match[1]:
            return False
        raise self._fault(
            f"section {match[2]} stands after section {'.'.join(map(str, self._last))}",
            line,
            "Give each section a number of its own, in order.",
        )

    def _section(self, match: re.Match[str], line: int) -> _Section:
        section = _Section(self._whole.child(match[2]), line, headings=_above(match[2], self._titles))
        if match[1] or "." not in match[2]:
            section.title = self._titles[match[2]] = match[3]
        else:
            section.text.append(match[3])
        return section

    def _fault(self, message: str, line: int, remedy: str) -> CorpusError:
        return CorpusError(message, remedy=remedy, file=self._file, line=line)


def _steps(number: str) -> tuple[int, ...]:
    return tuple(int(step) for step in number.split("."))


def _above(number: str, titles: dict[str, str]) -> tuple[str, ...]:
    """The titles of the sections this one is a part of."""
    steps = number.split(".")
    wholes = (".".join(steps[:depth]) for depth in range(1, len(steps)))
    return tuple(f"{whole} {titles[whole]}" for whole in wholes if whole in titles)
