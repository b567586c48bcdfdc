from dataclasses import replace
from datetime import date

from api.pages.reading import Leaning, Reading, called, reading_of
from copilot.actor import Actor
from copilot.law import Corpus, ProvisionId
from copilot.law.provision import Placed

TODAY = date(2026, 11, 20)


def read(corpus: Corpus, unit: str, officer: Actor, leaning: Leaning | None = None) -> Reading:
    return reading_of(
        corpus, ProvisionId.parse(unit), as_of=TODAY, actor=officer, today=TODAY, leaning=leaning
    )


def with_official(corpus: Corpus, unit: str, text: str) -> Corpus:
    found = corpus.as_of(TODAY).provision(ProvisionId.parse(unit))
    texts = [*corpus.wordings(), replace(found, layer="official", text=text)]
    return Corpus(corpus.instruments.values(), [Placed(text, "made for this test", 1) for text in texts])


def test_units_are_called_what_they_are_called_where_they_stand() -> None:
    assert called(ProvisionId.parse("lantern-act/art-1/1/a")) == "(a)"
    assert called(ProvisionId.parse("lantern-act/art-1/2/sub-2")) == "second subparagraph"


def test_an_article_is_read_unit_by_unit(small_corpus: Corpus, officer: Actor) -> None:
    reading = read(small_corpus, "lantern-act/art-1", officer)

    assert [(unit.name, unit.depth) for unit in reading.units] == [
        ("Art. 1", 0),
        ("(1)", 1),
        ("(a)", 2),
        ("(b)", 2),
        ("(2)", 1),
    ]
    assert not reading.both


def test_a_point_comes_with_its_lead_in(small_corpus: Corpus, officer: Actor) -> None:
    (above,) = read(small_corpus, "lantern-act/art-1/1/b", officer).above

    assert above.name == "Art. 1(1)"


def test_the_publishers_words_stand_beside_ours_and_are_marked_there(
    small_corpus: Corpus, officer: Actor
) -> None:
    corpus = with_official(small_corpus, "lantern-act/art-2", "No oil but that of plants may burn.")

    reading = read(corpus, "lantern-act/art-2", officer, Leaning("that of plants", "official"))

    (unit,) = reading.units
    assert reading.both
    assert [piece.text for piece in unit.official if piece.marked] == ["that of plants"]
    assert not any(piece.marked for piece in unit.digest)


def test_words_of_a_layer_that_is_not_held_are_not_found(small_corpus: Corpus, officer: Actor) -> None:
    reading = read(small_corpus, "lantern-act/art-2", officer, Leaning("vegetable oil", "official"))

    assert reading.leaned is not None
    assert not reading.leaned.found
    assert "".join(piece.text for piece in reading.units[0].digest) == "Only vegetable oil may be burnt."
