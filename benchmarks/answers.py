"""Measures answering with the extractive model: how long an answer takes, and how long its checks.

    python -m benchmarks.answers [--questions 200] [--data FOLDER] [--record FILE]

The questions are of our own (``ranking-questions.jsonl``), drawn with a seed; the index is built first unless a data
folder has one. ``--record`` writes the statements of the answers as JSON lines, for ``python -m evals.mutation``.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

import numpy as np
from pydantic import JsonValue, TypeAdapter
from rich.console import Console
from rich.table import Table

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.agent.answering import Answering
from copilot.agent.conversation import Conversation
from copilot.agent.events import Done
from copilot.agent.intake import Nearest
from copilot.agent.speaker import extractive_speaker
from copilot.grounding import Answer, Draft, DraftCitation, Statement, verify
from copilot.law import load_corpus
from copilot.records import Question, Record
from copilot.retrieval import Searcher, SentenceTransformersEmbedder, build_index, silently
from copilot.rules import ToolResult

_DAY = date(2026, 11, 20)
_ACTOR = Actor("benchmark", frozenset({EVERY_AUDIENCE}))
_QUESTIONS = Path(__file__).with_name("ranking-questions.jsonl")
_SEED, _WARM_UP = 20261120, 10
_OF_ONE_ANSWER, _LONGEST_RESULTS = 4, 6_000
_results: TypeAdapter[tuple[ToolResult, ...]] = TypeAdapter(tuple[ToolResult, ...])


def main() -> None:
    """Ask, measure and print."""
    given = _arguments()
    asked = [json.loads(line)["question"] for line in _QUESTIONS.read_text(encoding="utf-8").splitlines()]
    questions = random.Random(_SEED).sample(asked, given.questions + _WARM_UP)  # noqa: S311  # a sample, no secret
    with tempfile.TemporaryDirectory() as folder:
        answering = _answering(given.data or Path(folder))
        for question in questions[:_WARM_UP]:
            _answered(answering, question)
        timed = [_answered(answering, question) for question in questions[_WARM_UP:]]
    _print([seconds for seconds, _ in timed], [answer for _, answer in timed])
    if given.record:
        lines = (_recorded(answer, number) for number, (_, answer) in enumerate(timed, start=1))
        given.record.write_text("".join(line for lines_ in lines for line in lines_), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answers", description=__doc__)
    parser.add_argument("--questions", type=int, default=200, help="how many to ask")
    parser.add_argument("--data", type=Path, help="a data folder whose index is up to date")
    parser.add_argument("--record", type=Path, help="write the statements of the answers here")
    return parser.parse_args()


def _answering(data: Path) -> Answering:
    corpus, embedder = load_corpus(policies=None), SentenceTransformersEmbedder("bundled")
    build_index(corpus, embedder, data, silently, anew=False)
    kept: list[Question | Record] = []

    def keep(entry: Question | Record) -> int:
        kept.append(entry)
        return len(kept)

    searcher = Searcher(corpus, embedder, data)
    return Answering(corpus, searcher, extractive_speaker(), keep, nearest=Nearest.bundled(data))


def _answered(answering: Answering, question: str) -> tuple[float, Answer]:
    begun = perf_counter()
    events = answering.ask(question, as_of=_DAY, actor=_ACTOR, conversation=Conversation(), thread_id=None)
    answer = next(event.answer for event in events if isinstance(event, Done))
    return perf_counter() - begun, answer


def _print(seconds: list[float], answers: list[Answer]) -> None:
    statements = [(one, answer) for answer in answers for one in answer.statements if one.citations]
    checks = [_seconds_to_check(statement, answer) for statement, answer in statements]
    grades = [statement.check.grade for statement, _ in statements]
    table = Table(
        "What", "Median", "95 of 100", "Most", title=f"{len(answers)} answers, {len(statements)} statements"
    )
    for name, times in (("an answer", seconds), ("the check of a statement", checks)):
        p50, p95, most = (
            f"{value * 1000:.1f} ms" for value in (*np.quantile(times, (0.5, 0.95)), max(times))
        )
        table.add_row(name, p50, p95, most)
    console = Console()
    console.print(table)
    console.print(
        f"quoted {grades.count('quoted')}, checked {grades.count('checked')}; left out "
        f"{sum(answer.dropped for answer in answers)}; refused {sum(answer.refusal is not None for answer in answers)}"
    )


def _seconds_to_check(statement: Statement, answer: Answer) -> float:
    begun = perf_counter()
    verify(_draft(statement), answer.evidence, as_of=answer.as_of, actor=_ACTOR)
    return perf_counter() - begun


def _draft(statement: Statement) -> Draft:
    return Draft(
        statement.text,
        tuple(DraftCitation(str(citation.source), citation.quote) for citation in statement.citations),
    )


def _recorded(answer: Answer, number: int) -> Iterator[str]:
    """The first statements that claim something, with the results of tools that one may cite unless they are long."""
    results = json.loads(_results.dump_json(answer.evidence.results))
    kept = 0
    for statement in answer.statements:
        cites_a_tool = any(isinstance(citation.source, str) for citation in statement.citations)
        if not statement.citations or (cites_a_tool and len(json.dumps(results)) > _LONGEST_RESULTS):
            continue
        draft = _draft(statement)
        line: dict[str, JsonValue] = {
            "text": draft.text,
            "citations": [{"source": one.source, "quote": one.quote} for one in draft.citations],
            "as_of": str(answer.as_of),
            "answer": f"answer-{number}",
        }
        yield json.dumps(line | ({"results": results} if cites_a_tool else {}), ensure_ascii=False) + "\n"
        kept += 1
        if kept == _OF_ONE_ANSWER:
            return


if __name__ == "__main__":
    main()
