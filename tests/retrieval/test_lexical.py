from pathlib import Path

import numpy as np
import pytest

from copilot.errors import IndexCorrupt
from copilot.law import Corpus
from copilot.law.references import InstrumentNames
from copilot.retrieval.entry import entries_of
from copilot.retrieval.everyday import EverydayWords
from copilot.retrieval.lexical import LexicalIndex
from copilot.retrieval.question import Question, read_question


@pytest.fixture(scope="module")
def index(small_corpus: Corpus) -> LexicalIndex:
    return LexicalIndex.build(entries_of(small_corpus))


def _asked(text: str) -> Question:
    return read_question(text, InstrumentNames.of(()), EverydayWords({}))


def _best(index: LexicalIndex, corpus: Corpus, query: str) -> str:
    entries = entries_of(corpus)
    scores = index.scores(_asked(query), np.ones(len(entries), dtype=np.bool_))
    return entries[int(scores.argmax())].key


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("vegetable oil", "lantern-act/art-2@2020-01-01@digest"),
        ("lighting duties", "lantern-act/art-1/1@2020-01-01@digest"),
        ("inspecting a lamp store", "lantern-act/art-3@2025-07-01@digest"),
    ],
)
def test_words_are_found_in_any_form(
    query: str, key: str, index: LexicalIndex, small_corpus: Corpus
) -> None:
    assert _best(index, small_corpus, query) == key


def test_an_unknown_word_scores_nothing(index: LexicalIndex, small_corpus: Corpus) -> None:
    everything = np.ones(len(entries_of(small_corpus)), dtype=np.bool_)

    assert not index.scores(_asked("xylophone the of"), everything).any()
    assert not index.scores(_asked(""), everything).any()


def test_what_is_not_visible_scores_nothing_and_changes_nothing(
    index: LexicalIndex, small_corpus: Corpus
) -> None:
    entries = entries_of(small_corpus)
    visible = np.array(["watch-list" not in entry.key for entry in entries])
    alone = LexicalIndex.build([entry for entry in entries if "watch-list" not in entry.key])

    scores = index.scores(_asked("a lamp in Vine Street"), visible)

    assert not scores[~visible].any()
    assert np.allclose(
        scores[visible],
        alone.scores(_asked("a lamp in Vine Street"), np.ones(visible.sum(), dtype=np.bool_)),
    )


def test_a_saved_index_scores_the_same(index: LexicalIndex, small_corpus: Corpus, tmp_path: Path) -> None:
    everything = np.ones(len(entries_of(small_corpus)), dtype=np.bool_)

    index.save(tmp_path)

    again = LexicalIndex.open(tmp_path)
    assert np.array_equal(
        again.scores(_asked("broken lantern"), everything),
        index.scores(_asked("broken lantern"), everything),
    )


def test_a_broken_file_is_named(index: LexicalIndex, tmp_path: Path) -> None:
    index.save(tmp_path)
    (tmp_path / "own.npz").write_bytes(b"no array")

    with pytest.raises(IndexCorrupt, match="cannot be read"):
        LexicalIndex.open(tmp_path)


def test_a_group_is_read_as_one_text(index: LexicalIndex, small_corpus: Corpus) -> None:
    entries = entries_of(small_corpus)
    everything = np.ones(len(entries), dtype=np.bool_)
    acts = [entry.wording.instrument for entry in entries]
    groups = np.array([acts.index(act) for act in acts], dtype=np.int32)

    scores = index.group_scores(_asked("glass thieves"), everything, groups)

    best = {acts[place] for place in np.flatnonzero(scores == scores.max())}
    assert best == {"policy/watch-list"}


def test_a_group_covers_the_words_that_any_of_its_texts_has(
    index: LexicalIndex, small_corpus: Corpus
) -> None:
    entries = entries_of(small_corpus)
    everything = np.ones(len(entries), dtype=np.bool_)
    together = np.zeros(len(entries), dtype=np.int32)

    assert index.group_coverage(_asked("vegetable thieves"), everything, together)[0] == pytest.approx(1.0)
    assert index.group_coverage(_asked("vegetable xylophone"), everything, together)[0] < 1.0
