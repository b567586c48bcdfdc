from datetime import date

from copilot.law import load_corpus
from evals.mutation.statements import Library, corpus_sentences


def test_whole_sentences_of_many_units_quote_themselves() -> None:
    library = Library(load_corpus(policies=None).as_of(date(2026, 11, 20)))
    statements = list(corpus_sentences(library))

    tuned = [one for one in statements if not one.held_out]
    assert len({one.draft.citations[0].source for one in tuned}) >= 400
    assert {one.draft.citations[0].source.partition("/")[0] for one in statements if one.held_out} == {
        "sfdr",
        "sfdr-rts",
    }
    for one in statements:
        (cited,) = one.draft.citations
        assert cited.quote == one.draft.text
        assert one.draft.text in one.provisions[0].text
        assert str(one.provisions[0].id) == cited.source
        assert len(one.provisions) > 1
