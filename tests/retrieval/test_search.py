from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from copilot.actor import Actor
from copilot.errors import IndexOutdated, IndexUnavailable
from copilot.law import Corpus
from copilot.retrieval import Progress, Searcher, SentenceTransformersEmbedder, Vectors


@pytest.fixture(scope="module")
def searcher(small_corpus: Corpus, embedder: SentenceTransformersEmbedder, indexed: Path) -> Searcher:
    return Searcher(small_corpus, embedder, indexed)


def _ids(searcher: Searcher, query: str, day: date, actor: Actor, top: int = 20) -> list[str]:
    return [str(hit.provision.id) for hit in searcher.search(query, as_of=day, actor=actor, top=top)]


def test_the_provision_meant_comes_first(searcher: Searcher, officer: Actor) -> None:
    found = _ids(searcher, "which fuel is allowed?", date(2026, 1, 1), officer)

    assert found[0] == "lantern-act/art-2"


@pytest.mark.parametrize(("day", "said"), [(date(2025, 6, 30), "14 days"), (date(2025, 7, 1), "3 days")])
def test_only_the_wording_of_the_day_is_found(
    day: date, said: str, searcher: Searcher, officer: Actor
) -> None:
    (found,) = searcher.search(
        "how soon must a broken lantern be reported?", as_of=day, actor=officer, top=1
    )

    assert said in found.provision.text
    assert found.score > 0
    assert found.why


def test_before_any_law_nothing_is_found(searcher: Searcher, officer: Actor) -> None:
    assert _ids(searcher, "lantern", date(1999, 1, 1), officer) == []


def test_a_closed_policy_is_found_by_its_audience_only(searcher: Searcher, officer: Actor) -> None:
    day, query = date(2026, 1, 1), "glass thieves in Vine Street"
    closed = {"policy/watch-list/1.1", "policy/watch-list/1.1/a"}

    assert closed <= set(_ids(searcher, query, day, officer))
    assert closed <= set(_ids(searcher, query, day, Actor("sergeant", frozenset({"control-room"}))))
    assert not closed & set(_ids(searcher, query, day, Actor("keeper", frozenset())))
    assert not closed & set(_ids(searcher, query, day, Actor("clerk", frozenset({"compliance"}))))


def test_a_question_without_words_finds_nothing(searcher: Searcher, officer: Actor) -> None:
    assert _ids(searcher, "  ", date(2026, 1, 1), officer) == []


def test_without_an_index_there_is_no_searcher(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, tmp_path: Path
) -> None:
    with pytest.raises(IndexUnavailable, match="no index yet"):
        Searcher(small_corpus, embedder, tmp_path)


@pytest.mark.parametrize(
    "query",
    [
        "What does Art. 1(2) Lantern Act say?",
        "lantern act article 1 (2)",
        "Article\u202f1(2) Lantern\u00a0Act",
    ],
)
def test_a_provision_that_is_named_comes_first(query: str, searcher: Searcher, officer: Actor) -> None:
    (found,) = searcher.search(query, as_of=date(2026, 1, 1), actor=officer, top=1)

    assert str(found.provision.id) == "lantern-act/art-1/2"
    assert found.why.startswith("you named it")


def test_a_match_says_which_words_it_shares(searcher: Searcher, officer: Actor) -> None:
    (found,) = searcher.search("may vegetable oil be burnt?", as_of=date(2026, 1, 1), actor=officer, top=1)

    assert "same words: vegetable, oil, burnt" in found.why


def test_a_very_long_question_is_answered_by_its_beginning(searcher: Searcher, officer: Actor) -> None:
    found = searcher.search("vegetable oil " * 10_000, as_of=date(2026, 1, 1), actor=officer, top=1)

    assert str(found[0].provision.id) == "lantern-act/art-2"


def test_a_unit_named_is_found_once_with_its_parts_beside_it(searcher: Searcher, officer: Actor) -> None:
    found = searcher.search(
        "what does Art. 1(1) Lantern Act say", as_of=date(2026, 1, 1), actor=officer, top=20
    )

    assert str(found[0].provision.id) == "lantern-act/art-1/1"
    assert [str(part.id) for part in found[0].paragraph] == [
        "lantern-act/art-1/1",
        "lantern-act/art-1/1/a",
        "lantern-act/art-1/1/b",
    ]
    assert not {"lantern-act/art-1/1/a", "lantern-act/art-1/1/b"} & {str(hit.provision.id) for hit in found}


def test_a_point_is_found_with_the_paragraph_it_stands_in(searcher: Searcher, officer: Actor) -> None:
    (found,) = searcher.search(
        "what does Art. 1(1)(b) Lantern Act say", as_of=date(2026, 1, 1), actor=officer, top=1
    )

    assert str(found.provision.id) == "lantern-act/art-1/1/b"
    assert [part.label for part in found.paragraph] == ["Art. 1(1)", "Art. 1(1)(a)", "Art. 1(1)(b)"]


def test_an_article_without_its_act_may_be_meant(searcher: Searcher, officer: Actor) -> None:
    (found,) = searcher.search(
        "what may inspectors do by Article 3?", as_of=date(2026, 1, 1), actor=officer, top=1
    )

    assert str(found.provision.id) == "lantern-act/art-3"
    assert found.why.startswith("it has the number you named")


def test_the_title_of_an_article_is_found(searcher: Searcher, officer: Actor) -> None:
    assert _ids(searcher, "inspectors", date(2026, 1, 1), officer)[0] == "lantern-act/art-3"


def test_a_model_that_changed_behind_its_name_is_noticed(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, indexed: Path, officer: Actor
) -> None:
    class Shorter:
        model = embedder.model

        def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
            return embedder.embed(texts, progress)[:, :100]

        def embed_query(self, text: str) -> Vectors:
            return embedder.embed_query(text)[:100]

    searcher = Searcher(small_corpus, Shorter(), indexed)

    with pytest.raises(IndexOutdated, match="vectors of 100 numbers"):
        searcher.search("oil", as_of=date(2026, 1, 1), actor=officer, top=1)
