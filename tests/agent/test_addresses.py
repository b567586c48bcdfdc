"""Only addresses that stand in the evidence reach a person."""

from __future__ import annotations

import pytest

from copilot.agent.addresses import without_foreign_addresses

SOURCES = ("Write to incidents@regulator.example or see www.regulator.example/report.",)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("See https://evil.example/x?y=1 for more.", "See for more."),
        ("See [the form](https://evil.example) now.", "See the form now."),
        ("![pixel](https://evil.example/p.png)", ""),
        ("Mail thief@evil.example today.", "Mail today."),
        ("Mail incidents@regulator.example today.", "Mail incidents@regulator.example today."),
        ("See www.regulator.example/report.", "See www.regulator.example/report."),
        ("Visit evil.com/now.", "Visit."),
        ("Open javascript:alert(1) here.", "Open here."),
        ("Art. 26(6) AI Act, e.g. logs of 6 months.", "Art. 26(6) AI Act, e.g. logs of 6 months."),
    ],
)
def test_an_address_from_elsewhere_is_taken_out(said: str, left: str) -> None:
    assert without_foreign_addresses(said, SOURCES) == left
