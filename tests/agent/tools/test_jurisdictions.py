from tests.agent.tools.conftest import Gather, result
from tests.agent.tools.test_classification import RANKING


def test_the_regimes_of_each_place_are_told_with_their_status(call: Gather) -> None:
    found = result(call("jurisdictions_of", description=RANKING, places=["eu", "us-ny-nyc", "uk"]))

    assert {"European Union", "New York City", "United Kingdom"} <= {
        part.partition(":")[0] for part in found.verdict.split("; ")
    }
    assert any("AI Act" in step.question for step in found.steps)
