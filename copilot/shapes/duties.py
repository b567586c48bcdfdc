"""What is owed under the AI Act as it is sent, and what a change of a system would change."""

from __future__ import annotations

from pydantic import Field

from copilot.law import ProvisionId
from copilot.rules.ai_act import Alteration, Certainty, RoleChange
from copilot.rules.ai_act.duties import Bearer, Duties, Duty, Source, Standing, of_role
from copilot.shapes.applies import BindsBody
from copilot.shapes.shape import Days, Shape
from copilot.shapes.tool_result import ToolResultBody, signed


class GroundBody(Shape):
    """The tier that a duty follows from, under the provision that puts the system there."""

    tier: Source
    provision: ProvisionId
    certainty: Certainty


class ReliefBody(Shape):
    """What lightens a duty, and by which provision."""

    about: str
    provision: ProvisionId


class DutyBody(Shape):
    """One duty: who owes what, from when, what would prove it, and by which tier a breach is fined."""

    key: str
    title: str
    what: str
    role: Bearer
    provisions: list[ProvisionId] = Field(description="The provision that lays it down first.")
    follows_from: list[GroundBody]
    certainty: Certainty
    standing: Standing = Field(description="Whether it binds on the day.")
    applies: list[BindsBody]
    fine: str
    evidence: list[str]
    reliefs: list[ReliefBody]
    open_questions: list[str] = Field(description="The facts that nobody told and that bear on it.")

    @classmethod
    def of(cls, duty: Duty) -> DutyBody:
        """A duty as it is sent."""
        return cls(
            key=duty.key,
            title=duty.title,
            what=duty.what,
            role=duty.role,
            provisions=list(duty.provisions),
            follows_from=[
                GroundBody(tier=one.source, provision=one.provision, certainty=one.certainty)
                for one in duty.grounds
            ],
            certainty=duty.certainty,
            standing=duty.standing,
            applies=[BindsBody.model_validate(one) for one in duty.binds],
            fine=duty.fined,
            evidence=list(duty.evidence),
            reliefs=[ReliefBody.model_validate(one) for one in duty.reliefs],
            open_questions=[one.fact for one in duty.open_questions],
        )


class NotOwedBody(Shape):
    """A duty one might expect here, and why it is not owed."""

    key: str
    title: str
    role: Bearer
    provision: ProvisionId
    reason: str


class OwedBody(Shape):
    """What is owed for a system, and what is not."""

    valid: Days = Field(description="The days on which the same facts have the same result.")
    classification: str
    duties: list[DutyBody]
    not_owed: list[NotOwedBody]
    notes: list[str]

    @classmethod
    def of(cls, found: Duties, role: Bearer | None) -> OwedBody:
        """What is owed, by one role alone where one is named."""
        return cls(
            valid=Days.of(found.valid),
            classification=found.classification.verdict,
            duties=[DutyBody.of(duty) for duty in of_role(found.duties, role)],
            not_owed=[NotOwedBody.model_validate(one) for one in found.not_owed],
            notes=list(found.notes),
        )


class DutiesBody(ToolResultBody, OwedBody):
    """What each role owes for a system as of a day, with the steps to it."""

    @classmethod
    def of(cls, found: Duties, role: Bearer | None) -> DutiesBody:
        """The duties as they are sent."""
        return cls(**signed(found.as_tool_result()), **dict(OwedBody.of(found, role)))


class RoleChangeBody(ToolResultBody):
    """What becomes of role, tier and duties when somebody changes another's system (Art. 25)."""

    change: Alteration
    becomes_provider: Certainty | None
    before: OwedBody
    after: OwedBody
    gained: list[str] = Field(description="Keys of duties that are new, or surer than before.")
    lost: list[str]
    initial_provider: list[DutyBody] = Field(description="What the provider until now still owes.")

    @classmethod
    def of(cls, changed: RoleChange, role: Bearer | None) -> RoleChangeBody:
        """A change as it is sent."""
        return cls(
            **signed(changed.as_tool_result()),
            change=changed.change,
            becomes_provider=changed.becomes_provider,
            before=OwedBody.of(changed.before, role),
            after=OwedBody.of(changed.after, role),
            gained=[duty.key for duty in of_role(changed.gained, role)],
            lost=[duty.key for duty in of_role(changed.lost, role)],
            initial_provider=[DutyBody.of(duty) for duty in changed.initial_provider],
        )
