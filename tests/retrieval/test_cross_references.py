from datetime import date
from pathlib import Path

import numpy as np
import pytest

from copilot.errors import IndexCorrupt
from copilot.law import Corpus
from copilot.retrieval.cross_references import CrossReferences
from copilot.retrieval.entry import entries_of

DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def references(small_corpus: Corpus) -> CrossReferences:
    return CrossReferences.build(entries_of(small_corpus), small_corpus.instruments.values())


def _gains(references: CrossReferences, corpus: Corpus, leading: str) -> dict[str, float]:
    """What every entry gains where one entry leads the others."""
    entries = entries_of(corpus)
    scores = np.array([entry.key.startswith(leading) for entry in entries], dtype=np.float32)
    visible = np.array([DAY in entry.wording.in_force for entry in entries])
    gains = references.towards(visible, scores)
    return {entry.key.partition("@")[0]: float(gain) for entry, gain in zip(entries, gains, strict=True)}


def test_what_a_leading_text_refers_to_gains(references: CrossReferences, small_corpus: Corpus) -> None:
    gains = _gains(references, small_corpus, "policy/lamp-care/1.2")

    assert gains["lantern-act/art-1/2"] > 0
    assert gains["lantern-act/art-2"] == 0


def test_the_further_down_a_text_stands_the_less_it_gives(
    references: CrossReferences, small_corpus: Corpus
) -> None:
    leading = _gains(references, small_corpus, "policy/lamp-care/1.2")
    trailing = _gains(references, small_corpus, "lantern-act")

    assert leading["lantern-act/art-1/2"] > trailing["lantern-act/art-1/2"] > 0


def test_saved_references_are_the_same(references: CrossReferences, tmp_path: Path) -> None:
    references.save(tmp_path)

    again = CrossReferences.open(tmp_path)

    assert np.array_equal(again.starts, references.starts)
    assert np.array_equal(again.targets, references.targets)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "references.npz").write_bytes(b"no array")

    with pytest.raises(IndexCorrupt, match="cannot be read"):
        CrossReferences.open(tmp_path)
