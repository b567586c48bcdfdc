from tests.agent.tools.conftest import Gather, result


def test_a_firm_is_told_what_it_owes(call: Gather) -> None:
    found = result(call("sfdr_entity", facts={"aifm": True}))

    assert "financial market participant" in found.verdict


def test_a_product_is_told_its_regime(call: Gather) -> None:
    found = result(call("sfdr_product", facts={}))

    assert found.open_questions
