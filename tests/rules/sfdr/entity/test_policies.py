from tests.rules.sfdr.conftest import AskEntity
from tests.rules.sfdr.found import named, owed


def test_policies_are_published_in_either_capacity(entity: AskEntity) -> None:
    participant = entity(ucits_manager=True, investment_advice=False)
    adviser = entity(credit_institution=True, investment_advice=True, portfolio_management=False)

    assert {"risk-policy", "remuneration"} <= owed(participant)
    assert {"advice-risk-policy", "adviser-remuneration"} <= owed(adviser)
    assert not {"risk-policy", "remuneration"} & owed(adviser)
    assert str(named(adviser, "advice-risk-policy").provision) == "sfdr/art-3/2"
