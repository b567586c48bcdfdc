"""A system that somebody described, as it is sent: the facts proposed, the call on them, and the class."""

from __future__ import annotations

from pydantic import Field

from copilot.agent.intake import Call, Called, ClassifiedDescription, Confidence, Overruled, Proposal
from copilot.law import ProvisionId
from copilot.shapes.classification import ClassificationBody
from copilot.shapes.shape import Shape


class ProposedFactBody(Shape):
    """A fact that the words suggest, for a person to confirm."""

    fact: str
    value: bool | list[str]
    words: str
    offsets: tuple[int, int] = Field(description="Where the words stand in the description, [from, until).")
    confidence: Confidence
    lessens: bool = Field(description="It speaks against a prohibition or a duty: check it first.")
    nearest: str | None = Field(description="The provision whose description the words come nearest to.")


class NotTakenBody(ProposedFactBody):
    """A fact that the words suggest, and that something told contradicts."""

    because: str


class CallBody(Shape):
    """The class read at its gravest, and what was supposed for it since descriptions seldom tell."""

    call: Call = Field(serialization_alias="class")
    provisions: list[ProvisionId]
    supposed: dict[str, bool]


class WithoutBody(Shape):
    """What would follow without the facts that lessen."""

    verdict: str
    call: CallBody


class DescriptionBody(ClassificationBody):
    """The class of a system on facts that are still to be confirmed."""

    proposed: list[ProposedFactBody]
    not_taken: list[NotTakenBody]
    remarks: list[str]
    call: CallBody
    without_what_lessens: WithoutBody | None

    @classmethod
    def of(cls, found: ClassifiedDescription) -> DescriptionBody:
        """A described system as it is sent."""
        without = found.without_lessening
        return cls(
            **dict(ClassificationBody.model_validate(found.result.classification)),
            proposed=[_proposal(one) for one in found.merged.taken],
            not_taken=[_not_taken(one) for one in found.merged.overruled],
            remarks=list(found.intake.remarks),
            call=_call(found.result.called),
            without_what_lessens=None
            if without is None
            else WithoutBody(verdict=without.classification.verdict, call=_call(without.called)),
        )


def _proposal(one: Proposal) -> ProposedFactBody:
    return ProposedFactBody(
        fact=one.fact,
        value=one.value if isinstance(one.value, bool) else list(one.value),
        words=one.words,
        offsets=(one.start, one.end),
        confidence=one.confidence,
        lessens=one.lessens,
        nearest=one.nearest,
    )


def _not_taken(one: Overruled) -> NotTakenBody:
    return NotTakenBody(**dict(_proposal(one.proposal)), because=one.because)


def _call(called: Called) -> CallBody:
    return CallBody(
        call=called.call,
        provisions=[finding.provision for finding in called.findings],
        supposed=dict(called.supposed),
    )
