"""What a contestant is: something that is built of passages and answers a question with the best of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from benchmarks.given_vectors import GivenVectors

TOP = 10


@dataclass(frozen=True, slots=True)
class Passage:
    """A text under its key, and the headings it stands under."""

    id: str
    headings: tuple[str, ...]
    text: str


class Contestant(Protocol):
    """One way of finding passages, set up as its documentation recommends."""

    how: ClassVar[str]
    packages: ClassVar[tuple[str, ...]]

    def build(self, passages: Sequence[Passage], vectors: GivenVectors | None) -> None:
        """Index all passages; embed them, unless vectors are given. Questions are always embedded."""

    def ask(self, question: str) -> list[tuple[str, float]]:
        """Key and score of at most ``TOP`` passages, the best first; a higher score is a better match."""
