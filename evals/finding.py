"""Is the provision a lawyer would cite among the first that are found?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from copilot.actor import Actor
from copilot.errors import CorpusError
from copilot.law import ProvisionId
from copilot.retrieval import Searcher

TOP = 5
_FILE = "questions.jsonl"


class Question(BaseModel):
    """A question, the day it is asked about, and the provisions that answer it: any of them will do."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    question: str
    as_of: date
    expects: tuple[ProvisionId, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where the first of the expected provisions was found; ``rank`` is none where it was not."""

    question: Question
    rank: int | None


def read_questions() -> tuple[Question, ...]:
    """The questions that ship, each line checked."""
    lines = files("evals").joinpath(_FILE).read_text(encoding="utf-8").splitlines()
    return tuple(_read(line, number) for number, line in enumerate(lines, start=1) if line.strip())


def find_all(questions: Iterable[Question], searcher: Searcher, actor: Actor) -> Iterator[Verdict]:
    """Search for each question in turn. A part of what is expected counts, and so does what it is part of."""
    for question in questions:
        found = searcher.search(question.question, as_of=question.as_of, actor=actor, top=TOP)
        ranks = (rank for rank, hit in enumerate(found, start=1) if _meets(hit.provision.id, question))
        yield Verdict(question, next(ranks, None))


def _meets(found: ProvisionId, question: Question) -> bool:
    return any(found.within(wanted) or wanted.within(found) for wanted in question.expects)


def _read(line: str, number: int) -> Question:
    try:
        return Question.model_validate_json(line)
    except ValidationError as error:
        fault = error.errors()[0]
        raise CorpusError(
            f"{'.'.join(str(step) for step in fault['loc'])}: {fault['msg']}",
            remedy="A question has id, question, as_of and expects.",
            file=_FILE,
            line=number,
        ) from error
