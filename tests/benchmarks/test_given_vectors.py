from pathlib import Path

import numpy as np
import pytest

from benchmarks.given_vectors import KnownVectors, MadeVectors, read_vectors, write_for_making, write_known

REAL = np.eye(6, 8, dtype=np.float32)


def test_a_made_vector_is_a_unit_vector_near_a_real_one() -> None:
    made = MadeVectors(REAL).of([f"passage {number}" for number in range(200)])

    nearest = (made @ REAL.T).max(axis=1)
    assert made.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(made, axis=1), 1, rtol=1e-5)
    assert nearest.min() >= 2 / np.sqrt(5) - 1e-4  # two thirds of one and one third of another, scaled
    assert len(np.unique(made, axis=0)) > 150


def test_the_words_decide_and_not_the_order() -> None:
    made = MadeVectors(REAL)

    np.testing.assert_array_equal(made.of(["a", "b"]), made.of(["b", "a"])[::-1])
    assert made.of([]).shape == (0, 8)


def test_made_ones_are_read_as_they_were_written(tmp_path: Path) -> None:
    read = read_vectors(write_for_making(tmp_path / "vectors.npz", REAL))

    np.testing.assert_array_equal(read.of(["a", "b"]), MadeVectors(REAL).of(["a", "b"]))


def test_known_ones_go_with_their_words_and_no_others(tmp_path: Path) -> None:
    read = read_vectors(write_known(tmp_path / "vectors.npz", ["a", "b", "c"], REAL[:3]))

    assert isinstance(read, KnownVectors)
    np.testing.assert_array_equal(read.of(["c", "a", "a"]), REAL[[2, 0, 0]])
    with pytest.raises(KeyError):
        read.of(["d"])
