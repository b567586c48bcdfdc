"""One entry of the ledger as its page shows it: of an answer, the question it is to and its statements with sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from pydantic import TypeAdapter

from api import audit
from api.pages.turns import named
from api.shapes.audit import EntryBody
from api.shapes.tools import in_words
from copilot.actor import Actor
from copilot.grounding import Citation, Grade, Statement
from copilot.law import Corpus, ProvisionId
from copilot.rules import ToolResult

if TYPE_CHECKING:
    from api.service import Service
    from copilot.records.ledger.forms import AnswerForm

_RESULTS: TypeAdapter[tuple[ToolResult, ...]] = TypeAdapter(tuple[ToolResult, ...])
_STATEMENTS: TypeAdapter[tuple[Statement, ...]] = TypeAdapter(tuple[Statement, ...])


@dataclass(frozen=True, slots=True)
class Leaned:
    """A source of a statement: what people call it, where it can be read as of the day, and the words leaned on."""

    name: str
    url: str
    quote: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it was shown, and what to look at in it."""

    text: str
    grade: Grade
    marks: tuple[str, ...]
    sources: tuple[Leaned, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """What an entry says that answers a question; ``statements`` are none where they were redacted."""

    question: EntryBody
    as_of: date
    statements: tuple[Said, ...] | None
    form: AnswerForm


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry; ``answered`` is there for an answer that is shown."""

    entry: EntryBody
    answered: Answered | None


def recorded(service: Service, actor: Actor, number: int) -> Recorded:
    """The entry of a number, as one caller may see it."""
    entry = audit.entry_seen(service, actor, number)
    shown = entry.kind == "answer" and entry.state == "shown"
    return Recorded(entry, _answered(service, actor, entry) if shown else None)


def _answered(service: Service, actor: Actor, entry: EntryBody) -> Answered:
    from copilot.records.ledger.forms import AnswerForm

    form = AnswerForm.model_validate(entry.said)
    question = audit.entry_seen(service, actor, form.question)
    as_of = date.fromisoformat(str((question.said or {})["as_of"]))
    parts = entry.parts or {}
    kept = _STATEMENTS.validate_python(parts["statements"]) if "statements" in parts else None
    results = _RESULTS.validate_python(parts.get("results", ()))
    sources = _Sources(service.corpus, as_of, results)
    said = None if kept is None else tuple(_said(one, sources) for one in kept)
    return Answered(question=question, as_of=as_of, statements=said, form=form)


def _said(statement: Statement, sources: _Sources) -> Said:
    return Said(
        text=statement.text,
        grade=statement.check.grade,
        marks=tuple(str(mark) for mark in statement.check.marks),
        sources=tuple(sources.leaned(citation) for citation in statement.citations),
    )


@dataclass(frozen=True, slots=True)
class _Sources:
    """What the sources of one answer are called, and where they are; ``results`` are empty where they were redacted."""

    corpus: Corpus
    as_of: date
    results: tuple[ToolResult, ...]

    def leaned(self, citation: Citation) -> Leaned:
        """A source, and the words of it."""
        source = citation.source
        if isinstance(source, ProvisionId):
            asked = {"as_of": self.as_of, "layer": citation.layer, "quote": citation.quote}
            url = f"/provision/{source}?{urlencode(asked)}"
            return Leaned(named(source, self.corpus).name, url, citation.quote)
        number = int(source.rpartition("/")[2])
        name = in_words(self.results[number - 1]).partition(":")[0] if self.results else source
        return Leaned(name, f"#result-{number}", citation.quote)
