"""The figures of a text in one form: sums, shares, periods, dates, times, counts, numbers of acts.

"two weeks" and "14 days", "EUR 35 M" and "€35,000,000", "six" and "6", "2 August 2026" and "2026-08-02" are
each one figure. Numbers of articles and of lists are none; they are held against the source elsewhere.
"""

from __future__ import annotations

from copilot.grounding.figures.figure import Figure
from copilot.grounding.figures.reading import exchanged, figures_in, unsupported

__all__ = ["Figure", "exchanged", "figures_in", "unsupported"]
