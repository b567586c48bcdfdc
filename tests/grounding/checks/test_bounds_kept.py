import pytest

from tests.grounding.builders import INSPECTION, LOG, gates_on_change, outcome


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        (LOG, "at least", "at most"),
        (LOG, "at least six", "six"),
        (LOG, "every", "some"),
        (INSPECTION, "before", "after"),
        (INSPECTION, "A provider", "Only a provider"),
    ],
)
def test_a_changed_bound_keeps_a_near_statement_back(sentence: str, old: str, new: str) -> None:
    assert gates_on_change("bounds kept", sentence, old, new)


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Lamp logs are retained for six months or more.", "pass"),
        ("Lamp logs are retained for six months or less.", "fail"),
        ("Logs on some lamps are retained.", "fail"),
    ],
)
def test_worded_freely_only_the_opposite_is_seen(text: str, ended: str) -> None:
    assert outcome("bounds kept", text, LOG) == ended
