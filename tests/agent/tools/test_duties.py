from tests.agent.tools.conftest import Gather, ids, result
from tests.agent.tools.test_classification import RANKING


def test_the_duties_of_a_role_are_listed_with_their_dates_and_fines(call: Gather) -> None:
    found = call("duties_of", description=RANKING, role="deployer")

    logs = next(step for step in result(found).steps if str(step.provision) == "eu-ai-act/art-26/6")
    assert "2 December 2027" in logs.matters
    assert "Art. 99(4)(e)" in logs.matters
    assert all(" deployer " in step.question for step in result(found).steps if " owe (" in step.question)
    assert ids(found)
