import json
from collections.abc import Callable

Copilot = Callable[..., tuple[int, str, str]]


def test_every_setting_is_shown_with_its_value(copilot: Copilot) -> None:
    code, out, _ = copilot("settings")

    assert code == 0
    assert "COPILOT_POLICIES" in out
    assert "not set" in out


def test_settings_as_json(copilot: Copilot) -> None:
    code, out, _ = copilot("settings", "--json")

    assert code == 0
    assert json.loads(out)["port"] == 8000
