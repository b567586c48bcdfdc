"""Classifying an AI system under the EU AI Act: on facts, or on facts proposed from a description."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.access import may
from api.dependencies import ServiceDep, TodayDep
from api.pages.classification.entries import ENTRIES, LAWS, Asked
from api.shapes.told import ToldBody
from copilot.agent import intake
from copilot.rules import ai_act
from copilot.rules.ai_act import AISystem
from copilot.shapes import ClassificationBody, Shape
from copilot.shapes.description import DescriptionBody

router = APIRouter(tags=["rules"], dependencies=[may("use-rules")])
_HIRING: JsonDict = {
    "nature": {"machine_based": True, "infers": True},
    "nexus": {"deployer_in_union": True},
    "employment": {"recruitment": True},
    "roles": {"uses": True},
}


class ClassifyBody(ToldBody):
    """What is known of a system; what is left out is unknown, and is asked for."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"as_of": "2026-11-20", "facts": _HIRING}]})

    facts: AISystem


class DescribeBody(ToldBody):
    """A system in words, and what is told of it apart from them: that counts over the words."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "as_of": "2026-11-20",
                    "text": "It ranks applicants for our jobs by their CVs; recruiters decide on interviews.",
                    "facts": {"roles": {"uses": True}},
                }
            ]
        }
    )

    text: str = Field(
        min_length=1, max_length=8_000, description="What the system does, on whom, for what."
    )
    facts: AISystem = Field(default_factory=AISystem)


class FactBody(Shape):
    """One fact that can be told of a system: ``employment.recruitment`` is told in its section as ``recruitment``."""

    name: str
    section: str
    question: str
    matters: str
    kind: Literal["answer", "day", "number", "laws"] = Field(
        description="Told as yes or no, as a day, as a number, or as some of `choices`."
    )
    choices: list[str]


class FactsBody(Shape):
    """Every fact, in the order in which the Act is walked through."""

    facts: list[FactBody]


@router.post("/classify")
def classify(told: ClassifyBody, today: TodayDep) -> ClassificationBody:
    """Classify an AI system: every tier that is certain or possible, with its dates and what to ask next."""
    return ClassificationBody.model_validate(ai_act.classify(told.facts, told.as_of or today))


@router.post("/classify/describe")
def classify_description(told: DescribeBody, today: TodayDep, service: ServiceDep) -> DescriptionBody:
    """Propose facts from a description, each with its words, and say what follows from them."""
    found = intake.classify_description(told.text, told.facts, service.nearest(), told.as_of or today)
    return DescriptionBody.of(found)


@router.get("/classify/facts")
def list_facts() -> FactsBody:
    """List every fact that can be told of an AI system, with its question and why it matters."""
    return FactsBody(facts=[_fact(asked) for asked in ENTRIES.values()])


def _fact(asked: Asked) -> FactBody:
    return FactBody(
        name=asked.entry,
        section=asked.entry.partition(".")[0],
        question=asked.question,
        matters=asked.matters,
        kind=asked.kind,
        choices=list(LAWS) if asked.kind == "laws" else [],
    )
