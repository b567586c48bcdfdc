from evals.mutation.operators.tool_figure import not_the_tools
from tests.evals.mutation.builders import made, said


def test_each_figure_and_date_of_a_tool_can_be_another() -> None:
    statement = said(
        "It lasts 72 hours, until 2 May 2027.",
        "72 hours: 2027-05-02",
        source="tool:deadlines/1",
        kind="tool",
    )

    texts = {copy.draft.text for copy in made(not_the_tools, statement)}

    assert "It lasts 72 hours, until 2 May 2028." in texts
    assert any("until 2 May 2027" in text and "72 hours" not in text for text in texts)


def test_a_statement_on_a_provision_has_no_figure_of_a_tool() -> None:
    assert made(not_the_tools, said("It lasts 72 hours.")) == []
