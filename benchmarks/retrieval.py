"""Measures our search beside LangChain, LlamaIndex and Haystack: quality, time, memory, growth.

    make bench DOCUMENTS=documents.zip QUESTIONS=questions.json

One run on one machine: the same passages, questions, embedding model and number of threads for all, each contestant
in a process of its own, set up as its documentation recommends (see ``benchmarks/contestants``).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.console import Console

from benchmarks.article_questions import ArticleQuestion, passages_in_force, read_article_questions
from benchmarks.comparison import judged_by_article, judged_by_passages, times_of
from benchmarks.contestants import KITS, OURS, OURS_SHIPPED, Passage
from benchmarks.contestants.ours import DAY
from benchmarks.given_vectors import write_for_making, write_known
from benchmarks.machine import described
from benchmarks.made_passages import of_size
from benchmarks.measured import Outcome
from benchmarks.passage_sets import PassageSet, read_passage_set
from benchmarks.quality import by_question
from benchmarks.report import write_report
from benchmarks.results import Articles, Contested, Grown, Results
from benchmarks.runs import Runs, write_passages
from benchmarks.tables import print_results
from copilot.errors import CopilotError
from copilot.law import Corpus, load_corpus
from copilot.retrieval import SentenceTransformersEmbedder, silently

_SEED = 20261120
_SIZES, _SAMPLE_SIZES = (1_000, 14_000, 100_000), (500, 2_000)
_GROWTH_QUESTIONS = 100
_REAL_VECTORS = 1_000
_PASSAGES_A_QUESTION = 10
_WIDTH = 120


def main() -> int:
    """Measure, or read what was measured; print it, keep it, and write the report if it is asked for."""
    given = _arguments()
    try:
        if given.figures:
            results = Results.read(given.figures)
        else:
            results = _measure(given)
            results.write(given.json)
        print_results(results, _console())
        if given.report:
            write_report(results)
    except CopilotError as error:
        sys.stderr.write(f"Error: {error}\n{error.remedy}\n")
        return error.exit_code
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.retrieval",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--documents", type=Path, help="the passages, a folder or a zip")
    parser.add_argument("--questions", type=Path, help="questions whose answers are among the passages")
    parser.add_argument("--article-questions", type=Path, help="questions on the corpus that ships")
    parser.add_argument("--act", default="eu-ai-act", help="the act they are about")
    parser.add_argument("--sample", type=int, help="only so many passages, and a tenth as many questions")
    parser.add_argument("--sizes", type=_numbers, help="numbers of passages to measure growth at")
    parser.add_argument("--only", nargs="+", choices=(OURS, *KITS), default=(OURS, *KITS))
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--json", type=Path, default=Path("build/benchmarks/retrieval.json"))
    parser.add_argument("--report", action="store_true", help="write the figures into docs/benchmarks.md")
    parser.add_argument(
        "--from", dest="figures", type=Path, help="print what was measured, without measuring"
    )
    given = parser.parse_args()
    if not given.figures and not (given.documents and given.questions):
        parser.error("name --documents and --questions, or --from")
    return given


def _console() -> Console:
    """As wide as the terminal; into a file as wide as the tables."""
    return Console(width=None if sys.stdout.isatty() else _WIDTH)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(",") if number)


def _measure(given: argparse.Namespace) -> Results:
    console = _console()
    corpus = load_corpus(policies=None)
    on_articles = (
        read_article_questions(given.article_questions, given.act, corpus)
        if given.article_questions
        else ()
    )
    measured = whole = read_passage_set(given.documents, given.questions)
    if given.sample:
        measured = whole.sample(given.sample, given.sample // _PASSAGES_A_QUESTION, _SEED)
        console.print(f"[bold]A sample: {len(measured.passages)} of {len(whole.passages)} passages[/bold]")
    sizes = given.sizes if given.sizes is not None else _SAMPLE_SIZES if given.sample else _SIZES
    with tempfile.TemporaryDirectory() as folder:
        measurements = _Measurements(given.only, Runs(Path(folder), given.threads), Path(folder), console)
        growth = measurements.growth(measured, sizes)
        contestants = measurements.contest(measured)
        articles = measurements.articles(corpus, on_articles) if on_articles else None
    return Results(
        taken_on=date.today(),  # noqa: DTZ011  # the day on which the machine stands
        command=_command(given),
        machine=described(),
        threads=given.threads,
        sample=bool(given.sample),
        passages=len(measured.passages),
        questions=len(measured.questions),
        contestants=contestants,
        growth=growth,
        growth_questions=min(_GROWTH_QUESTIONS, len(measured.questions)),
        articles=articles,
    )


class _Measurements:
    """The three measurements, each of all contestants in turn."""

    def __init__(self, contestants: Sequence[str], runs: Runs, folder: Path, console: Console) -> None:
        self._contestants = contestants
        self._runs = runs
        self._folder = folder
        self._console = console

    def growth(self, measured: PassageSet, sizes: Sequence[int]) -> tuple[Grown, ...]:
        """Query time at each size, with vectors made out of real ones."""
        if not sizes:
            return ()
        texts = [passage.text for passage in of_size(measured.passages, _REAL_VECTORS, _SEED)]
        real = SentenceTransformersEmbedder("bundled").embed(texts, silently)
        vectors = write_for_making(self._folder / "vectors.npz", real)
        asked = [question.text for question in measured.questions[:_GROWTH_QUESTIONS]]
        grown = []
        for size in sizes:
            passages = of_size(measured.passages, size, _SEED)
            for name, outcome in self._all(passages, asked, vectors):
                grown.append(
                    Grown(
                        name=name,
                        passages=size,
                        build_seconds=outcome.build_seconds,
                        peak_megabytes=outcome.peak_megabytes,
                        query=times_of(outcome),
                    )
                )
        return tuple(grown)

    def contest(self, measured: PassageSet) -> tuple[Contested, ...]:
        """Quality and cost over the whole set, every contestant embedding it itself."""
        asked = [question.text for question in measured.questions]
        return judged_by_passages(
            measured.questions, self._all(measured.passages, asked, None), by_question
        )

    def articles(self, corpus: Corpus, questions: Sequence[ArticleQuestion]) -> Articles:
        """The right article over the corpus that ships; the kits get its vectors, since quality is all that counts."""
        act = questions[0].article.instrument
        passages = passages_in_force(corpus, DAY)
        texts = [passage.text for passage in passages]
        real = SentenceTransformersEmbedder("bundled").embed(texts, silently)
        vectors = write_known(self._folder / "known.npz", texts, real)
        asked = [question.text for question in questions]
        outcomes = self._all(passages, asked, vectors, ours=OURS_SHIPPED)
        return Articles(
            questions=len(questions),
            passages=len(passages),
            act=corpus.instruments[act].short,
            as_of=DAY,
            contestants=judged_by_article(questions, outcomes),
        )

    def _all(
        self, passages: Sequence[Passage], asked: Sequence[str], vectors: Path | None, ours: str = OURS
    ) -> list[tuple[str, Outcome]]:
        file = write_passages(self._folder / "passages.jsonl", passages)
        outcomes = []
        for name in self._contestants:
            outcome = self._runs.measure(ours if name == OURS else name, file, asked, vectors)
            query = times_of(outcome)
            self._console.print(
                f"{name}, {len(passages)} passages, {len(asked)} questions: built in {outcome.build_seconds:.0f} s, "
                f"a query {query.median:.0f} ms"
            )
            outcomes.append((name, outcome))
        return outcomes


def _command(given: argparse.Namespace) -> str:
    """What was asked for, with the names of the files and not where they lie."""
    parts = [
        "make bench",
        f"DOCUMENTS={given.documents.name}",
        f"QUESTIONS={given.questions.name}",
        f"ARTICLES={given.article_questions.name}" if given.article_questions else "",
        f'ARGS="--sample {given.sample}"' if given.sample else "",
    ]
    return " ".join(part for part in parts if part)


if __name__ == "__main__":
    sys.exit(main())
