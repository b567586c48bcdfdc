"""Insider lists: Article 18 MAR."""

from __future__ import annotations

from datetime import date

from copilot.law import Period, ProvisionId
from copilot.rules.deadlines.counting import years_after
from copilot.rules.deadlines.deadline import Deadline, Findings

VERSION = "1"
VALID = Period(date(2021, 1, 1))

_LIST = ProvisionId.parse("mar/art-18/3")
_UPDATE = ProvisionId.parse("mar/art-18/4")
_UPDATE_STATES = ProvisionId.parse("mar/art-18/4/sub-2")
_KEEP = ProvisionId.parse("mar/art-18/5")
_PROVIDE = ProvisionId.parse("mar/art-18/1/c")
_WHO = "the issuer, and each person acting on its behalf or on its account"


def access_changed(found: Findings) -> None:
    """Somebody gets access, loses it, or is listed for another reason: update promptly, keep five years."""
    found.add(
        Deadline(
            duty="update the insider list",
            who=_WHO,
            addressee=None,
            basis=_UPDATE,
            pace="promptly",
            due=None,
            contents=("the date of the update", "date and time of the change that triggered it"),
            contents_basis=_UPDATE_STATES,
        )
    )
    found.add(
        Deadline(
            duty="provide the insider list on request",
            who=_WHO,
            addressee="the competent authority",
            basis=_PROVIDE,
            pace="as soon as possible",
            due=None,
            contents=(
                "the identity of each person with access",
                "the reason why each is on the list",
                "date and time at which each obtained access",
                "the date on which the list was drawn up",
            ),
            contents_basis=_LIST,
            only_if="the competent authority requests it",
        )
    )
    _keep(found)


def _keep(found: Findings) -> None:
    counted = years_after(found.situation.known_at, 5, found.situation.zone)
    found.add(
        Deadline(
            duty="keep the insider list (at least five years)",
            who=_WHO,
            addressee=None,
            basis=_KEEP,
            pace=None,
            due=counted.due,
            sense="keep",
            note="Counted from the day given, as the one on which the list was drawn up or updated.",
        ),
        counted,
    )
