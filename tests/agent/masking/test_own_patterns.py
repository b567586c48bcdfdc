from pathlib import Path

import pytest

from copilot.agent.masking.own_patterns import found_by, own_patterns
from copilot.errors import SettingsError


def test_a_firms_patterns_find_what_it_lists(tmp_path: Path) -> None:
    file = tmp_path / "mask.yaml"
    file.write_text("DEAL: Falcon|Nightingale\nISIN: '[A-Z]{2}[A-Z0-9]{9}\\d'\n")
    text = "Is US0378331005 a part of Falcon?"

    found = {(one.kind, text[one.start : one.end]) for one in found_by(own_patterns(file), text)}

    assert found == {("ISIN", "US0378331005"), ("DEAL", "Falcon")}


def test_without_a_file_there_are_none() -> None:
    assert own_patterns(None) == ()


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("DEAL: '(Falcon'", "DEAL"),
        ("DEAL: x*", "DEAL"),
        ("deal: Falcon", "deal"),
        ("DEAL: [Falcon, Heron]", "DEAL"),
        ("- Falcon", "its form"),
        ("DEAL: 'a", "YAML"),
    ],
    ids=["broken", "finds nothing", "small letters", "a list", "no table", "no YAML"],
)
def test_what_cannot_be_used_is_named(written: str, named: str, tmp_path: Path) -> None:
    file = tmp_path / "mask.yaml"
    file.write_text(written)

    with pytest.raises(SettingsError, match="COPILOT_MASK") as error:
        own_patterns(file)

    assert named in str(error.value)
    assert error.value.remedy


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.yaml"):
        own_patterns(tmp_path / "none.yaml")
