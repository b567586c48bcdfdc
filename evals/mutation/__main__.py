"""``python -m evals.mutation``: exit 0 where all that is asked for holds, 1 where not, 2 without a verdict."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from copilot.errors import CopilotError
from copilot.law import load_corpus
from evals.mutation.bench import Bench
from evals.mutation.gate import requirements
from evals.mutation.invariances import INVARIANCES
from evals.mutation.operators import OPERATORS
from evals.mutation.report import Section, as_json, into_page, markdown, sections, survivors
from evals.mutation.suite import gathered
from evals.mutation.trials import Trial, run

_COULD_NOT_EVALUATE = 2
_WIDE = 200


def main(arguments: Sequence[str]) -> int:
    """Run the suite as asked, print, and judge."""
    asked = _read(arguments)
    corpus = load_corpus(policies=None)
    suite = gathered(corpus)
    only = [operator for operator in OPERATORS if asked.only in (None, operator.name)]
    trials = list(run(suite.statements, Bench(corpus), only, INVARIANCES if asked.only is None else ()))
    _print(trials, asked)
    if asked.only is not None:
        sys.stderr.write(f"No verdict: only {asked.only!r} was run.\n")
        return _COULD_NOT_EVALUATE
    if suite.missing:
        sys.stderr.write(f"No verdict: {'; '.join(suite.missing)}.\n")
        return _COULD_NOT_EVALUATE
    return int(not all(one.holds for one in requirements(trials)))


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.mutation", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure into a file")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables into a page")
    parser.add_argument(
        "--only", choices=[operator.name for operator in OPERATORS], help="run one operator"
    )
    parser.add_argument("--survivors", type=int, default=0, metavar="N", help="print N of each operator")
    parser.add_argument("--held-out", action="store_true", help="print survivors that are held out, too")
    return parser.parse_args(arguments)


def _print(trials: Sequence[Trial], asked: argparse.Namespace) -> None:
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = _WIDE
    for section in sections(trials):
        console.print(_table(section))
    for survivor in survivors(trials, asked.survivors, held_out=asked.held_out):
        console.print(survivor, soft_wrap=True)
    if asked.json:
        written = json.dumps(as_json(trials), indent=2, ensure_ascii=False)
        asked.json.write_text(f"{written}\n", encoding="utf-8")
    if asked.markdown:
        page = asked.markdown.read_text(encoding="utf-8") if asked.markdown.exists() else ""
        asked.markdown.write_text(into_page(page, markdown(trials)), encoding="utf-8")


def _table(section: Section) -> Table:
    table = Table(*section.columns, title=section.heading, title_justify="left", box=None, pad_edge=False)
    for row in section.rows:
        table.add_row(*row)
    return table


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except CopilotError as error:
        sys.stderr.write(f"Error: {error}\n{error.remedy}\n")
        sys.exit(_COULD_NOT_EVALUATE)
