"""AI literacy: Article 4, which everybody who provides or uses an AI system owes, in both wordings."""

from __future__ import annotations

from copilot.law import Period
from copilot.rules.ai_act.duties.rule import ANY_SYSTEM, Bearer, DutyRule, duty
from copilot.rules.ai_act.rule import AMENDED, FIRST_WORDING

_PARTIES: tuple[Bearer, ...] = ("provider", "deployer")
_FIRST = (
    "Ensure, as well as you can, that staff and others who operate or use AI systems for you are literate "
    "enough in AI for their knowledge, training and tasks, and for the people on whom the systems are "
    "used."
)
_NOW = (
    "Take measures that help staff and others who operate or use AI systems for you to become literate in "
    "AI, fitted to their knowledge, training and tasks and to the people on whom the systems are used. No "
    "level has to be guaranteed for any individual."
)
_EVIDENCE = (
    "Plan of AI literacy measures by role",
    "Training material and records of who took part",
)


def _literacy(role: Bearer, what: str, in_force: Period) -> DutyRule:
    return duty(
        "literacy", role, "art-4", "AI literacy", what, *_EVIDENCE, follows=ANY_SYSTEM, in_force=in_force
    )


DUTIES = tuple(
    _literacy(role, what, in_force)
    for what, in_force in ((_FIRST, FIRST_WORDING), (_NOW, AMENDED))
    for role in _PARTIES
)
