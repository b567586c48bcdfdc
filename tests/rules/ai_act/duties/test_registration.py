import pytest

from tests.rules.ai_act.builders import yes
from tests.rules.ai_act.duties.lookup import CREDIT, LIFT, duty_of, owed, provided, reason, used

_GRID = {"infrastructure": yes("involved"), "safety": yes("function")}


def test_the_provider_registers_what_annex_iii_lists() -> None:
    assert "register-system" in owed(provided(**CREDIT))
    assert "register-system" not in owed(provided(**LIFT))


def test_critical_infrastructure_is_registered_nationally() -> None:
    found = owed(provided(**_GRID))

    assert "register-nationally" in found
    assert "register-system" not in found
    assert reason(provided(**_GRID), "register-system") == "Annex III, point 2 is left out"


@pytest.mark.parametrize(
    ("who", "registers"),
    [("public_authority", True), ("on_behalf_of_public", True), ("public_services", False)],
)
def test_public_deployers_register_their_use(who: str, registers: bool) -> None:
    assert ("register-use" in owed(used(**CREDIT, organisation=yes(who)))) is registers


def test_a_public_deployer_of_critical_infrastructure_registers_nothing() -> None:
    authority = used(**_GRID, organisation=yes("public_authority", "public_law_body"))

    assert not {"register-use", "use-only-registered", "rights-impact-assessment"} & owed(authority)


def test_registering_use_is_fined_through_article_26() -> None:
    authority = used(**CREDIT, organisation=yes("public_authority"))

    assert duty_of(authority, "register-use").fined == "Art. 99(4)(e) through Art. 26(8)"
