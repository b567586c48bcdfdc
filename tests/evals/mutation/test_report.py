from copilot.law import Corpus
from evals.mutation import Bench, Trial, run
from evals.mutation.report import BEGIN, END, as_json, into_page, markdown, sections, survivors
from tests.evals.mutation.builders import said

QUOTE = (
    "A household shall keep its lanterns lit for six months at least, unless the council says otherwise."
)


def _trials(corpus: Corpus) -> list[Trial]:
    return list(run([said(QUOTE)], Bench(corpus)))


def test_the_tables_begin_with_what_is_asked_for(small_corpus: Corpus) -> None:
    headings = [section.heading for section in sections(_trials(small_corpus))]

    assert headings[0] == "What is asked for"
    assert headings[-1] == "Kept out while tuning"


def test_every_row_has_a_cell_for_each_column(small_corpus: Corpus) -> None:
    for section in sections(_trials(small_corpus)):
        assert {len(row) for row in section.rows} <= {len(section.columns)}


def test_markdown_and_json_are_the_same_for_the_same_trials(small_corpus: Corpus) -> None:
    trials = _trials(small_corpus)

    assert markdown(trials) == markdown(_trials(small_corpus))
    assert as_json(trials) == as_json(_trials(small_corpus))
    assert "| number |" in markdown(trials)


def test_survivors_are_false_and_got_through(small_corpus: Corpus) -> None:
    trials = _trials(small_corpus)
    through = [trial for trial in trials if trial.survived]

    assert len(list(survivors(trials, 99, held_out=True))) == len(through)
    assert list(survivors(trials, 0, held_out=True)) == []


def test_survivors_that_are_held_out_are_not_shown_to_whoever_tunes(small_corpus: Corpus) -> None:
    trials = list(run([said(QUOTE, source="sfdr/art-3/1")], Bench(small_corpus)))

    assert list(survivors(trials, 99, held_out=False)) == []


def test_a_page_keeps_what_stands_around_the_tables() -> None:
    page = f"# Grounding\n\n{BEGIN}\n\nold\n{END}\n\nLimits."

    assert into_page(page, "new\n") == f"# Grounding\n\n{BEGIN}\n\nnew\n\n{END}\n\nLimits."
    assert into_page("", "new\n") == "new\n"
