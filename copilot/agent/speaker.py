"""Who words an answer: the extractive model, or one behind an endpoint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from langchain_core.language_models import BaseChatModel
from pydantic import JsonValue

from copilot.agent.masking import OwnPattern, own_patterns
from copilot.settings import Settings

EXTRACTIVE = "extractive"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A model, the name and the settings that are kept with what it said, and what one answer may cost.

    Of what goes to a model that ``leaves_the_machine``, names and secrets are masked, and what the firm's ``own``
    patterns find.
    """

    name: str
    model: BaseChatModel
    settings: Mapping[str, JsonValue]
    budget: int | None = None
    leaves_the_machine: bool = False
    own: tuple[OwnPattern, ...] = ()


def extractive_speaker() -> Speaker:
    """The model that needs no network; it counts no tokens and leaves nothing to chance."""
    from copilot.agent.extractive import ExtractiveModel

    return Speaker(EXTRACTIVE, ExtractiveModel(), {})


def chosen_speaker(settings: Settings) -> Speaker:
    """The model that the settings name."""
    if settings.model == EXTRACTIVE:
        return extractive_speaker()
    from copilot.agent.openai_compatible import openai_compatible

    model = openai_compatible(settings)
    base = None if settings.model_url is None else str(settings.model_url)
    return Speaker(
        settings.model,
        model,
        {"url": base, "temperature": 0, "budget": settings.model_budget},
        budget=settings.model_budget,
        leaves_the_machine=True,
        own=own_patterns(settings.mask),
    )
