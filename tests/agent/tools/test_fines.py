import pytest

from copilot.errors import ToolInputError
from tests.agent.tools.conftest import Gather, ids, result


def test_the_limit_comes_with_the_provision_that_sets_it(call: Gather) -> None:
    found = call(
        "fine_limit", infringement="prohibited-practice", kind="undertaking", turnover="1000000000"
    )

    assert "70" in result(found).verdict
    assert "eu-ai-act/art-99/3" in ids(found)


def test_an_unknown_infringement_is_an_error_that_names_the_known(call: Gather) -> None:
    with pytest.raises(ToolInputError, match="neither the id"):
        call("fine_limit", infringement="jaywalking")
