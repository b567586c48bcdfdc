from tests.agent.tools.conftest import Gather, result


def test_counterparts_are_found_in_the_frameworks_asked_for(call: Gather) -> None:
    found = result(call("counterparts", id="eu-ai-act/art-9", to=["nist-ai-rmf"]))

    assert {citation.instrument for citation in found.citations} == {"eu-ai-act", "nist-ai-rmf"}


def test_a_gap_asks_what_the_report_covers_where_nobody_said(call: Gather) -> None:
    found = result(call("framework_gap", have=["soc-2"], want=["nist-ai-rmf"], soc2_type="II"))

    assert found.open_questions
