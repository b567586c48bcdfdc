"""The section on figures that are measured: the limits of a fairness and a drift test, with their sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from copilot.law import LawOnDay
from copilot.rules.drift import DriftLimits
from copilot.rules.drift import limits as drift_limits
from copilot.rules.fairness import LIMITS, Limit, Limits
from copilot.rules.fairness import limits as fairness_limits
from copilot.rules.table.notes import plain
from copilot.rules.table.section import Entry, Part, Section, grid


def section(law: LawOnDay) -> Section:
    """Each limit, and whether the law of the day, a firm's policies included, states it."""
    fairness = tuple(Entry(f"Limits {name}", _fairness(held, law)) for name, held in LIMITS.items())
    return Section(
        "Fairness and drift",
        (
            Part("Fairness", fairness, (plain(fairness_limits.__doc__), plain(Limits.__doc__))),
            Part(
                "Drift",
                (Entry("Limits unless others are given", tuple(_drift(law))),),
                (plain(drift_limits.__doc__), plain(DriftLimits.__doc__)),
            ),
        ),
        ("How each measure is computed is code (`copilot/rules/fairness`, `copilot/rules/drift`).",),
    )


def _fairness(held: Limits, law: LawOnDay) -> tuple[str, ...]:
    named = ((field.name, getattr(held, field.name)) for field in fields(held))
    rows = tuple(_limit(name, limit, law) for name, limit in named if isinstance(limit, Limit))
    return grid(("limit", "figure", "source", "its words", f"on {law.day}"), rows)


def _limit(name: str, limit: Limit, law: LawOnDay) -> tuple[str, ...]:
    if limit.given:
        return name, f"{limit.value:g}", str(limit.basis), "", "not from the source: a usual figure"
    stated = limit.basis in law and limit.words in law.provision(limit.basis).text
    return (
        name,
        f"{limit.value:g}",
        str(limit.basis),
        limit.words,
        "stated" if stated else "not stated in the texts held",
    )


def _drift(law: LawOnDay) -> Iterator[str]:
    held = DriftLimits()
    for field in fields(held):
        value = getattr(held, field.name)
        if value is not None:
            yield f"- {field.name}: {value}"
    if held.basis is not None and held.basis not in law:
        yield f"- {held.basis} is not among the texts held on {law.day}"
