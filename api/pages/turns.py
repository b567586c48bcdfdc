"""A question and its answer as the Ask page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from api.shapes.answer import AnswerBody, CitationBody
from api.shapes.conversation import TurnBody
from copilot.grounding import RefusalKind
from copilot.law import Corpus, ProvisionId, label_of

_REFUSED: dict[RefusalKind, str] = {
    "no_source": "No answer from what is held",
    "out_of_scope": "Outside of what is held",
    "missing_fact": "A fact is missing",
    "conflict": "The sources do not agree",
    "not_permitted": "Not open to you",
}
_TOOLS = {
    "application": "Dates of application",
    "classify_ai_system": "Classification of the AI system",
    "wording_changes": "Changes of the wording",
    "sfdr-entity": "SFDR: the firm",
    "sfdr-product": "SFDR: the product",
}


class Place(NamedTuple):
    """A provision by what people call it."""

    id: ProvisionId
    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """One source of an answer, with all words of it that are leaned on."""

    name: str
    whose: str
    citations: tuple[CitationBody, ...]

    @property
    def numbers(self) -> str:
        """The numbers of its notes: ``1``, ``3–6``, ``2, 5``."""
        runs: list[list[int]] = []
        for number in sorted(citation.number for citation in self.citations):
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and the day it was answered for; the answer, or in ``missing`` why there is none to show."""

    question: str
    as_of: date
    answer: AnswerBody | None = None
    missing: str | None = None
    sources: tuple[Source, ...] = ()
    nearest: tuple[Place, ...] = ()

    @property
    def refused(self) -> str:
        """What kind of refusal it is, in words."""
        return _REFUSED[self.answer.refusal.kind] if self.answer and self.answer.refusal else ""

    @property
    def checked(self) -> bool:
        """Whether a statement of it is worded freely."""
        said = self.answer.statements if self.answer else []
        return any(statement.grade == "checked" for statement in said)


def shown(turn: TurnBody, corpus: Corpus) -> Turn:
    """A turn of a conversation; ``corpus`` says how its sources are called today."""
    if turn.answer is None:
        return Turn(turn.question, turn.as_of, missing=turn.said)
    return answered(turn.question, turn.answer, corpus)


def answered(question: str, answer: AnswerBody, corpus: Corpus) -> Turn:
    """An answer with its sources, each with the words of it that are leaned on."""
    refusal = answer.refusal
    return Turn(
        question,
        answer.as_of,
        answer,
        sources=tuple(_sources(answer)),
        nearest=tuple(named(near, corpus) for near in (refusal.nearest if refusal else ())),
    )


def named(provision: ProvisionId, corpus: Corpus) -> Place:
    """What people call a provision, with its act."""
    act = corpus.instruments.get(provision.instrument)
    label = label_of(provision.segments)
    return Place(provision, f"{label} {act.short if act else provision.instrument}".strip())


def tool_in_words(tool: str) -> str:
    """What a rule's result is about: ``fines`` → ``Fines``."""
    words = tool.replace("_", " ").replace("-", " ")
    return _TOOLS.get(tool, f"{words[:1].upper()}{words[1:]}")


def _sources(answer: AnswerBody) -> list[Source]:
    """The sources in the order in which they are met; words that are cited twice stand once."""
    by_source: dict[str, dict[int, CitationBody]] = {}
    for statement in answer.statements:
        for citation in statement.citations:
            by_source.setdefault(citation.source, {})[citation.number] = citation
    return [_source(tuple(cited.values())) for cited in by_source.values()]


def _source(citations: Sequence[CitationBody]) -> Source:
    first = citations[0]
    if first.kind == "tool":
        name = tool_in_words(first.source.removeprefix("tool:").rpartition("/")[0])
    else:
        name = f"{first.label} {first.act}"
    return Source(name, _whose(first), tuple(citations))


def _whose(citation: CitationBody) -> str:
    """Whose words a quote is made of: never ours for the law's."""
    if citation.kind == "tool":
        return "worked out by rule, from the provisions it names"
    if citation.source.startswith("policy/"):
        return "the firm’s policy"
    return "official text" if citation.layer == "official" else "our restatement"
