"""``copilot settings``: every setting, its value now and what it does."""

from __future__ import annotations

from pydantic import SecretStr

from copilot.cli.options import AsJson, settings_in_force
from copilot.cli.output import print_json, print_table
from copilot.settings import Settings, variable


def settings(as_json: AsJson = False) -> None:
    """Show every setting, its value and where it is set. Secrets are not shown."""
    in_force = settings_in_force()
    if as_json:
        print_json(in_force.model_dump(mode="json"))
        return
    rows = [
        (variable(name), _shown(in_force, name), field.description or "")
        for name, field in Settings.model_fields.items()
    ]
    print_table(("Setting", "Value", "What it does"), rows)


def _shown(in_force: Settings, name: str) -> str:
    value = getattr(in_force, name)
    if value is None:
        return "not set"
    return "set, not shown" if isinstance(value, SecretStr) else str(value)
