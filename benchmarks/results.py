"""All figures of one run, as they are kept in JSON."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from benchmarks.intervals import Interval
from benchmarks.records import read_bytes
from copilot.errors import CorpusError


class _Figures(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Times(_Figures):
    """Milliseconds for one question, its embedding included."""

    median: float
    p95: float


class Contested(_Figures):
    """One contestant over the whole set: quality for all questions and for each half, cost, and how it is set up."""

    name: str
    how: str
    versions: dict[str, str]
    quality: dict[str, dict[str, Interval]]
    ours_minus_this: dict[str, dict[str, Interval]] | None
    build_seconds: float
    peak_megabytes: float
    query: Times


class Grown(_Figures):
    """One contestant over one number of passages."""

    name: str
    passages: int
    build_seconds: float
    peak_megabytes: float
    query: Times


class OnArticles(_Figures):
    """One contestant over the corpus that ships: is the right article first, is it among the first five?"""

    name: str
    first: Interval
    first_five: Interval
    ours_minus_this: dict[str, Interval] | None
    query: Times


class Articles(_Figures):
    """Questions that one article answers."""

    questions: int
    passages: int
    act: str
    as_of: date
    contestants: tuple[OnArticles, ...]


class Results(_Figures):
    """One run on one machine."""

    taken_on: date
    command: str
    machine: str
    threads: int
    sample: bool
    passages: int
    questions: int
    contestants: tuple[Contested, ...]
    growth: tuple[Grown, ...]
    growth_questions: int
    articles: Articles | None

    def write(self, file: Path) -> None:
        """Keep them."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self.model_dump_json(indent=2) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> Results:
        """Read what ``write`` wrote."""
        try:
            return cls.model_validate_json(read_bytes(file))
        except ValidationError as error:
            raise CorpusError(
                f"these are no figures of a run: {error.errors()[0]['msg']}",
                remedy="Measure anew, without --from.",
                file=str(file),
            ) from error
