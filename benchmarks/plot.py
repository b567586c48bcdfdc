"""Draws quality and growth side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.contestants import OURS
from benchmarks.results import Grown, Results

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7")
_MARKERS = "osD^"
_MEASURE = "nDCG@10"


def draw(results: Results, file: Path) -> None:
    """Write an SVG that is the same for the same figures."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    mpl.rcParams.update({"svg.hashsalt": "benchmarks", "svg.fonttype": "none", "font.size": 9})
    figure = Figure(figsize=(9, 3.4), layout="constrained")
    quality, growth = figure.subplots(1, 2)
    _quality(quality, results)
    _growth(growth, results)
    figure.savefig(file, metadata={"Date": None})


def _quality(axes: Axes, results: Results) -> None:
    names = [contested.name for contested in results.contestants]
    for place, contested in enumerate(results.contestants):
        held = contested.quality["all"][_MEASURE]
        around = [[held.mean - held.low], [held.high - held.mean]]
        axes.errorbar(
            held.mean,
            place,
            xerr=around,
            fmt=_MARKERS[place],
            color=_COLOURS[place],
            capsize=4,
            label=contested.name,
        )
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    axes.margins(y=0.2)
    axes.set_xlabel(f"{_MEASURE}, {results.questions:,} questions, 95 % interval")
    axes.grid(axis="x", alpha=0.3)


def _growth(axes: Axes, results: Results) -> None:
    from matplotlib.ticker import StrMethodFormatter

    for place, contested in enumerate(results.contestants):
        points = [grown for grown in results.growth if grown.name == contested.name]
        axes.plot(
            [point.passages for point in points],
            [point.query.median for point in points],
            marker=_MARKERS[place],
            color=_COLOURS[place],
            linewidth=2 if contested.name == OURS else 1,
            label=contested.name,
        )
        _spread(axes, points, _COLOURS[place])
    axes.set_xscale("log")
    axes.set_yscale("log")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    axes.set_xlabel("passages")
    axes.set_ylabel("ms a query, shaded to p95")
    axes.grid(alpha=0.3)
    axes.legend(frameon=False)


def _spread(axes: Axes, points: list[Grown], colour: str) -> None:
    axes.fill_between(
        [point.passages for point in points],
        [point.query.median for point in points],
        [point.query.p95 for point in points],
        color=colour,
        alpha=0.12,
        linewidth=0,
    )
