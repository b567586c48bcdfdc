from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from copilot.agent.intake.samples import shipped_samples, vectors_of
from copilot.errors import MachineError
from copilot.law import ProvisionId, load_corpus
from copilot.retrieval import Progress, Vectors
from copilot.rules.ai_act import system_from


class _Counting:
    """An embedder that counts what it is asked for."""

    model = "counting"

    def __init__(self) -> None:
        self.asked = 0

    def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
        raise AssertionError("samples are embedded like questions, one by one")

    def embed_query(self, text: str) -> Vectors:
        self.asked += 1
        return np.full(2, len(text), np.float32)


def test_vectors_are_made_once(tmp_path: Path) -> None:
    embedder = _Counting()

    first = vectors_of(("a", "bb"), embedder, tmp_path)
    second = vectors_of(("a", "bb"), embedder, tmp_path)

    assert embedder.asked == 2
    assert first.tolist() == second.tolist() == [[1, 1], [2, 2]]


def test_other_texts_are_made_anew_and_the_old_removed(tmp_path: Path) -> None:
    vectors_of(("a", "bb"), _Counting(), tmp_path)

    assert vectors_of(("a", "ccc"), _Counting(), tmp_path).tolist() == [[1, 1], [3, 3]]
    assert len(list(tmp_path.iterdir())) == 1


def test_a_broken_file_is_made_anew(tmp_path: Path) -> None:
    vectors_of(("a",), _Counting(), tmp_path)
    next(tmp_path.iterdir()).write_bytes(b"broken")

    assert vectors_of(("a",), _Counting(), tmp_path).tolist() == [[1, 1]]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(MachineError, match="cannot be written"):
        vectors_of(("a",), _Counting(), tmp_path / "file")


def test_every_sample_falls_under_a_provision_and_proposes_facts_that_can_be_told() -> None:
    held = {wording.id for wording in load_corpus(policies=None).wordings()}
    for samples in shipped_samples().provisions:
        provision = ProvisionId.parse(f"eu-ai-act/{samples.provision}")
        assert any(one.within(provision) for one in held)
        for fact, value in samples.proposes.items():
            topic, _, name = fact.partition(".")
            system_from({topic: {name: value if isinstance(value, bool) else list(value)}}, "a sample")
