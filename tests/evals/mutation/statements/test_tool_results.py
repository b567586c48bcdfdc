from datetime import date

from copilot.grounding import citable_text
from copilot.law import load_corpus
from evals.mutation.statements import tool_statements


def test_statements_on_results_quote_them_word_for_word() -> None:
    statements = list(tool_statements(load_corpus(policies=None).as_of(date(2028, 9, 1))))

    assert len({statement.draft.citations[0].source for statement in statements}) == 4
    for statement in statements:
        (cited,), (result,) = statement.draft.citations, statement.results
        assert cited.quote in citable_text(result, as_of=statement.as_of)
        assert cited.source == f"tool:{result.tool}/1"
        assert statement.draft.text.endswith(".")
