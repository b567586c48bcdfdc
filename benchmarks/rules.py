"""Measures the classification of AI systems: how many a second on one core, and how long one takes.

::

    python -m benchmarks.rules

Every system is another one, and is classified whole: each step, question and date is there when the call
returns, nothing is put off to who reads it. Seconds are those of the process, so that the machine's other
work counts little.
"""

from __future__ import annotations

import gc
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from datetime import date
from statistics import median, quantiles
from time import process_time_ns

from rich.console import Console
from rich.table import Table

from benchmarks.machine import described
from benchmarks.made_systems import made_systems
from copilot.rules.ai_act import AISystem, classify

_DAY = date(2026, 11, 20)
_MILLISECOND = 1e6
_SECOND = 1e9


def main() -> None:
    """Make systems, classify them, and print what it took."""
    options = ArgumentParser(description=__doc__)
    options.add_argument("--systems", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    systems = made_systems(chosen.systems, chosen.seed)
    fifth = len(systems) // 10 * 2
    first = _times(systems[:1], _classified)
    rows = [
        ("the first of them, no rule read yet", _times(systems[:fifth], _classified)),
        ("others: facts told at random", _times(systems[fifth::2], _classified)),
        ("others: such as people describe", _times(systems[fifth + 1 :: 2], _classified)),
        ("the last of them again", _times(systems[-fifth:], _classified)),
        ("the same, handed over as tool results", _times(systems[-fifth:], _as_tool_result)),
    ]
    table = Table("Systems", "", "a second", "median, ms", "99 %, ms", "longest, ms", title=described())
    for what, times in rows:
        table.add_row(f"{len(times):,}", what, *_figures(times))
    console = Console()
    console.print(table)
    console.print(f"The first call, which reads the law and the rules: {first[0] / _SECOND:.2f} s")


def _classified(system: AISystem) -> object:
    return classify(system, _DAY)


def _as_tool_result(system: AISystem) -> object:
    """With the verdict and the citations worded."""
    return classify(system, _DAY).as_tool_result()


def _times(systems: Sequence[AISystem], action: Callable[[AISystem], object]) -> list[int]:
    """Nanoseconds for each. What was made for the measurement is collected before it."""
    gc.collect()
    times = []
    for system in systems:
        begun = process_time_ns()
        action(system)
        times.append(process_time_ns() - begun)
    return times


def _figures(times: list[int]) -> tuple[str, ...]:
    figures = (median(times), quantiles(times, n=100)[-1], max(times))
    return f"{len(times) / sum(times) * _SECOND:,.0f}", *(f"{one / _MILLISECOND:.3f}" for one in figures)


if __name__ == "__main__":
    main()
