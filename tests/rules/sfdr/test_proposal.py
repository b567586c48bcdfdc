from datetime import date

from copilot.rules.sfdr import proposal_on


def test_there_is_no_proposal_before_it_was_made() -> None:
    assert proposal_on(date(2025, 11, 19)) is None
    assert proposal_on(date(2025, 11, 20)) is not None


def test_it_is_proposed_and_not_law_and_says_until_when_it_knows() -> None:
    proposal = proposal_on(date(2026, 11, 20))

    assert proposal is not None
    assert (proposal.reference, proposal.status) == ("COM(2025) 841", "proposed")
    assert proposal.said.startswith("proposed, not law")
    assert "its state after 2026-10-08 is not in the sources" in proposal.said
    assert all(stage.source for stage in proposal.stages)


def test_it_tells_no_stage_that_had_not_happened() -> None:
    proposal = proposal_on(date(2026, 6, 23))

    assert proposal is not None
    assert [stage.day for stage in proposal.stages] == [date(2025, 11, 20), date(2026, 4, 28)]
    assert "not in the sources" not in proposal.said
