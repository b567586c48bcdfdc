"""The five cases a financial firm meets first, seen by provider and by deployer."""

from datetime import date

from copilot.rules.ai_act import AISystem, classify
from copilot.rules.ai_act.duties import Duties, duties
from tests.rules.ai_act.builders import TODAY, plain, yes
from tests.rules.ai_act.duties.lookup import CREDIT, HIRING, PROVIDES, USES, duty_of, owed

_HIGH_RISK_PROVIDER = {
    "literacy",
    "requirements",
    "risk-management",
    "data-governance",
    "technical-documentation",
    "logging",
    "instructions",
    "human-oversight-design",
    "accuracy-robustness-security",
    "name-on-system",
    "accessibility",
    "quality-management",
    "keep-documents",
    "corrective-action",
    "inform-of-risk-provider",
    "cooperation-provider",
    "conformity-internal-control",
    "conformity-after-change",
    "declaration-of-conformity",
    "ce-marking",
    "register-system",
    "post-market-monitoring",
    "report-incidents",
    "investigate-incidents",
}
_HIGH_RISK_DEPLOYER = {
    "literacy",
    "follow-instructions",
    "human-oversight",
    "monitor-use",
    "suspend-on-risk",
    "tell-of-incidents",
    "keep-logs-deployer",
    "inform-persons",
    "cooperation-deployer",
    "explain-decisions",
}
_IMPACT = {
    "rights-impact-assessment",
    "rights-impact-update",
    "rights-impact-notification",
    "rights-impact-and-data-protection",
}
_DECIDES = yes("controls_logs", "about_persons", "significant_decisions")
_BANK = {"organisation": yes("financial_institution")}


def _standings(found: Duties) -> dict[str, str]:
    return {duty.key: duty.standing for duty in found.certain}


def test_credit_scoring_built_by_a_bank() -> None:
    system = plain(**CREDIT, **_BANK, roles=PROVIDES)

    assert owed(system) == _HIGH_RISK_PROVIDER
    assert {key for key, standing in _standings(duties(system, TODAY)).items() if standing == "binds"} == {
        "literacy"
    }


def test_credit_scoring_used_by_a_bank() -> None:
    system = plain(**CREDIT, **_BANK, roles=USES, operation=_DECIDES)

    assert owed(system) == _HIGH_RISK_DEPLOYER | _IMPACT
    assert duty_of(system, "rights-impact-assessment").first_day == date(2027, 12, 2)


def test_a_customer_service_chatbot_that_was_there_before_august_2026() -> None:
    bot = {
        "conversation": yes("direct"),
        "content": yes("synthetic"),
        "market": {"placed_on": "2026-03-01"},
    }

    built = plain(**bot, roles=PROVIDES)
    assert _standings(duties(built, TODAY)) == {
        "tell-of-interaction": "binds",
        "mark-output": "not-yet",
        "inform-clearly-provider": "binds",
        "literacy": "binds",
    }
    assert duty_of(built, "mark-output").first_day == date(2026, 12, 2)
    assert owed(plain(**bot, roles=USES)) == {"literacy"}


def test_cv_screening_by_a_private_employer() -> None:
    operation = {**_DECIDES, **yes("at_workplace")}
    built, used = plain(**HIRING, roles=PROVIDES), plain(**HIRING, roles=USES, operation=operation)

    assert owed(built) == _HIGH_RISK_PROVIDER
    assert owed(used) == _HIGH_RISK_DEPLOYER | {"inform-workers"}
    assert not owed(used) & _IMPACT
    assert owed(plain(**HIRING, roles=USES, organisation=yes("public_law_body"))) >= _IMPACT


def _fraud(profiling: bool, **roles: object) -> AISystem:
    return plain(essential_services=yes("fraud_only"), task={"profiling": profiling}, roles=roles)


def test_fraud_detection_owes_literacy_alone_profiling_or_not() -> None:
    for profiling in (False, True):
        assert owed(_fraud(profiling, **PROVIDES)) == {"literacy"}
        assert owed(_fraud(profiling, **USES)) == {"literacy"}


def test_trade_surveillance_owes_literacy_alone_profiling_or_not() -> None:
    for profiling in (False, True):
        for roles in (PROVIDES, USES):
            system = plain(task={"profiling": profiling}, roles=roles)
            assert classify(system, TODAY).tiers == ("minimal",)
            assert owed(system) == {"literacy"}


def test_surveillance_of_the_firms_own_staff_is_another_matter() -> None:
    system = plain(employment=yes("monitoring"), roles=USES, operation=yes("at_workplace"))

    assert {"inform-workers", "human-oversight"} <= owed(system)
