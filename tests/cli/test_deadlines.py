import json
from collections.abc import Callable

import pytest

Copilot = Callable[..., tuple[int, str, str]]
BERLIN = ("--zone", "Europe/Berlin", "--as-of", "2026-11-20")
BREACH = ("deadlines", "gdpr", "data-breach")


def test_deadlines_are_said_in_local_time(copilot: Copilot) -> None:
    code, out, _ = copilot(*BREACH, "--known-at", "2026-03-27T22:30", *BERLIN, "--fact", "risk-unlikely=no")

    assert code == 0
    assert "without undue delay, at the latest by 2026-03-30 23:30+02:00" in out
    assert "Still open:" in out


def test_a_day_ends_with_its_end_and_not_with_the_next(copilot: Copilot) -> None:
    words = ("deadlines", "ai-act", "model-threshold", "--known-at", "2026-12-24T10:00", *BERLIN)

    assert "without delay, at the latest by the end of 2027-01-07" in copilot(*words)[1]


def test_deadlines_as_json_carry_their_dates_and_bases(copilot: Copilot) -> None:
    words = ("deadlines", "mar", "managers-transaction", "--known-at", "2026-12-23T10:00+01:00", *BERLIN)
    told = json.loads(copilot(*words, "--holiday", "2026-12-25", "--json")[1])
    unknown = json.loads(copilot(*words, "--json")[1])
    none = json.loads(copilot(*words, "--no-holidays", "--json")[1])

    (deadline,) = told["deadlines"]
    assert deadline["due"] == "2026-12-30T00:00:00+01:00"
    assert (deadline["basis"], deadline["pace"], deadline["version"]) == (
        "mar/art-19/1/sub-2",
        "promptly",
        "1",
    )
    assert (unknown["deadlines"][0]["due"], none["deadlines"][0]["due"]) == (
        None,
        "2026-12-29T00:00:00+01:00",
    )
    assert "at the soonest by the end of 2026-12-28" in copilot(*words)[1]


def test_what_makes_a_duty_bind_a_deployer_is_named(copilot: Copilot) -> None:
    words = (
        "deadlines",
        "ai-act",
        "serious-incident-at-deployer",
        "--known-at",
        "2026-11-20T10:00",
        *BERLIN,
    )
    told = json.loads(copilot(*words, "--fact", "provider-unreachable=yes", "--json")[1])

    assert {each["through"] for each in told["deadlines"]} == {None, "eu-ai-act/art-26/5"}
    assert {each["status"] for each in told["deadlines"]} == {"not-yet"}


def test_a_closed_period_has_two_ends(copilot: Copilot) -> None:
    words = ("deadlines", "mar", "financial-report", "--known-at", "2026-04-10T08:00", *BERLIN)

    assert "from 2026-03-11 00:00+01:00, until 2026-04-10 08:00+02:00" in copilot(*words)[1]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--known-at", "yesterday"), 2, "is not a time"),
        (("--known-at", "2026-03-29T02:30"), 9, "was skipped in Europe/Berlin"),
        (("--known-at", "2026-10-25T02:30"), 9, "was shown twice"),
        (("--known-at", "2026-03-27T22:30", "--fact", "risk-unlikely"), 2, "is not a fact"),
        (
            ("--known-at", "2026-03-27T22:30", "--fact", "high-risk=yes", "--fact", "high-risk=no"),
            2,
            "told twice",
        ),
        (("--known-at", "2026-03-27T22:30", "--fact", "sunny=yes"), 9, "is no fact"),
        (("--known-at", "2026-03-27T22:30", "--fact", "death=yes"), 9, "depend on"),
        (("--known-at", "2026-03-27T22:30", "--zone", "Berlin"), 9, "no time zone"),
        (("--known-at", "2026-03-27T22:30", "--as-of", "2015-01-01"), 4, "was written for the law"),
    ],
)
def test_bad_input_is_said(words: tuple[str, ...], code: int, said: str, copilot: Copilot) -> None:
    ended, out, err = copilot(*BREACH, *BERLIN, *words)

    assert (ended, out) == (code, "")
    assert said in err


def test_an_event_belongs_to_its_regime(copilot: Copilot) -> None:
    code, _, err = copilot("deadlines", "mar", "data-breach", "--known-at", "2026-03-27T22:30", *BERLIN)

    assert code == 9
    assert "under gdpr" in err
