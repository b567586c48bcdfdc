"""Drift as evidence: how the columns of a file moved since a reference."""

from copilot.rules.drift.columns import Drifted, DriftVerdict, Kind, KolmogorovSmirnov
from copilot.rules.drift.index import Bin, bins_of_categories, bins_of_numbers, stability_index
from copilot.rules.drift.limits import RETESTED, WATCHED, DriftLimits
from copilot.rules.drift.plot import draw
from copilot.rules.drift.report import CITED, VALID, VERSION, DriftReport, measure_drift

__all__ = [
    "CITED",
    "RETESTED",
    "VALID",
    "VERSION",
    "WATCHED",
    "Bin",
    "DriftLimits",
    "DriftReport",
    "DriftVerdict",
    "Drifted",
    "Kind",
    "KolmogorovSmirnov",
    "bins_of_categories",
    "bins_of_numbers",
    "draw",
    "measure_drift",
    "stability_index",
]
