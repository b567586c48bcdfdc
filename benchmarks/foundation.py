"""Measures what a newcomer waits for: the help text, the texts, the index, one search. Prints a table.

CPU seconds where the machine's other work must not count, wall-clock seconds where a person waits.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from rich.console import Console
from rich.table import Table

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.law import load_corpus
from copilot.retrieval import Searcher, SentenceTransformersEmbedder, build_index, silently

_DAY = date(2026, 11, 20)
_QUESTIONS = (
    "From when do the duties for high-risk AI systems in Annex III apply?",
    "Must a deployer keep logs, and for how long?",
    "Who has to report a suspicious order?",
    "What does the policy say on holding periods?",
)


def main() -> None:
    """Run every measurement once and print them."""
    corpus = load_corpus(policies=None)
    embedder = SentenceTransformersEmbedder("bundled")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)

        def build() -> None:
            build_index(corpus, embedder, data, silently, anew=False)

        rows = [
            ("copilot --help, CPU", _help_cpu()),
            ("reading the corpus", _seconds(lambda: load_corpus(policies=None))),
            ("first build of the index", _seconds(build)),
            ("second build, nothing to do", _seconds(build)),
        ]
        searcher = Searcher(corpus, embedder, data)
        actor = Actor("benchmark", frozenset({EVERY_AUDIENCE}))
        times = [
            _seconds(lambda question=question: searcher.search(question, as_of=_DAY, actor=actor, top=10))  # type: ignore[misc]
            for question in _QUESTIONS * 10
        ]
    rows.append(("one search, warm, median of 40", median(times)))
    table = Table(
        "What", "Seconds", title=f"{len(list(corpus.wordings()))} wordings, {os.cpu_count()} cores"
    )
    for what, seconds in rows:
        table.add_row(what, f"{seconds:.3f}")
    Console().print(table)


def _seconds(action: Callable[[], object]) -> float:
    begun = perf_counter()
    action()
    return perf_counter() - begun


def _help_cpu() -> float:
    """CPU seconds of ``copilot --help`` after a first call: the median of five."""
    spent = []
    for _ in range(6):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "copilot", "--help"], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(spent[1:])


if __name__ == "__main__":
    main()
