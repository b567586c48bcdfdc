"""One sentence of an answer: as a model drafted it, and as it stood once it was held against what it cites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from copilot.law import Layer, ProvisionId

Grade = Literal["quoted", "checked", "connecting", "failed"]
Outcome = Literal["pass", "fail", "not_applicable", "error"]
Place = tuple[int, int]
"""Where words stand in a text: from the first letter up to, not including, the last."""


@dataclass(frozen=True, slots=True)
class DraftCitation:
    """What a model says it leans on: a source as it wrote it, and the words of it.

    ``source`` is the id of a provision, ``eu-ai-act/art-26/6``, or the result of a tool, ``tool:fines/1``.
    """

    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence as a model wrote it. Nobody sees it before it was checked."""

    text: str
    citations: tuple[DraftCitation, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A source and the very words of it that a statement leans on.

    ``quote`` is in the source's own writing. ``places`` are the quote's in the citable text of the source,
    one a part where an ellipsis splits it, so that a reader is shown the words and not a page. ``layer`` is
    ``official`` only for the publisher's words.
    """

    source: ProvisionId | str
    quote: str
    places: tuple[Place, ...]
    layer: Layer | None = None

    def __post_init__(self) -> None:
        before = 0
        for start, end in self.places:
            if not before <= start < end:
                raise ValueError(f"a quote cannot run from {start} to {end} after {before}")
            before = end
        if not self.places:
            raise ValueError("a quote stands somewhere in its source")
        if (self.layer is None) == isinstance(self.source, ProvisionId):
            raise ValueError("a provision is cited with its layer, a tool result without one")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, in words a person understands.

    Where ``gates`` is false a failure is a mark beside the statement and does not keep it back.
    """

    check: str
    outcome: Outcome
    said: str
    gates: bool = True

    @property
    def blocks(self) -> bool:
        """Whether the statement cannot be shown: a check that broke never counts as one that passed."""
        return self.gates and self.outcome in ("fail", "error")


@dataclass(frozen=True, slots=True)
class Check:
    """How a statement stood against its evidence, and every single finding.

    ``quoted``: the wording of the source, or very near it. ``checked``: worded freely, and every check that
    gates holds. ``connecting``: a phrase that claims nothing. ``failed``: not to be shown, for ``reasons``.
    """

    grade: Grade
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        if (self.grade == "failed") != any(finding.blocks for finding in self.findings):
            raise ValueError("a check is failed exactly where a finding blocks it")

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it failed."""
        return _said(finding for finding in self.findings if finding.blocks)

    @property
    def marks(self) -> tuple[str, ...]:
        """What a reader should look at though it does not keep the statement back."""
        return _said(
            finding
            for finding in self.findings
            if not finding.gates and finding.outcome in ("fail", "error")
        )


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer. It reaches a person only with a check that did not fail."""

    text: str
    citations: tuple[Citation, ...]
    check: Check


def _said(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(finding.said for finding in findings)
