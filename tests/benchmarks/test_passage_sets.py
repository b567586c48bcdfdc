import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from benchmarks.passage_sets import PassageSet, read_passage_set
from copilot.errors import CorpusError

PASSAGES = [
    {"DocumentID": 1, "PassageID": "1.", "Passage": "LAMPS"},
    {"DocumentID": 1, "PassageID": "1.1.(1)", "Passage": "A keeper lights each lamp."},
    {"DocumentID": 1, "PassageID": "1.1.(1)", "Passage": "The same key once more."},
    {"DocumentID": 1, "PassageID": "1.1.1", "Passage": "Another id that reads alike."},
    {"DocumentID": 1, "PassageID": "1.2", "Passage": "  "},
    {"DocumentID": "B/2", "PassageID": "§", "Passage": "Oil is kept dry."},
]
QUESTIONS = [
    {
        "Question": "Who lights it?",
        "Passages": [{"DocumentID": 1, "PassageID": "1.1.(1)"}, {"DocumentID": 1, "PassageID": "9"}],
    },
    {"Question": "What is nowhere?", "Passages": [{"DocumentID": 1, "PassageID": "1.2"}]},
    {"Question": "Where is oil?", "Passages": [{"DocumentID": "B/2", "PassageID": "§"}]},
]


def _written(folder: Path, passages: object, questions: object) -> tuple[Path, Path]:
    documents, asked = folder / "documents", folder / "questions.json"
    documents.mkdir()
    (documents / "1.json").write_text(json.dumps(passages))
    asked.write_text(json.dumps(questions))
    return documents, asked


@pytest.fixture
def read(tmp_path: Path) -> PassageSet:
    return read_passage_set(*_written(tmp_path, PASSAGES, QUESTIONS))


def test_passages_get_ids_and_the_headings_above_them(read: PassageSet) -> None:
    held = {passage.id: passage for passage in read.passages}

    assert list(held) == ["document-1/1", "document-1/1-1-1", "document-1/1-1-1-no2", "document-b-2/whole"]
    assert held["document-1/1-1-1"].headings == ("LAMPS",)
    assert held["document-1/1-1-1"].text == "A keeper lights each lamp."


def test_a_question_without_an_answer_is_left_out_and_the_others_keep_their_number(
    read: PassageSet,
) -> None:
    assert [(question.id, question.answers) for question in read.questions] == [
        ("0", {"document-1/1-1-1"}),
        ("2", {"document-b-2/whole"}),
    ]


def test_a_sample_holds_what_answers_its_questions(read: PassageSet) -> None:
    sample = read.sample(2, 1, seed=3)

    (question,) = sample.questions
    assert len(sample.passages) == 2
    assert question.answers <= {passage.id for passage in sample.passages}
    assert read.sample(2, 1, seed=3) == sample


def test_a_zip_reads_like_a_folder(read: PassageSet, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "set.zip", "w") as archive:
        archive.write(tmp_path / "documents" / "1.json", "deep/1.json")
        archive.writestr("__MACOSX/1.json", "no JSON")

    assert read_passage_set(tmp_path / "set.zip", tmp_path / "questions.json") == read


@pytest.mark.parametrize(
    ("passages", "questions", "said"),
    [
        ([{"DocumentID": 1, "PassageID": "1"}], QUESTIONS, r"1\.json: record 1: Passage: Field required"),
        ({"DocumentID": 1}, QUESTIONS, r"1\.json: this is no list"),
        (PASSAGES, [{"Question": "Who?"}], r"questions\.json: record 1: Passages: Field required"),
        (
            PASSAGES,
            [QUESTIONS[0], {"Question": "?", "Passages": [{}]}],
            r"record 2: Passages\.0\.DocumentID",
        ),
        (PASSAGES, [QUESTIONS[1]], r"questions\.json: there is no question"),
        ([], QUESTIONS, r"documents: there is no passage"),
    ],
)
def test_what_is_malformed_is_named_with_file_and_place(
    passages: object, questions: object, said: str, tmp_path: Path
) -> None:
    with pytest.raises(CorpusError, match=said):
        read_passage_set(*_written(tmp_path, passages, questions))


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    documents, asked = _written(tmp_path, PASSAGES, QUESTIONS)
    (tmp_path / "broken.zip").write_text("no zip")
    (tmp_path / "broken.json").write_text("{")

    with pytest.raises(CorpusError, match=r"gone\.zip: there is no such file"):
        read_passage_set(tmp_path / "gone.zip", asked)
    with pytest.raises(CorpusError, match=r"broken\.zip: it is no folder and no zip"):
        read_passage_set(tmp_path / "broken.zip", asked)
    with pytest.raises(CorpusError, match=r"gone\.json: the file cannot be read: No such file"):
        read_passage_set(documents, tmp_path / "gone.json")
    with pytest.raises(CorpusError, match=r"broken\.json: this is no JSON"):
        read_passage_set(documents, tmp_path / "broken.json")
