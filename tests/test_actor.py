import pytest

from copilot.actor import EVERY_AUDIENCE, Actor


@pytest.mark.parametrize(
    ("audiences", "meant_for", "seen"),
    [
        (set(), set(), True),
        (set(), {"control-room"}, False),
        ({"compliance"}, {"control-room"}, False),
        ({"compliance"}, {"control-room", "compliance"}, True),
        ({EVERY_AUDIENCE}, {"control-room"}, True),
    ],
)
def test_a_text_is_seen_by_its_audience_only(audiences: set[str], meant_for: set[str], seen: bool) -> None:
    assert Actor("somebody", frozenset(audiences)).may_see(frozenset(meant_for)) is seen
