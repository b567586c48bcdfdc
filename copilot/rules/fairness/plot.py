"""Draws the rates of the groups with their intervals, the same picture for the same figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from copilot.errors import MachineError
from copilot.rules.fairness.measures import Compared
from copilot.rules.fairness.report import FairnessReport

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_COLOURS = {"limit missed": "#d55e00", "amber": "#e69f00", "no verdict": "#999999"}
_PLAIN = "#0072b2"
_TITLES = {
    "impact ratio": "selection rate",
    "true positive rate difference": "true positive rate",
    "false positive rate difference": "false positive rate",
    "calibration difference": "outcome less score",
}


def draw(report: FairnessReport, file: Path) -> None:
    """Write an SVG: a panel a measure, a line a group, coloured where a limit is missed."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    shown = [title for title in _TITLES if any(item.measure == title for item in report.compared)]
    lines = sum(item.measure == shown[0] for item in report.compared)
    with mpl.rc_context({"svg.hashsalt": "fairness", "svg.fonttype": "none", "font.size": 9}):
        figure = Figure(figsize=(1.5 + 3.2 * len(shown), 1.2 + 0.35 * lines + 0.3), layout="constrained")
        panels = figure.subplots(1, len(shown), sharey=True, squeeze=False)[0]
        for panel, measure in zip(panels, shown, strict=True):
            _panel(panel, [item for item in report.compared if item.measure == measure])
        panels[0].invert_yaxis()
        figure.suptitle(
            "red: limit missed; yellow: amber; grey: no verdict; number of persons behind", fontsize=9
        )
        try:
            figure.savefig(file, format="svg", metadata={"Date": None})
        except OSError as error:
            raise MachineError(
                f"{file} cannot be written: {error.strerror}",
                remedy="Name a file in a folder that is there.",
            ) from error


def _panel(panel: Axes, items: list[Compared]) -> None:
    for place, item in enumerate(items):
        if item.own is None:
            panel.text(0, place, "not available", va="center", color=_COLOURS["no verdict"])
            continue
        around = [[item.own.value - item.own.interval.low], [item.own.interval.high - item.own.value]]
        panel.errorbar(
            item.own.value,
            place,
            xerr=[[max(0.0, end) for end in ends] for ends in around],
            fmt="o",
            color=_COLOURS.get(item.verdict, _PLAIN),
            capsize=3,
        )
    panel.set_yticks(range(len(items)), [f"{item.column}: {item.group} ({item.size:,})" for item in items])
    panel.set_title(_TITLES[items[0].measure])
    panel.set_xlabel("95 % interval")
    panel.grid(axis="x", alpha=0.3)
