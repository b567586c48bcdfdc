from datetime import date
from pathlib import Path

import pytest

from copilot.actor import Actor
from copilot.law import Corpus
from copilot.retrieval import Found, Searcher, SentenceTransformersEmbedder

DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def searcher(small_corpus: Corpus, embedder: SentenceTransformersEmbedder, indexed: Path) -> Searcher:
    return Searcher(small_corpus, embedder, indexed)


def _found(searcher: Searcher, query: str, officer: Actor) -> tuple[Found, ...]:
    return searcher.search(query, as_of=DAY, actor=officer, top=5)


def test_one_place_of_an_article_named_in_passing_comes_first(searcher: Searcher, officer: Actor) -> None:
    first, second, *_ = _found(searcher, "which oil burns in the lantern of Art. 1 Lantern Act?", officer)

    assert str(first.provision.id).startswith("lantern-act/art-1/")
    assert str(second.provision.id) == "lantern-act/art-2"


def test_an_article_to_be_read_comes_whole(searcher: Searcher, officer: Actor) -> None:
    first, second, *_ = _found(searcher, "show me Art. 1 Lantern Act", officer)

    assert all(str(hit.provision.id).startswith("lantern-act/art-1/") for hit in (first, second))
    assert first.why.startswith("you named it")


def test_a_number_means_the_act_that_the_question_is_about(searcher: Searcher, officer: Actor) -> None:
    (first, *_) = _found(searcher, "may inspectors enter under Article 3?", officer)

    assert str(first.provision.id) == "lantern-act/art-3"
    assert first.why.startswith("it has the number you named")


def test_where_nothing_is_named_nothing_is_said_of_it(searcher: Searcher, officer: Actor) -> None:
    assert not any("named" in hit.why for hit in _found(searcher, "vegetable oil", officer))
