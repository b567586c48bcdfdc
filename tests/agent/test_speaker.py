"""Who words an answer, as the settings have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot.agent.speaker import chosen_speaker
from copilot.errors import SettingsError
from copilot.settings import Settings


def test_a_model_elsewhere_leaves_the_machine_and_has_the_firms_patterns(tmp_path: Path) -> None:
    file = tmp_path / "mask.yaml"
    file.write_text("DEAL: Falcon\n")

    speaker = chosen_speaker(Settings(model="lantern", model_url="http://127.0.0.1:1/v1", mask=file))  # type: ignore[arg-type]

    assert speaker.leaves_the_machine
    assert [own.kind for own in speaker.own] == ["DEAL"]


def test_a_broken_pattern_is_found_before_anything_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "mask.yaml"
    file.write_text("DEAL: (Falcon\n")

    with pytest.raises(SettingsError, match="DEAL"):
        chosen_speaker(Settings(model="lantern", mask=file))
