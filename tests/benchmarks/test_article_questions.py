import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.article_questions import passages_in_force, read_article_questions
from copilot.errors import CorpusError
from copilot.law import Corpus


def _file(folder: Path, *records: object) -> Path:
    file = folder / "questions.json"
    file.write_text(json.dumps(records))
    return file


def test_the_article_is_found_where_it_or_a_part_of_it_stands(small_corpus: Corpus, tmp_path: Path) -> None:
    file = _file(tmp_path, {"question": "When is it lit?", "answer": "At dusk.", "relevant_article": 1})

    (question,) = read_article_questions(file, "lantern-act", small_corpus)

    assert question.text == "When is it lit?"
    assert question.rank_in(["lantern-act/art-2", "lantern-act/art-1/1/a"]) == 2
    assert question.rank_in(["lantern-act/art-1"]) == 1
    assert question.rank_in(["lantern-act/art-2", "policy/watch-list/1"]) is None


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"question": "Who?", "relevant_article": 99}, "record 2: lantern-act has no lantern-act/art-99"),
        ({"question": "Who?"}, "record 2: relevant_article: Field required"),
    ],
)
def test_a_record_that_cannot_be_judged_is_named(
    record: object, said: str, small_corpus: Corpus, tmp_path: Path
) -> None:
    file = _file(tmp_path, {"question": "When?", "relevant_article": 1}, record)

    with pytest.raises(CorpusError, match=said):
        read_article_questions(file, "lantern-act", small_corpus)


def test_the_kits_get_what_is_in_force_on_the_day_in_its_context(small_corpus: Corpus) -> None:
    before, after = (
        {passage.id: passage.text for passage in passages_in_force(small_corpus, day)}
        for day in (date(2025, 6, 30), date(2025, 7, 1))
    )

    assert "within 14 days" in before["lantern-act/art-1/2"]
    assert "within 3 days" in after["lantern-act/art-1/2"]
    assert after["lantern-act/art-1/2"].startswith("Lantern Act Art. 1(2)\nChapter I")
    assert all(text.strip() for text in after.values())
