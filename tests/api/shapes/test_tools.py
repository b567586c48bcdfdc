from __future__ import annotations

import pytest

from api.shapes.tools import in_words
from copilot.rules import ToolResult
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("tool", "said"),
    [
        ("application", "Dates of application: from tomorrow"),
        ("classify_ai_system", "Classification under the AI Act: from tomorrow"),
        ("fines", "Fines: from tomorrow"),
    ],
)
def test_a_result_is_named_as_an_officer_reads_it(tool: str, said: str) -> None:
    assert in_words(ToolResult(tool, "1", TODAY, {}, "from tomorrow")) == said
