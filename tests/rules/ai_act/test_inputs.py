import json
from datetime import date

from copilot.rules.ai_act import AISystem, classify, system_from
from tests.rules.ai_act.builders import TODAY, only


def test_what_was_told_is_kept_by_topic_in_plain_values() -> None:
    system = only(
        employment={"recruitment": True, "decisions": False},
        product={"laws": ("lifts-2014-33",)},
        market={"placed_on": date(2026, 1, 31)},
        general_purpose={"training_flop": "2e25"},
    )

    assert classify(system, TODAY).inputs == {
        "market": {"placed_on": "2026-01-31"},
        "product": {"laws": ["lifts-2014-33"]},
        "employment": {"recruitment": True, "decisions": False},
        "general_purpose": {"training_flop": "2E+25"},
    }


def test_what_nobody_told_is_left_out_though_it_follows_from_the_rest() -> None:
    assert classify(AISystem(), TODAY).inputs == {}
    assert classify(only(name="Ranker", employment={"recruitment": True}), TODAY).inputs == {
        "name": "Ranker",
        "employment": {"recruitment": True},
    }
    assert classify(only(employment={"recruitment": None}), TODAY).inputs == {}


def test_a_system_can_be_made_anew_from_its_inputs() -> None:
    system = only(product={"laws": ()}, market={"placed_on": date(2026, 1, 31)}, task={"profiling": False})
    kept = json.loads(json.dumps(classify(system, TODAY).inputs))

    assert system_from(kept, "record") == system
