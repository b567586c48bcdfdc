from datetime import date

from api.pages.classification.trace import Chapter, chapters_of
from copilot.rules.ai_act import classify, system_from


def chapter(title: str, **told: dict[str, object]) -> Chapter:
    found = classify(system_from(told, "facts"), date(2026, 11, 20))
    chapters = chapters_of(found.steps, {"essential_services.creditworthiness"})
    return next(one for one in chapters if one.title == title)


CREDIT: dict[str, dict[str, object]] = {
    "essential_services": {"creditworthiness": True, "fraud_only": False, "capital_model": False},
    "task": {"profiling": True},
    "biometrics": {"involved": False},
}


def test_every_step_stands_in_a_chapter_in_the_order_of_the_walk() -> None:
    found = classify(system_from(CREDIT, "facts"), date(2026, 11, 20))

    chapters = chapters_of(found.steps, ())

    assert [one.title for one in chapters] == [
        "Does the Act reach it?",
        "Your roles",
        "Prohibited practices",
        "High-risk through a product",
        "High-risk uses",
        "Transparency",
        "General-purpose models",
    ]
    steps = sum(1 + len(rule.facts) for one in chapters for rule in one.rules)
    assert steps == len(found.steps)


def test_a_rule_stands_with_the_facts_that_decide_it() -> None:
    uses = chapter("High-risk uses", **CREDIT)

    credit = next(one for one in uses.rules if "creditworthiness or credit scores" in one.rule.question)

    assert credit.rule.came == "yes"
    assert [(fact.fact, fact.came) for fact in credit.facts] == [
        ("essential_services.creditworthiness", "yes"),
        ("essential_services.fraud_only", "no"),
        ("essential_services.capital_model", "no"),
    ]
    assert [fact.proposed for fact in credit.facts] == [True, False, False]


def test_an_open_rule_asks_what_it_misses_in_full() -> None:
    reach = chapter("Does the Act reach it?", **CREDIT)

    research = next(one.rule for one in reach.rules if "scientific research" in one.rule.question)

    assert research.came == "open"
    assert research.missing == (
        "Was it specifically developed and put into service for scientific research and development only?",
    )


def test_what_follows_from_another_fact_says_from_which() -> None:
    uses = chapter("High-risk uses", **CREDIT)

    remote = next(
        fact for one in uses.rules for fact in one.facts if fact.fact == "biometrics.remote_identification"
    )

    assert (remote.came, remote.found) == ("no", "since “biometrics: involved” was told")


def test_a_chapter_counts_its_rules() -> None:
    uses = chapter("High-risk uses", **CREDIT)

    assert uses.count("yes") == 1
    assert uses.count("yes") + uses.count("no") + uses.count("open") == len(uses.rules)
    assert uses.key == "high-risk-uses"
