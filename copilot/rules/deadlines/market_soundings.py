"""Market soundings: Article 11 MAR, whose conditions are a choice since 4 December 2024."""

from __future__ import annotations

from datetime import date

from copilot.law import Period, ProvisionId
from copilot.rules.deadlines.deadline import Deadline, Findings
from copilot.rules.deadlines.facts import Fact

VERSION = "1"
VALID = Period(date(2024, 12, 4))
SOUNDING_FACTS: tuple[Fact, ...] = ("safe-harbour",)
CEASED_FACTS: tuple[Fact, ...] = ("announced-publicly",)

_CONSIDER = ProvisionId.parse("mar/art-11/3")
_CONDITIONS = ProvisionId.parse("mar/art-11/4")
_CLEANSE = ProvisionId.parse("mar/art-11/6")
_KEEP = ProvisionId.parse("mar/art-11/8")
_WHO = "the disclosing market participant"


def market_sounding(found: Findings) -> None:
    """Before it: consider and record whether inside information is disclosed. Then the conditions, and records."""
    found.add(
        Deadline(
            duty="consider whether inside information will be disclosed, and record it in writing",
            who=_WHO,
            addressee="the competent authority, on request",
            basis=_CONSIDER,
            pace=None,
            due=found.situation.known_at.astimezone(found.situation.zone),
            contents=("the conclusion", "the reasons for it"),
            contents_basis=_CONSIDER,
            note="For every disclosure throughout the sounding; the record is updated accordingly.",
        )
    )
    opted = found.ask("safe-harbour", _CONDITIONS)
    if opted is not False:
        found.add(
            Deadline(
                duty="meet the conditions for a disclosure in the normal exercise of duties",
                who=_WHO,
                addressee="the person who receives the market sounding",
                basis=_CONDITIONS,
                pace=None,
                due=None,
                contents=(
                    "consent to receive inside information",
                    "the prohibition to use it by acquiring or disposing",
                    "the prohibition to use it by cancelling or amending an order",
                    "the obligation to keep it confidential",
                    "a record of what was given to whom, with date and time of every disclosure",
                ),
                contents_basis=_CONDITIONS,
                only_if=None if opted else "the participant opts for them",
            )
        )
    _keep_records(found)


def information_ceased(found: Findings) -> None:
    """The recipients are told as soon as possible that it is no longer inside information."""
    announced = found.ask("announced-publicly", _CLEANSE)
    if not announced:
        found.add(
            Deadline(
                duty="tell the recipients that the information is no longer inside information",
                who=_WHO,
                addressee="the recipients of the market sounding",
                basis=_CLEANSE,
                pace="as soon as possible",
                due=None,
                only_if=None if announced is False else "it was not announced publicly in another way",
            )
        )
    _keep_records(found)


def _keep_records(found: Findings) -> None:
    found.add(
        Deadline(
            duty="keep the records for five years at least",
            who=_WHO,
            addressee="the competent authority, on request",
            basis=_KEEP,
            pace=None,
            due=None,
            sense="keep",
            note="The provision does not say from when the five years run, so no day is computed.",
        )
    )
