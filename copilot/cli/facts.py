"""Reads the files of facts that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from copilot.errors import ToolInputError

if TYPE_CHECKING:
    from copilot.rules.ai_act import AISystem


def system_in(file: Path) -> AISystem:
    """The AI system that a YAML file describes."""
    from copilot.rules.ai_act import read_system

    return read_system(facts_in(file), file.name)


def facts_in(file: Path) -> str:
    """What a file of facts says."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ToolInputError(
            f"{file} cannot be read: {error}", remedy="Name a text file; --form writes one to fill in."
        ) from error
