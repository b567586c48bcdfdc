"""Managers' transactions and closed periods: Article 19 MAR."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from copilot.law import Period, ProvisionId
from copilot.rules.deadlines.counting import Counted, business_days_after, start_of_days_before
from copilot.rules.deadlines.deadline import Deadline, Findings
from copilot.rules.deadlines.facts import Fact
from copilot.rules.result import Figure, OpenQuestion, Step

VERSION = "1"
VALID = Period(date(2021, 1, 1))
TRANSACTION_FACTS: tuple[Fact, ...] = ("threshold-reached",)
REPORT_FACTS: tuple[Fact, ...] = ("report-required",)

_NOTIFY = ProvisionId.parse("mar/art-19/1/sub-2")
_FROM_THRESHOLD = ProvisionId.parse("mar/art-19/1/sub-3")
_CONTENTS = ProvisionId.parse("mar/art-19/6")
_PUBLISH = ProvisionId.parse("mar/art-19/3")
_THRESHOLD = ProvisionId.parse("mar/art-19/8")
_CLOSED = ProvisionId.parse("mar/art-19/11")
_RAISED = date(2024, 12, 4)
_STATED = (
    "the name of the person",
    "the reason for the notification",
    "the name of the issuer or emission allowance market participant",
    "description and identifier of the financial instrument",
    "the kind of transaction, and whether linked to share option programmes or to the examples of Art. 19(7)",
    "date and place of the transaction",
    "price and volume",
)


def managers_transaction(found: Findings) -> None:
    """Notified promptly, three business days after the transaction at the latest, once the threshold is reached."""
    _state_threshold(found)
    reached = found.ask("threshold-reached", _FROM_THRESHOLD)
    if reached is False:
        return
    counted = _business_days(found, 3)
    found.add(
        Deadline(
            duty="notify the transaction (three business days)",
            who="the person discharging managerial responsibilities, or closely associated with one",
            addressee="the competent authority, and the issuer or emission allowance market participant",
            basis=_NOTIFY,
            pace="promptly",
            due=counted.due,
            earliest=counted.earliest,
            contents=_STATED,
            contents_basis=_CONTENTS,
            only_if=None if reached else "the threshold of the calendar year is reached",
            note="Art. 19(2) says three working days for the authority; both are counted alike here.",
        ),
        counted,
    )


def notification_received(found: Findings) -> None:
    """The issuer makes public what it was notified of, within two business days of receiving it."""
    counted = _business_days(found, 2)
    found.add(
        Deadline(
            duty="make public what was notified (two business days)",
            who="the issuer or emission allowance market participant",
            addressee="the public",
            basis=_PUBLISH,
            pace=None,
            due=counted.due,
            earliest=counted.earliest,
            contents=("what the notification contains",),
            contents_basis=_PUBLISH,
        ),
        counted,
    )


def closed_period(found: Findings) -> None:
    """No transactions in the 30 calendar days before an interim or year-end report is announced."""
    required = found.ask("report-required", _CLOSED)
    if required is False:
        return
    counted = start_of_days_before(found.situation.known_at, 30, found.situation.zone)
    found.add(
        Deadline(
            duty="conduct no transactions in the issuer's instruments (closed period of 30 calendar days)",
            who="persons discharging managerial responsibilities within the issuer",
            addressee=None,
            basis=_CLOSED,
            pace=None,
            due=found.situation.known_at.astimezone(found.situation.zone),
            sense="abstain",
            starts=counted.due,
            only_if=None
            if required
            else "the report must be made public under venue rules or national law",
            note="The issuer may or must allow some transactions: Art. 19(12) and, since 4 December 2024, (12a).",
        ),
        counted,
    )


def _state_threshold(found: Findings) -> None:
    threshold = Decimal(20_000 if found.situation.law.day >= _RAISED else 5_000)
    found.figures.append(Figure("threshold of a calendar year", threshold, "EUR"))
    found.steps.append(
        Step(
            question="From which total in a calendar year are transactions notified?",
            found=f"EUR {threshold:,}".replace(",", " ")
            + ", unless the competent authority has decided otherwise",
            matters="Transactions before it is reached are not notified; Art. 19(9) lets authorities change it.",
            provision=_THRESHOLD,
        )
    )


def _business_days(found: Findings, number: int) -> Counted:
    situation = found.situation
    if situation.holidays is None:
        found.open_questions.append(
            OpenQuestion(
                "holidays",
                "Which days are public holidays in the Member State of the authority?",
                "Business days cannot be counted without them.",
            )
        )
    return business_days_after(situation.known_at, number, situation.zone, situation.holidays)
