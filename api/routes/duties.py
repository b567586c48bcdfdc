"""What is owed for an AI system under the EU AI Act, and what a change of it would change."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.access import may
from api.dependencies import TodayDep
from api.shapes.told import ToldBody
from copilot.rules.ai_act import AISystem, Alteration, what_if
from copilot.rules.ai_act import duties as of_the_act
from copilot.rules.ai_act.duties import Bearer
from copilot.shapes import DutiesBody, RoleChangeBody

router = APIRouter(tags=["rules"], dependencies=[may("use-rules")])
_CHATBOT: JsonDict = {
    "nature": {"machine_based": True, "infers": True},
    "nexus": {"deployer_in_union": True},
    "roles": {"uses": True},
    "conversation": {"direct": True},
}


class DutiesOfBody(ToldBody):
    """What is known of a system, and whose duties are asked for."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"as_of": "2026-11-20", "facts": _CHATBOT, "role": "deployer"}]}
    )

    facts: AISystem
    role: Bearer | None = Field(default=None, description="Only the duties of this role.")


class ChangeBody(DutiesOfBody):
    """A system as it is now, what is done to it, and the facts that are different afterwards."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "as_of": "2026-11-20",
                    "facts": _CHATBOT,
                    "change": "change-purpose",
                    "then": {"employment": {"recruitment": True}},
                }
            ]
        }
    )

    change: Alteration = Field(
        description="Put the own name on it, modify it substantially, give it another purpose, or build it into "
        "the own product."
    )
    then: AISystem | None = Field(
        default=None, description="Facts that are different afterwards; a new purpose needs them."
    )


@router.post("/duties")
def duties(told: DutiesOfBody, today: TodayDep) -> DutiesBody:
    """List what each role owes for a system: who, what, from when, by which fine, and what would prove it."""
    return DutiesBody.of(of_the_act.duties(told.facts, told.as_of or today), told.role)


@router.post("/duties/change")
def change_of_role(told: ChangeBody, today: TodayDep) -> RoleChangeBody:
    """Say what becomes of roles and duties when somebody changes another's system (Art. 25)."""
    changed = what_if(told.facts, told.change, told.as_of or today, then=told.then)
    return RoleChangeBody.of(changed, told.role)
