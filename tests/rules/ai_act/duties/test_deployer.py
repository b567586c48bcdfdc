import pytest

from tests.rules.ai_act.builders import yes
from tests.rules.ai_act.duties.lookup import CREDIT, HIRING, LIFT, USES, duty_of, owed, reason, used

_ALWAYS = {
    "follow-instructions",
    "human-oversight",
    "monitor-use",
    "suspend-on-risk",
    "tell-of-incidents",
    "cooperation-deployer",
}
_SUSPECTS = {
    "biometrics": yes("remote_identification", "permitted_by_law"),
    "law_enforcement": yes("by_authority"),
}


@pytest.mark.parametrize("topics", [CREDIT, HIRING, LIFT])
def test_every_deployer_of_a_high_risk_system_owes_these(topics: dict[str, dict[str, object]]) -> None:
    assert owed(used(**topics)) >= _ALWAYS


@pytest.mark.parametrize(
    ("fact", "key"),
    [
        ("controls_input", "input-data"),
        ("controls_logs", "keep-logs-deployer"),
        ("at_workplace", "inform-workers"),
        ("about_persons", "inform-persons"),
        ("significant_decisions", "explain-decisions"),
        ("impact_assessment_due", "impact-on-data-protection"),
    ],
)
def test_each_condition_brings_its_duty(fact: str, key: str) -> None:
    assert key in owed(used(**HIRING, operation=yes(fact)))
    assert key not in owed(used(**HIRING))
    assert reason(used(**HIRING), key)


def test_explanations_and_notices_belong_to_annex_iii() -> None:
    of_product = owed(used(**LIFT, operation=yes("about_persons", "significant_decisions")))
    of_grid = owed(
        used(
            infrastructure=yes("involved"),
            safety=yes("function"),
            operation=yes("about_persons", "significant_decisions"),
        )
    )

    assert not {"inform-persons", "explain-decisions"} & of_product
    assert of_grid & {"inform-persons", "explain-decisions"} == {"inform-persons"}


def test_a_bank_is_relieved_of_monitoring_and_logs_alone() -> None:
    bank = used(**CREDIT, organisation=yes("financial_institution"), operation=yes("controls_logs"))

    assert len(duty_of(bank, "monitor-use").reliefs) == 1
    assert len(duty_of(bank, "keep-logs-deployer").reliefs) == 1
    for key in _ALWAYS - {"monitor-use"} | {"rights-impact-assessment"}:
        assert duty_of(bank, key).reliefs == ()


def test_identifying_suspects_afterwards_is_authorised() -> None:
    live = {**_SUSPECTS, "live_identification": yes("real_time")}

    assert "later-identification" in owed(used(**_SUSPECTS))
    assert "later-identification" not in owed(used(**live))
    assert "later-identification" not in owed(used(biometrics=_SUSPECTS["biometrics"]))


def test_identifying_persons_afterwards_is_documented_whatever_the_purpose() -> None:
    by_a_shop = used(biometrics=_SUSPECTS["biometrics"])
    live = used(**_SUSPECTS, live_identification=yes("real_time"))

    assert "later-identification-records" in owed(by_a_shop) & owed(used(**_SUSPECTS))
    assert "later-identification-records" not in owed(live)
    assert duty_of(by_a_shop, "later-identification-records").fined == "Art. 99(4)(e)"


def test_a_public_authority_uses_only_what_is_registered() -> None:
    assert "use-only-registered" in owed(used(**HIRING, organisation=yes("public_authority")))
    assert "use-only-registered" not in owed(used(**HIRING, organisation=yes("on_behalf_of_public")))


def test_personal_use_carries_no_duties() -> None:
    assert owed(used(**HIRING, roles={**USES, **yes("personal_use")})) == set()
