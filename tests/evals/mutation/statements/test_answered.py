import json
from datetime import date
from pathlib import Path

import pytest

from copilot.errors import CorpusError
from copilot.law import Corpus
from evals.mutation.statements import Answered, Library, answered, answers_in, read_answered

DAY = date(2026, 1, 1)
CITED = [{"source": "lantern-act/art-2", "quote": "oil"}]


def _record(text: str, **more: object) -> Answered:
    return Answered.model_validate({"text": text, "citations": CITED, "as_of": str(DAY), **more})


@pytest.fixture
def libraries(small_corpus: Corpus) -> dict[date, Library]:
    return {DAY: Library(small_corpus.as_of(DAY))}


def test_a_statement_is_read_with_its_citations(tmp_path: Path, libraries: dict[date, Library]) -> None:
    file = tmp_path / "answered.jsonl"
    file.write_text(json.dumps({"text": "Lanterns burn oil.", "citations": CITED, "as_of": str(DAY)}))

    (statement,) = answered(libraries, read_answered(file))

    assert (statement.draft.text, statement.kind, statement.as_of) == ("Lanterns burn oil.", "answer", DAY)
    assert [cited.source for cited in statement.draft.citations] == ["lantern-act/art-2"]
    assert "lantern-act/art-2" in {str(unit.id) for unit in statement.provisions}


def test_nothing_recorded_is_nothing_to_test(tmp_path: Path) -> None:
    assert read_answered(tmp_path / "answered.jsonl") == ()


def test_answers_are_counted_by_their_ids_where_they_have_them() -> None:
    records = [
        _record("One.", answer="a"),
        _record("Two.", answer="a"),
        _record("Three."),
        _record("Four."),
    ]

    assert answers_in(records) == 3


def test_a_long_answer_does_not_outweigh_the_others(libraries: dict[date, Library]) -> None:
    records = [_record(f"Statement {number}.", answer="a") for number in range(9)]

    assert len(list(answered(libraries, records))) == 4


def test_a_tool_that_was_not_recorded_cannot_be_checked(libraries: dict[date, Library]) -> None:
    cited = [{"source": "tool:fines/1", "quote": "sum: 5 EUR"}]
    result = {"tool": "fines", "version": "1", "as_of": str(DAY), "inputs": {}, "verdict": "a fine"}

    assert list(answered(libraries, [_record("It is EUR 5.", citations=cited)])) == []
    assert len(list(answered(libraries, [_record("It is EUR 5.", citations=cited, results=[result])]))) == 1


def test_a_faulty_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "answered.jsonl"
    file.write_text('{"text": "Lanterns burn oil."}')

    with pytest.raises(CorpusError, match=r"answered\.jsonl:1: citations: Field required"):
        read_answered(file)
