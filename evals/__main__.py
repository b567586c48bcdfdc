"""``python -m evals``: asks every question; exit 1 below the floor, 2 where it could not ask."""

from __future__ import annotations

import os
import sys

from rich.console import Console
from rich.table import Table

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.errors import CopilotError
from copilot.law import load_corpus
from copilot.retrieval import Searcher, chosen_embedder, chosen_server
from copilot.settings import read_settings
from evals.finding import TOP, find_all, read_questions

_FLOOR = 0.70
_COULD_NOT_EVALUATE = 2


def main() -> int:
    """Ask, print, and judge by the share found among the first."""
    settings = read_settings(os.environ)
    corpus = load_corpus(policies=settings.policies)
    searcher = Searcher(corpus, chosen_embedder(settings), settings.data_folder, chosen_server(settings))
    verdicts = tuple(find_all(read_questions(), searcher, Actor("evals", frozenset({EVERY_AUDIENCE}))))
    table = Table("Question", "As of", "Expected", "Rank")
    for verdict in verdicts:
        asked = verdict.question
        expected = ", ".join(str(provision) for provision in asked.expects)
        table.add_row(asked.question, str(asked.as_of), expected, str(verdict.rank or "-"))
    console = Console()
    console.print(table)
    found = sum(verdict.rank is not None for verdict in verdicts)
    first = sum(verdict.rank == 1 for verdict in verdicts)
    console.print(
        f"{found} of {len(verdicts)} among the first {TOP}, {first} first; the floor is {_FLOOR:.0%}."
    )
    return int(found < _FLOOR * len(verdicts))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CopilotError as error:
        sys.stderr.write(f"Error: {error}\n{error.remedy}\n")
        sys.exit(_COULD_NOT_EVALUATE)
