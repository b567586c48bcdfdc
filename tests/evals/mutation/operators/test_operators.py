from evals.mutation.operators import OPERATORS
from tests.evals.mutation.builders import said

SENTENCE = (
    "Before an incident, providers of high-risk AI systems shall keep logs for six months, unless told so."
)


def test_an_operator_gives_the_same_copies_in_the_same_order() -> None:
    for operator in OPERATORS:
        assert list(operator.mutate(said(SENTENCE))) == list(operator.mutate(said(SENTENCE)))


def test_no_copy_is_the_statement_itself() -> None:
    statement = said(SENTENCE)

    assert all(
        copy.draft != statement.draft for operator in OPERATORS for copy in operator.mutate(statement)
    )


def test_two_operators_are_held_out() -> None:
    assert [one.name for one in OPERATORS if one.held_out] == ["widen scope", "merge of two provisions"]
