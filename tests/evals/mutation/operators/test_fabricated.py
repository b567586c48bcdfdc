from evals.mutation.operators.fabricated import append_clause
from tests.evals.mutation.builders import made, said


def test_a_clause_is_added_before_the_full_stop_and_the_quote_stays() -> None:
    copies = made(append_clause, said("Importers shall keep a copy."))

    assert len(copies) > 1
    for copy in copies:
        assert copy.where == "text"
        assert copy.draft.text.startswith("Importers shall keep a copy, ")
        assert copy.draft.text.endswith(".")
        assert copy.draft.citations[0].quote == "Importers shall keep a copy."
