from typing import get_args

from api.pages.classification.words import CALLS, CERTAINTIES, CHANGES, STANDINGS, TIERS, bearer
from copilot.agent.intake import Call
from copilot.rules.ai_act import Alteration, Certainty, Tier
from copilot.rules.ai_act.duties import BEARERS, Standing


def test_there_are_words_for_all_that_the_rules_can_say() -> None:
    assert list(TIERS) == list(get_args(Tier))
    assert list(CERTAINTIES) == list(get_args(Certainty))
    assert list(STANDINGS) == list(get_args(Standing))
    assert list(CALLS) == list(get_args(Call))


def test_changes_are_those_that_need_no_further_facts() -> None:
    assert set(get_args(Alteration)) - set(CHANGES) == {"change-purpose"}


def test_roles_are_written_as_people_write_them() -> None:
    assert bearer("authorised-representative") == "authorised representative"
    assert bearer("initial-provider-must-cooperate") == "initial provider"
    assert len({bearer(role) for role in BEARERS}) == len(BEARERS)
