from tests.agent.tools.conftest import Gather, result


def test_two_days_are_compared(call: Gather) -> None:
    found = result(call("compare_wordings", id="eu-ai-act/art-4", first="2026-07-01", second="2026-08-01"))

    assert found.verdict.startswith("Art. 4 AI Act changed between 1 July 2026 and 1 August 2026")
