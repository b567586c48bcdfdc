from benchmarks.contestants import Passage
from benchmarks.made_passages import of_size

REAL = [
    Passage("act/a", (), "Lamps are lit at dusk. They are put out at dawn."),
    Passage("act/b", (), "Oil is kept dry; water is kept away."),
    Passage("act/c", (), "A keeper reports"),
]
SENTENCES = {"Lamps are lit at dusk.", "They are put out at dawn.", "Oil is kept dry;", "water is kept away.",
             "A keeper reports"}  # fmt: skip


def test_a_smaller_set_is_a_sample_of_the_real_one() -> None:
    passages = of_size(REAL, 2, seed=1)

    assert len(set(passages)) == 2
    assert set(passages) <= set(REAL)


def test_a_larger_set_begins_with_the_real_one_and_goes_on_with_its_sentences() -> None:
    passages = of_size(REAL, 50, seed=1)

    made = passages[len(REAL) :]
    assert list(passages[: len(REAL)]) == REAL
    assert len({passage.id for passage in passages}) == 50
    assert all(any(passage.text.startswith(sentence) for sentence in SENTENCES) for passage in made)
    assert {passage.text for passage in made} - {passage.text for passage in REAL}


def test_the_same_seed_makes_the_same_set() -> None:
    assert of_size(REAL, 20, seed=1) == of_size(REAL, 20, seed=1) != of_size(REAL, 20, seed=2)
