from __future__ import annotations

from datetime import date

import pytest

from copilot.agent.extractive.cases import (
    event_in,
    facts_of,
    infringement_in,
    moment_in,
    offender_in,
    places_in,
)

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("we had a data breach", ("data-breach", "gdpr")),
        ("our processor had a data breach", ("data-breach-at-processor", "gdpr")),
        ("customer data were stolen", ("data-breach", "gdpr")),
        ("a suspicious order was found", ("suspicion", "mar")),
        ("a serious incident with our system", ("serious-incident", "ai-act")),
        ("the CFO sold shares", ("managers-transaction", "mar")),
        ("nothing happened", None),
    ],
)
def test_what_happened_is_known_by_its_words(text: str, event: tuple[str, str] | None) -> None:
    assert event_in(text) == event


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("noticed on 18 November 2026 at 09:30", "2026-11-18T09:30"),
        ("noticed on 2026-11-18 at 3 pm", "2026-11-18T15:00"),
        ("noticed yesterday", "2026-11-19T00:00"),
        ("noticed", None),
    ],
)
def test_when_it_became_known_is_read_or_not_told(text: str, moment: str | None) -> None:
    assert moment_in(text, TODAY) == moment


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("an SME with a turnover of EUR 20 million", {"kind": "sme", "turnover": "20000000"}),
        ("a bank with 1.5 bn euro turnover", {"kind": "undertaking", "turnover": "1500000000"}),
        ("turnover of EUR 20,000,000", {"turnover": "20000000"}),
        ("a fine", {}),
    ],
)
def test_who_is_fined_is_read_so_far_as_it_is_told(text: str, told: dict[str, str]) -> None:
    assert offender_in(text) == told


def test_an_infringement_is_known_by_name_but_not_under_an_act_without_a_rule() -> None:
    assert infringement_in("fine for insider dealing") == "insider-dealing"
    assert infringement_in("fine for a provider under the GDPR") is None


def test_places_are_those_of_the_register() -> None:
    assert places_in("in the EU, the UK and California") == ("eu", "uk", "us-ca")
    assert places_in("let us launch it") == ()


def test_a_death_through_a_system_is_a_serious_incident_with_a_clock_of_its_own() -> None:
    text = "Somebody died through our AI system; we learnt of it today."

    assert event_in(text) == ("serious-incident", "ai-act")
    assert facts_of("serious-incident", text) == {"death": True}
    assert facts_of("serious-incident", "Our AI system had a serious incident.") == {}
