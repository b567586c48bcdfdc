"""The model's instructions: one file each in ``prompts/``, known by the hash of its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Literal, TypeAlias

InstructionsName: TypeAlias = Literal["answer", "repair"]


@dataclass(frozen=True, slots=True)
class Instructions:
    """What a model is told, in the version whose words have this hash."""

    name: InstructionsName
    text: str
    sha256: str


@cache
def instructions(name: InstructionsName) -> Instructions:
    """The instructions of a name, as they ship."""
    text = files("prompts").joinpath(f"{name}.md").read_text(encoding="utf-8").strip()
    return Instructions(name, text, sha256(text.encode()).hexdigest())
