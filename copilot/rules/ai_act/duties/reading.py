"""Reads one duty off a situation: whether it is owed, on which grounds, and what is still to be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copilot.law import ProvisionId, label_of
from copilot.rules.ai_act.answers import Answer, every, opposite, some
from copilot.rules.ai_act.duties.duty import Ground
from copilot.rules.ai_act.duties.rule import OWN_FACTS, Bearer, Case, DutyRule
from copilot.rules.ai_act.duties.situation import Situation
from copilot.rules.ai_act.facts import FACTS
from copilot.rules.ai_act.verdict import Certainty
from copilot.rules.result import OpenQuestion

_NOT_WORTH_TELLING: tuple[Bearer, ...] = ("supplier", "model-representative")
"""Whom only their own facts bring under a duty: where these say no, nobody expects one."""
_SUREST: tuple[Certainty, ...] = ("certain", "if-in-scope", "possible")


@dataclass(frozen=True, slots=True)
class DutyReading:
    """What came of a duty. ``reason`` says why it is not owed, ``certainty`` is then none.

    ``pending`` are facts of its own condition; ``grounds`` those that it follows from, the surest first.
    """

    certainty: Certainty | None
    grounds: tuple[Ground, ...]
    pending: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class _CaseReading:
    value: Answer
    grounds: tuple[Ground, ...]
    pending: tuple[int, ...]
    reason: str

    @property
    def certainty(self) -> Certainty:
        return self.grounds[0].certainty if self.value else "possible"


def read_duty(rule: DutyRule, situation: Situation) -> DutyReading | None:
    """What came of a duty; none where the person cannot have the role, or nothing it follows from is left."""
    has_role = situation.has(rule.role)
    if has_role is False:
        return None
    cases = [found for case in rule.cases if (found := _read_case(case, situation)) is not None]
    owed = [case for case in cases if case.value is not False]
    if not owed:
        return _not_owed(rule, cases, situation)
    surest = min((case.certainty for case in owed), key=_SUREST.index)
    settled = any(case.value for case in owed)
    return DutyReading(
        certainty=surest if has_role else "possible",
        grounds=_sorted({ground for case in owed for ground in case.grounds}),
        pending=() if settled else tuple(dict.fromkeys(index for case in owed for index in case.pending)),
        reason="",
    )


def _not_owed(rule: DutyRule, cases: list[_CaseReading], situation: Situation) -> DutyReading | None:
    """Why a duty is not owed that one might expect; none where there is nothing to expect."""
    if rule.role in _NOT_WORTH_TELLING or any(case.follows is OWN_FACTS for case in rule.cases):
        return None
    excepted = [ground for case in rule.cases for ground in _excepted(case, situation)]
    reasons = [case.reason for case in cases] + [_left_out(ground) for ground in excepted]
    return DutyReading(None, (), (), reasons[0]) if reasons else None


def questions(pending: Iterable[int]) -> tuple[OpenQuestion, ...]:
    """What to ask for facts nobody told."""
    facts = {FACTS[index].told: FACTS[index] for index in pending}
    return tuple(OpenQuestion(told, fact.question, fact.matters) for told, fact in facts.items())


def _read_case(case: Case, situation: Situation) -> _CaseReading | None:
    grounds = [one for one in situation.grounds if case.follows.reaches(one.source, one.provision)]
    if not grounds:
        return None
    answers = situation.answers
    met = case.when.value(answers)
    exempting = () if met is False else case.unless
    value = every((met, opposite(some(one.holds.value(answers) for one in exempting))))
    open_ = (one for one in (case.when, *(one.holds for one in exempting)) if one.value(answers) is None)
    return _CaseReading(
        value=value,
        grounds=_sorted(grounds),
        pending=()
        if value is not None
        else tuple(index for one in open_ for index in one.pending(answers)),
        reason=next(
            (one.about for one in exempting if one.holds.value(answers)),
            _said(case.when.deciding(answers), situation),
        ),
    )


def _said(deciding: Iterable[int], situation: Situation) -> str:
    """The facts that rule a case out."""
    said = (f"{FACTS[index].told} is {'yes' if situation.answers[index] else 'no'}" for index in deciding)
    return ", ".join(dict.fromkeys(said))


def _excepted(case: Case, situation: Situation) -> list[Ground]:
    return [one for one in situation.grounds if case.follows.leaves_out(one.source, one.provision)]


def _left_out(ground: Ground) -> str:
    return f"{label_of(ground.provision.segments)} is left out"


def _sorted(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    return tuple(sorted(grounds, key=_order))


def _order(ground: Ground) -> tuple[int, str, ProvisionId]:
    return _SUREST.index(ground.certainty), ground.source, ground.provision
