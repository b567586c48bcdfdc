"""``python -m evals.cases [FOLDER]``: exit 0 where every case can be used, 2 where a line has to be mended."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from copilot.errors import CopilotError
from copilot.law import load_corpus
from copilot.settings import read_settings
from evals.cases.checking import check_cases
from evals.cases.reading import Cases, read_cases

_COULD_NOT_EVALUATE = 2


def main(arguments: Sequence[str]) -> int:
    """Read the cases, hold them against the law, and say how many there are of what."""
    parser = argparse.ArgumentParser(prog="python -m evals.cases", description=__doc__)
    parser.add_argument(
        "folder", nargs="?", type=Path, help="a firm's own cases; those that ship by default"
    )
    folder: Path | None = parser.parse_args(arguments).folder
    # The cases that ship ask about the sample firm, a firm's own about its policies.
    policies = None if folder is None else read_settings(os.environ).policies
    cases = read_cases(folder)
    check_cases(cases, load_corpus(policies=policies))
    _print(cases)
    return 0


def _print(cases: Cases) -> None:
    table = Table("Cases", "Number", box=None, pad_edge=False)
    for name, number in _counts(cases):
        table.add_row(name, str(number))
    Console().print(table)


def _counts(cases: Cases) -> Iterable[tuple[str, int]]:
    yield "golden", len(cases.golden)
    yield from _each("group", (case.group for case in cases.golden))
    yield from _each("tag", (tag for case in cases.golden for tag in case.tags))
    yield "  critical", sum(case.critical for case in cases.golden)
    yield "time flips", len(cases.time_flips)
    yield "refusals, each with an answerable twin", len(cases.refusals)
    yield from _each("category", (case.category for case in cases.refusals))


def _each(what: str, values: Iterable[str]) -> Iterable[tuple[str, int]]:
    return ((f"  {what} {value}", number) for value, number in sorted(Counter(values).items()))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except CopilotError as error:
        sys.stderr.write(f"Error: {error}\n{error.remedy}\n")
        sys.exit(_COULD_NOT_EVALUATE)
