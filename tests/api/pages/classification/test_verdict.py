from datetime import date

from api.pages.classification.verdict import summary_of, tiers_of
from copilot.rules.ai_act import Classification, classify, system_from

REACHED: dict[str, dict[str, object]] = {
    "nature": {
        "machine_based": True,
        "autonomous": True,
        "infers": True,
        "influences": True,
        "model_only": False,
    },
    "nexus": {"placed_in_union": True},
    "scope": dict.fromkeys(
        ("exclusively_defence", "output_exclusively_defence", "foreign_cooperation", "sole_research"), False
    ),
}
CREDIT: dict[str, dict[str, object]] = {
    "essential_services": {"creditworthiness": True, "fraud_only": False, "capital_model": False},
    "task": {"profiling": True},
}


def found(**told: dict[str, object]) -> Classification:
    return classify(system_from(told, "facts"), date(2026, 11, 20))


def test_each_tier_stands_once_the_surest_first() -> None:
    tiers = tiers_of(found(**CREDIT).findings)

    assert [(one.words, one.certainty) for one in tiers][:2] == [
        ("High-risk under Annex III", "if-in-scope"),
        ("Prohibited practice", "possible"),
    ]
    assert len({(one.tier, one.certainty) for one in tiers}) == len(tiers)


def test_a_ground_says_from_which_day_it_counts() -> None:
    high_risk = tiers_of(found(**CREDIT).findings)[0]

    assert [(str(ground.provision), ground.days) for ground in high_risk.grounds] == [
        ("eu-ai-act/anx-3/5/b", (date(2027, 12, 2),))
    ]


def test_the_summary_says_what_is_settled_and_how_much_is_open() -> None:
    assert summary_of(found(**REACHED, **CREDIT)).startswith("High-risk under Annex III. ")
    assert summary_of(found(**CREDIT)).startswith(
        "High-risk under Annex III, if the Act reaches the system. "
    )
    assert summary_of(found()).startswith("No tier is certain yet. ")
    assert summary_of(found()).endswith(" questions open.")
