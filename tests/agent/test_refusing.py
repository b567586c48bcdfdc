"""Saying no: the kind, the reason and what would settle it, in words of ours."""

from __future__ import annotations

from copilot.agent.refusing import not_permitted, refusal_for
from copilot.grounding import Evidence
from copilot.law import Corpus, ProvisionId
from copilot.rules import OpenQuestion, ToolResult
from tests.conftest import TODAY


def test_nothing_found_names_the_nearest_provisions(small_corpus: Corpus) -> None:
    wordings = small_corpus.as_of(TODAY).passage(ProvisionId.parse("lantern-act/art-1"))

    refusal = refusal_for("no_source", Evidence.gathered(small_corpus, wordings, as_of=TODAY))

    assert refusal.kind == "no_source"
    assert [str(one) for one in refusal.nearest][:2] == ["lantern-act/art-1", "lantern-act/art-1/1"]
    assert len(refusal.nearest) == 3


def test_a_missing_fact_is_asked_for(small_corpus: Corpus) -> None:
    asked = OpenQuestion("dusk", "Is it dusk?", "Lamps are lit at dusk.")
    result = ToolResult("lamp_check", "1", TODAY, {}, "open", open_questions=(asked,))

    refusal = refusal_for("missing_fact", Evidence.gathered(small_corpus, results=[result], as_of=TODAY))

    assert refusal.settled_by == "Is it dusk?"


def test_a_conflict_says_which_binds() -> None:
    assert refusal_for("conflict", Evidence()).settled_by.startswith("Law binds whatever a policy says")


def test_what_may_not_leave_the_machine_is_counted_and_not_named() -> None:
    refusal = not_permitted(2)

    assert (refusal.kind, refusal.nearest) == ("not_permitted", ())
    assert "2 sources" in refusal.reason
