"""Draws the shares of each column before and now, the same picture for the same figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from copilot.errors import MachineError
from copilot.rules.drift.columns import Drifted
from copilot.rules.drift.report import DriftReport

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BEFORE, _NOW = "#999999", {"act": "#d55e00", "watch": "#e69f00"}
_STABLE = "#0072b2"
_HALF = 0.4


def draw(report: DriftReport, file: Path) -> None:
    """Write an SVG: a panel a column, two bars a bin."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    shown = [item for item in report.columns if item.index is not None]
    heights = [0.8 + 0.3 * len(item.bins) for item in shown]
    with mpl.rc_context({"svg.hashsalt": "drift", "svg.fonttype": "none", "font.size": 9}):
        figure = Figure(figsize=(7, max(1.0, sum(heights))), layout="constrained")
        if shown:
            panels = figure.subplots(len(shown), 1, squeeze=False, height_ratios=heights)[:, 0]
            for panel, item in zip(panels, shown, strict=True):
                _panel(panel, item)
        figure.suptitle("grey: reference; in colour: current", fontsize=9)
        try:
            figure.savefig(file, format="svg", metadata={"Date": None})
        except OSError as error:
            raise MachineError(
                f"{file} cannot be written: {error.strerror}",
                remedy="Name a file in a folder that is there.",
            ) from error


def _panel(panel: Axes, item: Drifted) -> None:
    places = range(len(item.bins))
    before = sum(held.reference for held in item.bins)
    now = sum(held.current for held in item.bins)
    upper, lower = ([place + shift for place in places] for shift in (-_HALF / 2, _HALF / 2))
    panel.barh(upper, [held.reference / before for held in item.bins], _HALF, color=_BEFORE)
    panel.barh(
        lower,
        [held.current / now for held in item.bins],
        _HALF,
        color=_NOW.get(item.verdict, _STABLE),
    )
    panel.set_yticks(places, [held.name for held in item.bins])
    panel.invert_yaxis()
    panel.set_title(f"{item.column}: index {item.index:.3f}, {item.verdict}")
    panel.set_xlabel("share of cases")
