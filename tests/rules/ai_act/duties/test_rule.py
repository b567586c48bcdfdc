import pytest

from copilot.law import ProvisionId
from copilot.rules.ai_act.duties.rule import ANNEX_III_BUT_2, BEARERS, HIGH_RISK, annex_iii, duty
from copilot.rules.ai_act.roles import ROLES
from copilot.rules.ai_act.rule import act


@pytest.mark.parametrize(
    ("ground", "reached", "left_out"), [("anx-3/5/b", True, False), ("anx-3/2", False, True)]
)
def test_a_duty_can_leave_out_a_ground(ground: str, reached: bool, left_out: bool) -> None:
    assert ANNEX_III_BUT_2.reaches("high-risk-annex-iii", act(ground)) is reached
    assert ANNEX_III_BUT_2.leaves_out("high-risk-annex-iii", act(ground)) is left_out


def test_a_duty_can_follow_from_some_points_only() -> None:
    biometrics = annex_iii("1")

    assert biometrics.reaches("high-risk-annex-iii", act("anx-3/1/c"))
    assert not biometrics.reaches("high-risk-annex-iii", act("anx-3/4/a"))
    assert not biometrics.leaves_out("high-risk-annex-iii", act("anx-3/4/a"))


def test_chapter_iii_does_not_reach_section_b() -> None:
    assert HIGH_RISK.reaches("high-risk-annex-i-a", act("anx-1/sec-a"))
    assert not HIGH_RISK.reaches("high-risk-annex-i-b", act("anx-1/sec-b"))


def test_every_role_can_bear_a_duty() -> None:
    assert {rule.role for rule in ROLES} < set(BEARERS)


def test_a_duty_cites_its_own_provision_first() -> None:
    lamp = duty("lamp", "deployer", "art-26/1", "Lamp", "Light it.", "Log", also="art-13 art-14")

    assert [str(one) for one in lamp.cited] == [
        "eu-ai-act/art-26/1",
        "eu-ai-act/art-13",
        "eu-ai-act/art-14",
    ]
    assert lamp.provision == ProvisionId.parse("eu-ai-act/art-26/1")
