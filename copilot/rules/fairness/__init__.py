"""Fairness as evidence: group metrics from a file of decisions, with intervals and limits."""

from copilot.rules.fairness.calibration import Draws
from copilot.rules.fairness.cases import Columns, Missing
from copilot.rules.fairness.intervals import Interval, Rate
from copilot.rules.fairness.limits import FOUR_FIFTHS, LIMITS, SAMPLE_POLICY, Limit, Limits, LimitsName
from copilot.rules.fairness.measures import Compared, Measure, Method, Standing, Verdict
from copilot.rules.fairness.plot import draw
from copilot.rules.fairness.report import CITED, VALID, VERSION, FairnessReport, measure_fairness
from copilot.rules.fairness.table import Table, as_number, read_table

__all__ = [
    "CITED",
    "FOUR_FIFTHS",
    "LIMITS",
    "SAMPLE_POLICY",
    "VALID",
    "VERSION",
    "Columns",
    "Compared",
    "Draws",
    "FairnessReport",
    "Interval",
    "Limit",
    "Limits",
    "LimitsName",
    "Measure",
    "Method",
    "Missing",
    "Rate",
    "Standing",
    "Table",
    "Verdict",
    "as_number",
    "draw",
    "measure_fairness",
    "read_table",
]
