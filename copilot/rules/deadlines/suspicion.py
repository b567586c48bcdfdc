"""Suspicious orders and transactions: Article 16 MAR with Delegated Regulation (EU) 2016/957."""

from __future__ import annotations

from datetime import date

from copilot.law import Period, ProvisionId
from copilot.rules.deadlines.deadline import Deadline, Findings
from copilot.rules.deadlines.facts import Fact
from copilot.rules.result import Step

VERSION = "1"
VALID = Period(date(2016, 7, 3))
FACTS: tuple[Fact, ...] = ("venue-operator", "past-activity")

_VENUE = ProvisionId.parse("mar/art-16/1/sub-2")
_OTHERS = ProvisionId.parse("mar/art-16/2")
_TIMING = ProvisionId.parse("mar-detection/art-6/1")
_PAST = ProvisionId.parse("mar-detection/art-6/2/sub-2")
_LATER = ProvisionId.parse("mar-detection/art-6/3")
_CONTENTS = ProvisionId.parse("mar-detection/art-7/2")
_KEEP = ProvisionId.parse("mar-detection/art-3/8")

_STATED = (
    "who submits the report, and in what capacity it operates",
    "the order or transaction: type of order and of trading, where it took place, volume and price",
    "why it is suspected to be market abuse or an attempt",
    "what identifies each person involved, who placed or executed the order and on whose behalf",
    "further information and documents that may be relevant to the authority",
)
_LATE = "why time passed since the suspected breach"
_PERSONS = {
    True: ("the operator of the trading venue", "the competent authority of the trading venue"),
    False: ("the person professionally arranging or executing", "the competent authority of Art. 16(3)"),
}


def suspicion(found: Findings) -> None:
    """A report without delay once a reasonable suspicion is formed; the analysis is kept for five years."""
    found.steps.append(
        Step(
            question="From when does the time run?",
            found="once a reasonable suspicion of insider dealing or market manipulation, or an attempt, is formed",
            matters="Without delay from then on; analysis that leads to the suspicion comes before it.",
            provision=_TIMING,
        )
    )
    venue = found.ask("venue-operator", _VENUE)
    past = found.ask("past-activity", _PAST)
    late = {True: [_LATE], False: [], None: [f"{_LATE}, if it lies in the past"]}[past]
    for is_venue, basis in ((True, _VENUE), (False, _OTHERS)):
        if venue is (not is_venue):
            continue
        who, addressee = _PERSONS[is_venue]
        found.add(
            Deadline(
                duty="submit a suspicious transaction and order report",
                who=who,
                addressee=addressee,
                basis=basis,
                pace="without delay",
                due=None,
                contents=(*_STATED, *late),
                contents_basis=_CONTENTS,
                only_if=None if venue is is_venue else f"the one who suspects is {who}",
                note="On the template; nobody concerned or without need to know may learn of it (2016/957, Art. 5(4)).",
            )
        )
    _afterwards(found)


def _afterwards(found: Findings) -> None:
    person = "the person that reports"
    found.add(
        Deadline(
            duty="submit relevant information that comes up after the report",
            who=person,
            addressee="the competent authority",
            basis=_LATER,
            pace=None,
            due=None,
        )
    )
    found.add(
        Deadline(
            duty="keep the analysis and the reasons for or against a report for five years",
            who=person,
            addressee="the competent authority, on request",
            basis=_KEEP,
            pace=None,
            due=None,
            sense="keep",
            note="The provision does not say from when the five years run, so no day is computed.",
        )
    )
