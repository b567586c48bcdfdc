"""The yearly statement on principal adverse impacts: Article 4 SFDR, and Article 4 of its Delegated Regulation."""

from __future__ import annotations

from datetime import date, timedelta

from copilot.law import Period, ProvisionId
from copilot.rules.deadlines.counting import end_of_next
from copilot.rules.deadlines.deadline import Deadline, Findings
from copilot.rules.deadlines.facts import Fact
from copilot.rules.result import Step

VERSION = "1"
VALID = Period(date(2022, 8, 14))
FACTS: tuple[Fact, ...] = ("considers-impacts", "first-statement")

_CHOICE = ProvisionId.parse("sfdr/art-4/1")
_EXPLAIN = ProvisionId.parse("sfdr/art-4/1/b")
_YEARLY = ProvisionId.parse("sfdr-rts/art-4/1")
_FORMAT = ProvisionId.parse("sfdr-rts/art-4/2")
_FIRST = ProvisionId.parse("sfdr-rts/art-4/3")
_WHO = "the financial market participant"
_PUBLIC = "the public, on its website"
_FROM_FIRST_CONSIDERED = "Counted from the day given, as the one on which impacts were first considered."


def adverse_impacts(found: Findings) -> None:
    """By 30 June for the calendar year before; the first statement in the year after impacts were first considered."""
    considers = found.ask("considers-impacts", _CHOICE)
    if considers is False:
        found.add(
            Deadline(
                duty="publish and maintain clear reasons why adverse impacts are not considered",
                who=_WHO,
                addressee=_PUBLIC,
                basis=_EXPLAIN,
                pace=None,
                due=None,
                contents=(
                    "clear reasons",
                    "where relevant, whether and when such impacts will be considered",
                ),
                contents_basis=_EXPLAIN,
                note="Not a choice for those above the 500 employees of Art. 4(3) and (4).",
            )
        )
        return
    first = found.ask("first-statement", _FIRST)
    for is_first, basis in ((True, _FIRST), (False, _YEARLY)):
        if first is (not is_first):
            continue
        unknown = [] if considers else ["it considers principal adverse impacts"]
        if first is None:
            unknown.append("it is the first statement" if is_first else "it is not the first statement")
        _statement(found, basis, is_first=is_first, only_if=" and ".join(unknown) or None)


def _statement(found: Findings, basis: ProvisionId, *, is_first: bool, only_if: str | None) -> None:
    situation = found.situation
    due = end_of_next(6, 30, situation.known_at, situation.zone, years_later=int(is_first))
    last = (due - timedelta(days=1)).date()
    covered = (
        "the time from first considering impacts until 31 December"
        if is_first
        else "1 January to 31 December"
    )
    found.steps.append(
        Step(
            question="By when is the statement published, and for which time?",
            found=f"by the end of {last} in {situation.zone.key}, for {covered} {last.year - 1}",
            matters="The law names the day of the year; the year follows from the day given.",
            provision=basis,
        )
    )
    found.add(
        Deadline(
            duty=f"publish the statement on principal adverse impacts for {last.year - 1} (30 June)",
            who=_WHO,
            addressee=_PUBLIC,
            basis=basis,
            pace=None,
            due=due,
            contents=(
                f"the information of Art. 4 to 10, in the template of Annex I, Table 1, for {covered}",
            ),
            contents_basis=_FORMAT,
            only_if=only_if,
            note=_FROM_FIRST_CONSIDERED if is_first else None,
        )
    )
