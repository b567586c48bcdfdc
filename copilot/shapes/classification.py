"""A classification under the AI Act as it is sent."""

from __future__ import annotations

from datetime import date

from pydantic import Field, JsonValue

from copilot.law import ProvisionId
from copilot.rules.ai_act import Certainty, Party, Role, Tier
from copilot.shapes.applies import BindsBody
from copilot.shapes.shape import Days, Shape
from copilot.shapes.tool_result import OpenQuestionBody, StepBody


class TierBody(Shape):
    """A tier that the system is in, or may be in, on one ground."""

    tier: Tier
    provision: ProvisionId
    certainty: Certainty = Field(
        description="`if-in-scope`: all is told but whether the Act reaches the system."
    )
    owed_by: Party | None
    basis: list[ProvisionId]
    applies: list[BindsBody] = Field(validation_alias="binds")
    version: str
    valid: Days


class ExclusionBody(Shape):
    """A case that the text of a provision itself takes out."""

    of: ProvisionId
    provision: ProvisionId
    about: str


class RoleBody(Shape):
    """A role of who asks, under one provision."""

    role: Role
    provision: ProvisionId
    certainty: Certainty


class ClassificationBody(Shape):
    """The class of an AI system as of a day: what is certain, what is possible, what to ask next."""

    as_of: date
    version: str
    valid: Days = Field(description="The days on which the same facts have the same result.")
    verdict: str
    tiers: list[TierBody] = Field(validation_alias="findings", description="The gravest first.")
    basis: list[ProvisionId]
    reliefs: list[TierBody]
    exclusions: list[ExclusionBody]
    roles: list[RoleBody]
    open_questions: list[OpenQuestionBody] = Field(description="The most telling first.")
    steps: list[StepBody]
    inputs: dict[str, JsonValue] = Field(description="What was told; the rules knew nothing else.")
