from __future__ import annotations

import pytest

from api.mcp_door.offered import OFFERED, Offered
from copilot.agent.tools import TOOLS


def test_every_tool_of_the_agent_is_offered() -> None:
    assert list(OFFERED) == [tool.name for tool in TOOLS]


@pytest.mark.parametrize("offered", OFFERED.values(), ids=lambda offered: offered.tool.name)
def test_a_tool_says_what_it_takes_what_it_gives_and_that_it_changes_nothing(offered: Offered) -> None:
    listed = offered.listed

    own = offered.tool.arguments.model_json_schema()
    assert listed.title
    assert listed.description == offered.tool.about
    assert listed.input_schema["properties"].keys() == {*own["properties"], "as_of"}
    assert listed.input_schema.get("required") == own.get("required")
    assert all("description" in told for told in listed.input_schema["properties"].values())
    assert listed.output_schema
    assert {"as_of", "today", "results", "provisions"} == set(listed.output_schema["properties"])
    assert listed.annotations
    assert listed.annotations.read_only_hint
