from copilot.law import Corpus
from evals.mutation import INVARIANCES, OPERATORS, Bench, run
from tests.evals.mutation.builders import said

QUOTE = (
    "A household shall keep its lanterns lit for six months at least, unless the council says otherwise."
)


def test_a_statement_is_tried_as_written_then_otherwise_then_false(small_corpus: Corpus) -> None:
    trials = list(run([said(QUOTE)], Bench(small_corpus)))

    assert trials[0].by == "as written"
    assert {trial.by for trial in trials if trial.role == "faithful"} <= {
        "as written",
        *(invariance.name for invariance in INVARIANCES),
    }
    assert {"number", "unit", "shall -> may", "drop exception", "fabricated clause"} <= {
        trial.by for trial in trials if trial.role == "mutant"
    }


def test_the_verifier_itself_is_asked(small_corpus: Corpus) -> None:
    number = [operator for operator in OPERATORS if operator.name == "number"]

    written, text, both = run([said(QUOTE)], Bench(small_corpus), number, ())

    assert (written.verdict.grade, written.survived) == ("quoted", False)
    assert (text.altered.where, text.verdict.blocked, text.paired) == ("text", True, True)
    assert (both.altered.where, both.verdict.blocked) == ("text and quote", True)
    assert text.verdict.checks


def test_of_each_operator_one_copy_of_each_kind_is_tried(small_corpus: Corpus) -> None:
    appended = [operator for operator in OPERATORS if operator.name == "fabricated clause"]

    assert len(list(run([said(QUOTE)], Bench(small_corpus), appended, ()))) == 2
