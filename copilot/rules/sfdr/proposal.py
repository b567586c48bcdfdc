"""What is only proposed: COM(2025) 841, the Commission's proposal to amend SFDR ("SFDR 2.0").

The record holds what dated sources say of the procedure; it ends on the day of the last of them, and after
that day it says that it does not know more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from copilot.law import ProvisionId
from copilot.rules.result import Step

Confidence = Literal["high", "medium"]
ProcedureStatus = Literal["proposed"]
"""No source read has it adopted; a further status is added with the source that reports it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One event of the procedure, on its day or the day of the source that reports it."""

    day: date
    what: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Proposal:
    """A legislative proposal as of a day. ``known_until`` is the day of the last source read."""

    reference: str
    title: str
    amends: str
    status: ProcedureStatus
    as_of: date
    known_until: date
    stages: tuple[Stage, ...]
    would_change: tuple[str, ...]

    @property
    def said(self) -> str:
        """One sentence that can stand in an answer: proposed, not law."""
        latest = self.stages[-1]
        doubt = (
            ""
            if self.as_of <= self.known_until
            else f"; its state after {self.known_until} is not in the sources"
        )
        return f"proposed, not law: {self.reference}, last known {latest.day}: {latest.what}{doubt}"


_STAGES = (
    Stage(date(2025, 11, 20), "the Commission proposes it", "COM(2025) 841", "high"),
    Stage(
        date(2026, 4, 28),
        "draft report of Parliament's rapporteur",
        "Impact Vision roadmap v8 of 8 October 2026, and notes of August 2026",
        "medium",
    ),
    Stage(
        date(2026, 6, 24),
        "the Council agrees its mandate, with application after 24 months",
        "mofo.com of 29 June 2026; traverssmith.com 2026",
        "high",
    ),
    Stage(
        date(2026, 10, 2),
        "negotiations between Parliament and Council have not started",
        "sustainable-manager changelog v2.7.0, state of 2 October 2026",
        "medium",
    ),
    Stage(
        date(2026, 10, 8),
        "Parliament's plenary expected in October and negotiations in the last quarter of 2026; one page cited that "
        "day already speaks of negotiations",
        "Impact Vision roadmap v8 of 8 October 2026",
        "medium",
    ),
)

_SFDR_2 = Proposal(
    reference="COM(2025) 841",
    title="Proposal to amend Regulation (EU) 2019/2088 (SFDR 2.0)",
    amends="sfdr",
    status="proposed",
    as_of=_STAGES[-1].day,
    known_until=_STAGES[-1].day,
    stages=_STAGES,
    would_change=(
        "product categories: transition (a new Art. 7), ESG basics (Art. 8), sustainable (Art. 9)",
        "at least 70 % of investments in line with the category, and exclusions",
        "no statement on adverse impacts at entity level (Art. 4)",
        "no definition of sustainable investment (Art. 2, point (17))",
        "financial advisers outside the scope",
        "application 18 months after entry into force; 24 by the Council's mandate",
    ),
)


def proposal_on(day: date) -> Proposal | None:
    """The proposal as it was known on a day; none before it was made."""
    stages = tuple(stage for stage in _STAGES if stage.day <= day)
    return replace(_SFDR_2, as_of=day, stages=stages) if stages else None


def proposal_step(proposal: Proposal) -> Step:
    """The step that keeps what is proposed apart from what is law."""
    return Step(
        question=f"Is {proposal.reference} (SFDR 2.0) law on {proposal.as_of}?",
        found=f"no: {proposal.said}",
        matters="Duties follow from the Regulation in force alone, until an amendment of it applies.",
        provision=ProvisionId.parse("sfdr/art-20/2"),
    )
