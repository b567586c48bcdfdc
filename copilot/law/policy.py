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

from pydantic import BaseModel, ConfigDict, Field

from copilot.errors import CorpusError
from copilot.law import front_matter
from copilot.law.instrument import Instrument, Version
from copilot.law.provision import Period, Placed, Provision
from copilot.law.provision_id import ProvisionId

_SECTION = re.compile(r"(?:#{1,6} +)?§? ?(\d+(?:\.\d+)*)\.?\s+(.+)")
_POINT = re.compile(r"\(([a-z]{1,4}|\d{1,2})\)\s+(.+)")
_TITLE = re.compile(r"# +(.+)")
_HEADING_MARK = "#"


class PolicyHead(BaseModel):
    """The front matter of a policy, or its side file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    version: str
    effective: date
    until: date | None = None
    owner: str
    audience: frozenset[str] = frozenset()


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
    head: PolicyHead, body: tuple[str, ...], file: str, *, first_line: int
) -> tuple[Instrument, tuple[Placed, ...]]:
    """A policy from its head and the lines of its text."""
    whole = ProvisionId(f"policy/{head.id}")
    period = _period(head, file)
    sections = _sections(whole, body, file, first_line)
    if not sections:
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
        for section in sections
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


def _sections(
    whole: ProvisionId, body: tuple[str, ...], file: str, first_line: int
) -> list[_Section]:
    sections: list[_Section] = []
    titles: dict[str, str] = {}
    for number, line in enumerate(body, start=first_line):
        text = line.strip()
        if match := _SECTION.fullmatch(text):
            section = _Section(whole.child(match[1]), number, headings=_above(match[1], titles))
            if text.startswith(_HEADING_MARK) or "." not in match[1]:
                section.title = titles[match[1]] = match[2]
            else:
                section.text.append(match[2])
            sections.append(section)
        elif (match := _POINT.fullmatch(text)) and sections:
            numbered = next(item for item in reversed(sections) if len(item.id.segments) == 1)
            sections.append(
                _Section(numbered.id.child(match[1]), number, headings=numbered.headings, text=[match[2]])
            )
        elif text and not _TITLE.fullmatch(text):
            if not sections:
                raise CorpusError(
                    "text stands before the first numbered section",
                    remedy="Number it, or move it into the front matter.",
                    file=file,
                    line=number,
                )
            sections[-1].text.append(text)
    return sections


def _above(number: str, titles: dict[str, str]) -> tuple[str, ...]:
    """The titles of the sections this one is a part of."""
    steps = number.split(".")
    wholes = (".".join(steps[:depth]) for depth in range(1, len(steps)))
    return tuple(f"{whole} {titles[whole]}" for whole in wholes if whole in titles)
