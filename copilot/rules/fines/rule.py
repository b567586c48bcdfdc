"""The tool: the limit of a fine for an infringement, as of a day."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from copilot.errors import ToolInputError
from copilot.law import LawOnDay, Period, ProvisionId
from copilot.rules.fines import ai_act, market_abuse
from copilot.rules.fines.finding import Finding, Fine
from copilot.rules.fines.offender import Offender
from copilot.rules.fines.topics import Topic, infringed
from copilot.rules.result import ToolResult

_TOOL = "fines"


class _Rule(NamedTuple):
    version: str
    valid: Period
    find: Callable[[ProvisionId, Offender, LawOnDay], Finding]


_RULES = {
    "eu-ai-act": _Rule(ai_act.VERSION, ai_act.VALID, ai_act.fine_under_ai_act),
    "mar": _Rule(market_abuse.VERSION, market_abuse.VALID, market_abuse.fine_under_mar),
}


def fine_for(infringement: Topic | ProvisionId | str, offender: Offender, *, law: LawOnDay) -> Fine:
    """The limit of the fine for an infringement, with each step to it, by the law as of a day.

    The day is that of the conduct asked about. ::

        fine_for("prohibited-practice", Offender("sme", Decimal("2e6")), law=corpus.as_of(day))
    """
    provision = infringed(infringement)
    rule = _RULES.get(provision.instrument)
    if rule is None:
        raise ToolInputError(
            f"there is no rule on fines under {provision.instrument}",
            remedy=f"There are rules for: {', '.join(_RULES)}. Name the provision of one of these that is infringed.",
        )
    found = rule.find(provision, offender, law)
    result = ToolResult(
        tool=_TOOL,
        version=rule.version,
        as_of=law.day,
        inputs={
            "infringement": str(provision),
            "kind": offender.kind,
            "turnover": None if offender.turnover is None else str(offender.turnover),
            "supervisor": offender.supervisor,
            "gain": None if offender.gain is None else str(offender.gain),
        },
        verdict=found.verdict,
        steps=found.steps,
        figures=found.figures,
        citations=tuple(dict.fromkeys((provision, *(step.provision for step in found.steps)))),
        open_questions=found.open_questions,
    )
    return Fine(result, found.basis, found.status, found.ceiling, rule.valid)
