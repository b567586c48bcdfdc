from tests.rules.ai_act.builders import plain, yes
from tests.rules.ai_act.duties.lookup import HIRING, duty_of, owed

_DISTRIBUTES = {"roles": yes("distributes")}


def test_the_distributor_of_a_high_risk_system_verifies_and_corrects() -> None:
    assert owed(plain(**HIRING, **_DISTRIBUTES)) == {
        "distributor-verify",
        "distributor-hold-back",
        "distributor-storage",
        "distributor-correction",
        "distributor-information",
        "distributor-cooperation",
    }
    assert owed(plain(**_DISTRIBUTES)) == set()


def test_distributors_are_fined_by_a_point_of_their_own() -> None:
    assert duty_of(plain(**HIRING, **_DISTRIBUTES), "distributor-verify").fined == "Art. 99(4)(d)"
