from evals.mutation.operators.truncated import truncate_quote
from tests.evals.mutation.builders import made, said


def test_the_quote_stops_before_its_exception_and_so_does_the_statement() -> None:
    (copy,) = made(
        truncate_quote, said("Logs shall be kept for six months, unless the law says otherwise.")
    )

    assert copy.draft.text == "Logs shall be kept for six months."
    assert copy.draft.citations[0].quote == "Logs shall be kept for six months"


def test_an_exception_in_the_middle_is_leapt_over() -> None:
    (copy,) = made(truncate_quote, said("All systems, other than toys, shall be registered."))

    assert copy.draft.text == "All systems shall be registered."
    assert copy.draft.citations[0].quote == "All systems … shall be registered."


def test_without_an_exception_there_is_nothing_to_stop_before() -> None:
    assert made(truncate_quote, said("Logs shall be kept for six months.")) == []
