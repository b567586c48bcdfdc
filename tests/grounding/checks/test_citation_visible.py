from copilot.actor import Actor
from tests.grounding.builders import LOG, evidence, finding, provision, verified

HELD = evidence(provision(audience=frozenset({"control-room"})))


def test_a_closed_text_is_neither_leaned_on_nor_repeated() -> None:
    statement = verified("Deployers keep logs.", LOG, held=HELD)

    assert finding("citation visible", statement).outcome == "fail"
    assert statement.citations == ()
    assert not any("lamp" in found.said for found in statement.check.findings)


def test_who_is_of_its_audience_may_lean_on_it() -> None:
    statement = verified(
        "Deployers keep logs.", LOG, held=HELD, actor=Actor("guard", frozenset({"control-room"}))
    )

    assert finding("citation visible", statement).outcome == "pass"
    assert len(statement.citations) == 1
