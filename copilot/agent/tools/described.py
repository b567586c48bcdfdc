"""A system as a person described it, read into facts for the tools that classify it and list what is owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pydantic import Field, JsonValue

from copilot.agent.asking import Asking
from copilot.agent.intake import ClassifiedDescription, classify_description, said
from copilot.agent.tools.tool import Arguments
from copilot.law import LawOnDay, Provision, ProvisionId, label_of
from copilot.rules import Step, ToolResult
from copilot.rules.ai_act import FACTS, system_from

_INTENDED_PURPOSE = ProvisionId.parse("eu-ai-act/art-3/12")
_QUESTIONS = {fact.key: fact.question for fact in FACTS}
_MOST_PROVISIONS = 6
_MOST_QUESTIONS = 8


class DescribedSystem(Arguments):
    """The system, in words and in facts that were told apart from them."""

    description: str = Field(
        min_length=1,
        max_length=8_000,
        description="What the system does, on whom, for what, and who uses it.",
    )
    facts: Mapping[str, JsonValue] = Field(
        default={}, description='Facts told, by topic, like {"employment": {"recruitment": true}}.'
    )


def classified(told: DescribedSystem, asking: Asking) -> ClassifiedDescription:
    """The facts that the description suggests, beside those told, and the class that follows."""
    system = system_from(dict(told.facts), "facts")
    return classify_description(told.description, system, asking.nearest, asking.as_of)


def read_at_its_gravest(found: ClassifiedDescription) -> str:
    """The call on the description: the gravest class it leads to once what nobody told is supposed against it."""
    called = found.result.called
    under = ", ".join(dict.fromkeys(label_of(one.provision.segments) for one in called.findings))
    beside = ", ".join(f"{one.tier} ({label_of(one.provision.segments)})" for one in called.beside)
    said = "neither prohibited nor high-risk" if called.call == "neither" else called.call
    return (
        f"on this description, read at its gravest: {said}"
        + (f" ({under})" if under else "")
        + (f", and {beside}" if beside else "")
    )


def brief(result: ToolResult, found: ClassifiedDescription) -> ToolResult:
    """A result with what was read off the description and what was supposed beside it before its own steps."""
    return replace(
        result,
        steps=(*_read_off(found), *_supposed(found), *result.steps),
        open_questions=result.open_questions[:_MOST_QUESTIONS],
    )


def worded(provisions: Iterable[ProvisionId], law: LawOnDay) -> tuple[Provision, ...]:
    """The wordings of the first provisions that have words of their own."""
    found = (law.provision(provision) for provision in dict.fromkeys(provisions) if provision in law)
    return tuple(wording for wording in found if wording.text)[:_MOST_PROVISIONS]


def _read_off(found: ClassifiedDescription) -> Iterator[Step]:
    for one in found.merged.taken:
        lessens = " It makes the system less regulated, so confirm it first." if one.lessens else ""
        yield Step(
            question=_QUESTIONS.get(one.fact, one.fact),
            found=f"{said(one.value)}, by the words “{one.words}” ({one.confidence} confidence)",
            matters=f"Read off the description; to be confirmed.{lessens}",
            provision=_INTENDED_PURPOSE,
        )


def _supposed(found: ClassifiedDescription) -> Iterator[Step]:
    for fact, value in found.result.called.supposed:
        yield Step(
            question=_QUESTIONS[fact],
            found=f"not told; {said(value)} was supposed",
            matters="The description does not say it, and the class depends on it.",
            provision=_INTENDED_PURPOSE,
        )
