from copilot.rules.ai_act.duties.provider import LOG_ACCESS
from tests.rules.ai_act.builders import yes
from tests.rules.ai_act.duties.lookup import CREDIT, PROVIDES, duty_of, owed, provided, reason

_BANK = {"organisation": yes("financial_institution"), "operation": yes("controls_logs")}


def test_the_provider_has_a_system_around_the_system() -> None:
    found = owed(provided(**CREDIT, operation=yes("controls_logs")))

    assert {
        "name-on-system",
        "accessibility",
        "quality-management",
        "keep-documents",
        "keep-logs-provider",
        "corrective-action",
        "inform-of-risk-provider",
        "cooperation-provider",
        "log-access",
    } <= found


def test_a_bank_has_exactly_the_reliefs_of_financial_services_law() -> None:
    system = provided(**CREDIT, **_BANK)

    relieved = {
        "quality-management": "eu-ai-act/art-17/4",
        "keep-documents": "eu-ai-act/art-18/3",
        "keep-logs-provider": "eu-ai-act/art-19/2",
        "post-market-monitoring": "eu-ai-act/art-72/4/sub-2",
    }
    for key, provision in relieved.items():
        (relief,) = duty_of(system, key).reliefs
        assert str(relief.provision) == provision
    for key in ("risk-management", "report-incidents", "corrective-action", "technical-documentation"):
        assert duty_of(system, key).reliefs == ()


def test_the_relief_for_quality_management_leaves_three_points_due() -> None:
    (relief,) = duty_of(provided(**CREDIT, **_BANK), "quality-management").reliefs

    assert "points (g), (h) and (i) stay due" in relief.about


def test_logs_are_kept_by_whoever_controls_them() -> None:
    assert "keep-logs-provider" not in owed(provided(**CREDIT))
    assert "not under your control" in reason(provided(**CREDIT), "keep-logs-provider")


def test_what_excepts_access_to_logs_stands_with_that_duty() -> None:
    (case,) = LOG_ACCESS.cases
    (exemption,) = case.unless

    assert str(exemption.provision) == "eu-ai-act/art-21/2"


def test_a_provider_outside_the_union_appoints_a_representative() -> None:
    abroad = {**PROVIDES, "in_union": False}

    assert "appoint-representative" in owed(provided(**CREDIT, roles=abroad))
    assert "appoint-representative" not in owed(provided(**CREDIT))


def test_a_small_enterprise_alone_may_simplify_quality_management() -> None:
    alone = provided(**CREDIT, organisation=yes("sme"))
    linked = provided(**CREDIT, organisation=yes("sme", "linked_enterprises"))

    assert [str(one.provision) for one in duty_of(alone, "quality-management").reliefs] == [
        "eu-ai-act/art-63/1"
    ]
    assert duty_of(linked, "quality-management").reliefs == ()
