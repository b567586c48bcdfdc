"""The section on the crosswalk: which frameworks are paired, how closely, by whom, and what has no counterpart."""

from __future__ import annotations

from collections import Counter

from copilot.law import LawOnDay
from copilot.rules.crosswalk import CrosswalkTable, counterparts, shipped_crosswalk
from copilot.rules.table.notes import plain
from copilot.rules.table.section import Entry, Part, Section, grid


def section(law: LawOnDay) -> Section:
    """A summary; each pair with its reason is in ``corpus/crosswalk.yaml``."""
    table = shipped_crosswalk(law.corpus)
    entries = (
        Entry("Pairs, by frameworks and strength", _pairs(table)),
        Entry("Who says so", tuple(f"- {each.kind}: {each.title}" for each in table.sources)),
        Entry("What has no counterpart", _apart(table)),
    )
    return Section(
        "Crosswalk",
        (Part("What belongs together", entries, (plain(counterparts.__doc__),)),),
        (
            "This is a summary: each pair stands with its reason in `corpus/crosswalk.yaml` and is shown by "
            "`copilot crosswalk ID`.",
        ),
    )


def _pairs(table: CrosswalkTable) -> tuple[str, ...]:
    counted = Counter(
        (pair.of.instrument, pair.to.instrument, pair.strength, table.source_of(pair).kind)
        for pair in table.pairs
    )
    rows = tuple((*key, str(number)) for key, number in sorted(counted.items()))
    return grid(("framework", "with", "strength", "who says so", "pairs"), rows)


def _apart(table: CrosswalkTable) -> tuple[str, ...]:
    rows = tuple((str(each.unit), ", ".join(each.to), each.reason) for each in table.apart)
    return grid(("provision", "none in", "why"), rows)
