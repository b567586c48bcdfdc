"""The result of a rule as it is sent: the verdict, each step to it, the figures, and what is still open."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field, JsonValue

from copilot.law import ProvisionId
from copilot.rules import ToolResult
from copilot.shapes.shape import Number, Shape


class StepBody(Shape):
    """One question that was put to the facts, and why its answer matters."""

    question: str
    found: str
    matters: str
    provision: ProvisionId


class FigureBody(Shape):
    """A number that the rule computed."""

    name: str
    value: Number
    unit: str


class OpenQuestionBody(Shape):
    """A fact that nobody told: it is asked for, never guessed."""

    fact: str
    question: str
    matters: str


class ToolResultBody(Shape):
    """The result of one rule as of one day."""

    tool: str
    version: str
    as_of: date
    inputs: dict[str, JsonValue] = Field(description="What was told; the rule knew nothing else.")
    inputs_hash: str
    verdict: str
    steps: list[StepBody]
    figures: list[FigureBody]
    citations: list[ProvisionId]
    open_questions: list[OpenQuestionBody] = Field(description="The most telling first.")


def signed(result: ToolResult) -> dict[str, Any]:
    """The fields that every result has, for a shape that adds its own."""
    return dict(ToolResultBody.model_validate(result))
