"""One sentence of an answer, what it cites, and how it was checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from copilot.law import Layer, ProvisionId

Outcome = Literal["quoted", "checked", "failed"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A source and the very words of it that a statement leans on.

    ``source`` is a provision, or the name of a tool whose result is cited. ``start`` and ``end`` are the
    quote's place in the text of the source, so that a reader is shown the words and not a page.
    """

    source: ProvisionId | str
    quote: str
    start: int
    end: int
    layer: Layer | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a quote cannot run from {self.start} to {self.end}")
        if (self.layer is None) == isinstance(self.source, ProvisionId):
            raise ValueError("a provision is cited with its layer, a tool result without one")


@dataclass(frozen=True, slots=True)
class Check:
    """How a statement stood against its evidence; a failed one says why."""

    outcome: Outcome
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.outcome == "failed" and not self.reasons:
            raise ValueError("a failed check names its reasons")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer. It reaches a person only with a check that did not fail."""

    text: str
    citations: tuple[Citation, ...]
    check: Check
