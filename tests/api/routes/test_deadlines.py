import pytest
from fastapi.testclient import TestClient

from tests.api.routes.conftest import Printed

BREACH = {
    "regime": "gdpr",
    "event": "data-breach",
    "known_at": "2026-03-27T22:30:00+01:00",
    "zone": "Europe/Berlin",
    "as_of": "2026-11-20",
    "facts": {"risk-unlikely": False},
}


def test_deadlines_are_counted_as_on_the_command_line(ruling: TestClient, printed: Printed) -> None:
    found = ruling.post("/v1/deadlines", json=BREACH).json()

    assert found["deadlines"][0]["due"] == "2026-03-30T23:30:00+02:00"
    assert found == printed(
        *("deadlines", "gdpr", "data-breach", "--known-at", "2026-03-27T22:30+01:00"),
        *("--zone", "Europe/Berlin", "--as-of", "2026-11-20", "--fact", "risk-unlikely=no"),
    )


def test_holidays_move_what_is_counted_in_business_days(ruling: TestClient) -> None:
    notified = BREACH | {
        "regime": "mar",
        "event": "managers-transaction",
        "known_at": "2026-12-23T10:00:00+01:00",
        "facts": {},
    }

    due = [
        ruling.post("/v1/deadlines", json=notified | holidays).json()["deadlines"][0]["due"]
        for holidays in ({"holidays": ["2026-12-25"]}, {"holidays": []}, {})
    ]

    assert due == ["2026-12-30T00:00:00+01:00", "2026-12-29T00:00:00+01:00", None]


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ({"known_at": "2026-03-27T22:30:00"}, "invalid-request"),
        ({"known_at": 1774647000}, "invalid-request"),
        ({"known_at": "2026-03-27"}, "invalid-request"),
        ({"known_at": "0001-01-01T00:00:00+14:00"}, "tool-input-error"),
        ({"known_at": "9999-12-31T23:59:59-14:00"}, "tool-input-error"),
        ({"zone": "Europe/Nowhere"}, "tool-input-error"),
        ({"zone": "../../etc/passwd"}, "tool-input-error"),
        ({"zone": "\x00"}, "tool-input-error"),
        ({"regime": "mar"}, "tool-input-error"),
        ({"facts": {"death": True}}, "tool-input-error"),
        ({"facts": {"lanterns": True}}, "invalid-request"),
        ({"holidays": ["soon"]}, "invalid-request"),
    ],
)
def test_what_cannot_be_counted_is_a_problem(
    wrong: dict[str, object], kind: str, ruling: TestClient
) -> None:
    answer = ruling.post("/v1/deadlines", json=BREACH | wrong)

    assert (answer.status_code, answer.json()["type"]) == (422, f"urn:regulatory-copilot:{kind}")
