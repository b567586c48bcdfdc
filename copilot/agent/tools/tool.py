"""A tool: what a model may call, with typed arguments, to gather what its answer leans on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from copilot.agent.asking import Asking
from copilot.grounding import Source


class Arguments(BaseModel):
    """What a tool is called with; an argument it does not have is an error that names it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Told = TypeVar("Told", bound=Arguments)


@dataclass(frozen=True, slots=True)
class Tool(Generic[Told]):
    """One tool. ``about`` is what a model reads of it, ``progress`` what a person sees while it runs."""

    name: str
    about: str
    progress: str
    arguments: type[Told]
    gather: Callable[[Told, Asking], tuple[Source, ...]]
