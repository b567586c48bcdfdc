"""Whether a provision binds on a day: the clock of application, read once for every rule that asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from copilot.law import Application, LawOnDay, Provision, ProvisionId
from copilot.rules.result import OpenQuestion, Step

Status = Literal["binds", "disputed", "depends", "not-yet", "unstated"]


_WEAKEST_FIRST: tuple[Status, ...] = ("not-yet", "unstated", "depends", "disputed", "binds")


@dataclass(frozen=True, slots=True)
class Binding:
    """What the law, as it stood on the day, said about when a provision begins to bind."""

    provision: ProvisionId
    status: Status
    step: Step
    open_question: OpenQuestion | None


def cited(law: LawOnDay, provision_id: ProvisionId) -> str:
    """What people write for a provision: ``Art. 99(3) AI Act``; an error where it is not law on the day."""
    short = law.corpus.instruments[provision_id.instrument].short
    return f"{law.provision(provision_id).label} {short}"


def weakest(statuses: Iterable[Status]) -> Status:
    """The status of what needs several provisions at once: that of the one that applies least."""
    return min(statuses, key=_WEAKEST_FIRST.index)


def binding(law: LawOnDay, provision_id: ProvisionId) -> Binding:
    """Whether a provision binds on the day: for all, by one reading of a disputed date, for some, or not yet."""
    wording = law.provision(provision_id)
    rules = wording.applies_as_stated_on(law.day)
    bound = [rule for rule in rules if law.day in rule.binds]
    status = _status(rules, bound)
    name = cited(law, _named_in(rules, provision_id))
    step = Step(
        question=f"Does {name} apply on {law.day}?",
        found=_found(status, rules),
        matters="A duty that does not apply yet is neither owed nor fined.",
        provision=_basis(wording, rules, bound),
    )
    return Binding(provision_id, status, step, _question(status, name, rules))


def _named_in(rules: tuple[Application, ...], provision_id: ProvisionId) -> ProvisionId:
    """The unit the dates are stated for, so that its parts are not asked about one by one; at least an article."""
    depth = max((len(rule.covers.segments) for rule in rules), default=0)
    return ProvisionId(provision_id.instrument, provision_id.segments[: max(depth, 1)])


def _status(rules: tuple[Application, ...], bound: list[Application]) -> Status:
    if not rules:
        return "unstated"
    if not bound:
        return "not-yet"
    if len(bound) == len(rules):
        return "binds"
    return "disputed" if all(rule.disputed for rule in bound) else "depends"


def _found(status: Status, rules: tuple[Application, ...]) -> str:
    cases = "; ".join(str(rule) for rule in sorted(rules, key=lambda rule: (rule.binds.start, str(rule))))
    return {
        "binds": f"yes: {cases}",
        "disputed": f"by one reading only: {cases}",
        "depends": f"for some: {cases}",
        "not-yet": f"not yet: {cases}",
        "unstated": "the texts held give no date of application",
    }[status]


def _basis(wording: Provision, rules: tuple[Application, ...], bound: list[Application]) -> ProvisionId:
    """The provision that gives the date: of a rule that binds, else of the first that will."""
    first = min(bound or rules, key=lambda rule: rule.binds.start, default=None)
    return first.basis if first else wording.id


def _question(status: Status, name: str, rules: tuple[Application, ...]) -> OpenQuestion | None:
    if status == "depends":
        return OpenQuestion(
            fact="application-case",
            question=f"Which case of {name} is this: {'; '.join(str(rule.condition) for rule in rules)}?",
            matters="Its date of application differs from case to case.",
        )
    if status == "disputed":
        readings = dict.fromkeys(rule.reading for rule in rules if rule.reading)
        return OpenQuestion(
            fact="application-reading",
            question=f"Which reading of the date of {name} is followed: {'; '.join(readings)}?",
            matters="By one reading it applies already, by the other it does not yet.",
        )
    return None
