from datetime import date
from pathlib import Path

import pytest

from copilot.actor import Actor
from copilot.errors import CorpusError
from copilot.law import Corpus, ProvisionId, load_corpus
from copilot.retrieval import Searcher, SentenceTransformersEmbedder
from evals import Question, find_all, finding, read_questions

DAY = date(2026, 1, 1)


def _question(asked: str, expects: str) -> Question:
    return Question(id="q", question=asked, as_of=DAY, expects=(ProvisionId.parse(expects),))


@pytest.mark.parametrize(
    ("expects", "found"),
    [
        ("lantern-act/art-2", True),
        ("lantern-act", True),
        ("policy/watch-list/1.1/z", False),
        ("neon-act", False),
    ],
)
def test_a_question_is_met_by_what_it_expects_and_nothing_else(
    expects: str,
    found: bool,
    small_corpus: Corpus,
    embedder: SentenceTransformersEmbedder,
    indexed: Path,
    officer: Actor,
) -> None:
    searcher = Searcher(small_corpus, embedder, indexed)

    (verdict,) = find_all([_question("which oil is allowed", expects)], searcher, officer)

    assert (verdict.rank is not None) is found


def test_every_question_expects_provisions_that_are_held_on_its_day() -> None:
    corpus = load_corpus(policies=None)

    lost = [
        (question.id, str(wanted))
        for question in read_questions()
        for wanted in question.expects
        if not any(wording.id.within(wanted) for wording in corpus.as_of(question.as_of))
    ]
    assert lost == []


def test_a_malformed_question_is_named_with_its_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "questions.jsonl").write_text('\n{"id": "x"}\n')
    monkeypatch.setattr(finding, "files", lambda package: tmp_path)

    with pytest.raises(CorpusError, match=r"questions\.jsonl:2: question: Field required"):
        read_questions()
