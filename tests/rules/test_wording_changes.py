"""What changed in a provision between two days: its words, its dates of application, or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.errors import ToolInputError, UnknownProvision
from copilot.law import Corpus, ProvisionId, load_corpus
from copilot.rules.wording_changes import wording_changes

BEFORE = date(2026, 7, 1)
AFTER = date(2026, 8, 1)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(policies=None)


def test_both_wordings_of_a_changed_duty_are_told(corpus: Corpus) -> None:
    found = wording_changes(corpus, ProvisionId.parse("eu-ai-act/art-4"), BEFORE, AFTER)

    told = {step.question: step.found for step in found.steps}
    assert "a sufficient level" in told["How did Art. 4 AI Act read on 1 July 2026?"]
    assert "in support of" in told["How did Art. 4(1) AI Act read on 1 August 2026?"]
    assert told["How did Art. 4(1) AI Act read on 1 July 2026?"] == "it was not law"


def test_dates_can_move_while_the_words_stay(corpus: Corpus) -> None:
    found = wording_changes(corpus, ProvisionId.parse("eu-ai-act/art-26"), BEFORE, AFTER)

    assert found.verdict == (
        "the wording of Art. 26 AI Act is the same on 1 July 2026 and on 1 August 2026, "
        "but its dates of application changed"
    )
    before, after = (step.found for step in found.steps)
    assert "2 August 2026 to an AI system that is high-risk under Annex III" in before
    assert "2 December 2027 to an AI system that is high-risk under Annex III" in after


def test_a_part_with_dates_of_its_own_is_told_apart(corpus: Corpus) -> None:
    found = wording_changes(corpus, ProvisionId.parse("eu-ai-act/art-50"), BEFORE, AFTER)

    assert "From when did Art. 50(2) AI Act apply, by the law of 1 August 2026?" in {
        step.question for step in found.steps
    }


def test_what_did_not_change_is_said_to_be_the_same(corpus: Corpus) -> None:
    found = wording_changes(corpus, ProvisionId.parse("sfdr/art-4"), BEFORE, AFTER)

    assert found.verdict == "the wording of Art. 4 SFDR is the same on 1 July 2026 and on 1 August 2026"
    assert found.steps == ()


def test_days_in_the_wrong_order_and_unknown_provisions_are_errors(corpus: Corpus) -> None:
    with pytest.raises(ToolInputError):
        wording_changes(corpus, ProvisionId.parse("eu-ai-act/art-4"), AFTER, BEFORE)
    with pytest.raises(UnknownProvision):
        wording_changes(corpus, ProvisionId.parse("eu-ai-act/art-400"), BEFORE, AFTER)
