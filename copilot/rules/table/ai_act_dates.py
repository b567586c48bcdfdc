"""From when the consequences of the rules bind, once for all provisions that share their dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from copilot.law import ProvisionId
from copilot.rules.ai_act.classification import _ROUTES
from copilot.rules.ai_act.dates import Binds, Route, binding_dates
from copilot.rules.ai_act.rule import Rule
from copilot.rules.table.ai_act_rules import dated_by, label
from copilot.rules.table.section import Entry

_FOR: dict[Route | None, str] = {
    "annex-i": " for the route of Annex I",
    "annex-iii": " for the route of Annex III",
    None: "",
}


def date_entries(rules: Iterable[Rule], day: date) -> tuple[Entry, ...]:
    """The dates of application of every provision the rules are dated by, as the law states them on a day."""
    alike: defaultdict[tuple[Route | None, tuple[str, ...]], list[ProvisionId]] = defaultdict(list)
    wanted = dict.fromkeys((_ROUTES.get(rule.tier), unit) for rule in rules for unit in dated_by(rule))
    for route, unit in wanted:
        dates = tuple(_line(binds) for binds in binding_dates((unit,), day, route, placed_on=None))
        alike[route, dates].append(unit)
    return tuple(
        Entry(f"{'; '.join(label(unit) for unit in units)}{_FOR[route]}", dates)
        for (route, dates), units in alike.items()
    )


def _line(binds: Binds) -> str:
    application = binds.application
    reading = f" One reading: {application.reading}." if application.reading else ""
    return f"- {application.binds}: {application.condition} ({label(application.basis)}).{reading}"
