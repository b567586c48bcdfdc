from tests.agent.tools.conftest import Gather, ids, result


def test_a_breach_sets_72_hours_running_on_the_clock_of_the_zone(call: Gather) -> None:
    found = call(
        "deadlines_for",
        event="data-breach",
        regime="gdpr",
        known_at="2026-11-20T09:30",
        zone="Europe/Berlin",
    )

    assert "2026-11-23" in result(found).verdict
    assert "gdpr/art-33/1" in ids(found)
