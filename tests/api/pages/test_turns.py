from datetime import date

import pytest

from api.pages.turns import Source, answered, named, tool_in_words
from api.shapes.answer import AnswerBody, CitationBody, StatementBody
from copilot.law import Corpus, Layer, ProvisionId


def citation(number: int, source: str, layer: Layer | None = "digest") -> CitationBody:
    return CitationBody(
        number=number,
        kind="tool" if source.startswith("tool:") else "provision",
        source=source,
        label="Art. 2",
        act="Lantern Act",
        layer=layer,
        quote=f"words {number}",
        places=[(0, 5)],
        url=None,
    )


def answer(*citations: CitationBody) -> AnswerBody:
    said = StatementBody(text="It burns.", grade="checked", marks=[], citations=list(citations))
    return AnswerBody(
        as_of=date(2026, 11, 20),
        conversation=None,
        statements=[said],
        refusal=None,
        dropped=0,
        notices=[],
        record=2,
        fingerprint="f" * 64,
    )


def test_the_words_of_one_source_stand_together(small_corpus: Corpus) -> None:
    cited = (
        citation(1, "lantern-act/art-2"),
        citation(2, "tool:fines/1", None),
        citation(3, "lantern-act/art-2"),
    )

    turn = answered("What burns?", answer(*cited), small_corpus)

    assert [(source.name, source.numbers) for source in turn.sources] == [
        ("Art. 2 Lantern Act", "1, 3"),
        ("Fines", "2"),
    ]
    assert turn.checked


@pytest.mark.parametrize(
    ("source", "layer", "whose"),
    [
        ("lantern-act/art-2", "digest", "our restatement"),
        ("lantern-act/art-2", "official", "official text"),
        ("policy/lamp-care/1.1", "digest", "the firm’s policy"),
        ("tool:fines/1", None, "worked out by rule, from the provisions it names"),
    ],
)
def test_it_is_said_whose_words_are_leaned_on(
    source: str, layer: Layer | None, whose: str, small_corpus: Corpus
) -> None:
    (shown,) = answered("What burns?", answer(citation(1, source, layer)), small_corpus).sources

    assert shown.whose == whose


def test_numbers_in_a_row_are_drawn_together() -> None:
    cited = tuple(citation(number, "lantern-act/art-2") for number in (7, 3, 4, 5))

    assert Source("Art. 2", "ours", cited).numbers == "3–5, 7"


def test_what_is_held_no_longer_is_called_by_its_id(small_corpus: Corpus) -> None:
    assert named(ProvisionId.parse("old-act/art-1"), small_corpus).name == "Art. 1 old-act"


def test_results_have_names_that_people_read() -> None:
    assert tool_in_words("application") == "Dates of application"
    assert tool_in_words("crosswalk_gap") == "Crosswalk gap"
