import pytest

from tests.grounding.builders import (
    INSPECTION,
    LOG,
    SALE,
    evidence,
    finding,
    gates_on_change,
    outcome,
    provision,
    verified,
)

BOTH = evidence(
    provision(text="Providers shall inform deployers of each broken lamp that they find in the street.")
)


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        (LOG, "Deployers", "Providers"),
        (INSPECTION, "provider", "deployer"),
        (SALE, "importer", "distributor"),
    ],
)
def test_another_actor_keeps_a_near_statement_back(sentence: str, old: str, new: str) -> None:
    assert gates_on_change("actor kept", sentence, old, new)


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Deployers have to be informed of broken lamps by the provider.", "pass"),
        ("Providers have to be informed of broken lamps by the deployer.", "fail"),
        ("Notified bodies are informed of broken lamps.", "fail"),
        ("Broken lamps are told of.", "not_applicable"),
    ],
)
def test_who_owes_owes_in_the_source_however_it_is_turned(text: str, ended: str) -> None:
    assert outcome("actor kept", text, "Providers shall inform deployers", held=BOTH) == ended


def test_it_is_said_on_whom_it_is_laid_instead() -> None:
    statement = verified(
        "Deployers have to inform providers.", "Providers shall inform deployers", held=BOTH
    )

    assert finding("actor kept", statement).said == "It lays on deployer what its source lays on provider."
