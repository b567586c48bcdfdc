"""What is closed to an actor leaves no trace: the index with it answers like an index without it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.actor import Actor
from copilot.law import Corpus, load_corpus
from copilot.retrieval import Found, Searcher, SentenceTransformersEmbedder, build_index, silently

DAY = date(2026, 1, 1)
WORDS = (
    "glass thieves Vine Street constable lamp lantern oil report broken watch list policy keeper week Article 1"
).split()


@pytest.fixture(scope="module")
def with_closed(small_corpus: Corpus, embedder: SentenceTransformersEmbedder, indexed: Path) -> Searcher:
    return Searcher(small_corpus, embedder, indexed)


@pytest.fixture(scope="module")
def without_closed(
    texts: Path, embedder: SentenceTransformersEmbedder, tmp_path_factory: pytest.TempPathFactory
) -> Searcher:
    """The same texts, but for the policy that is closed."""
    open_only, data = tmp_path_factory.mktemp("policies"), tmp_path_factory.mktemp("data")
    (open_only / "lamp-care.md").write_text((texts / "policies" / "lamp-care.md").read_text())
    corpus = load_corpus(policies=open_only, texts=texts)
    build_index(corpus, embedder, data, silently, anew=False)
    return Searcher(corpus, embedder, data)


def _shown(found: tuple[Found, ...]) -> list[tuple[str, float, str]]:
    return [(str(hit.provision.id), round(hit.score, 4), hit.why) for hit in found]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.integers(1, 20))
@settings(max_examples=80, deadline=None)
def test_ids_scores_and_reasons_are_those_of_an_index_without_what_is_closed(
    with_closed: Searcher, without_closed: Searcher, words: list[str], top: int
) -> None:
    query, keeper = " ".join(words), Actor("keeper", frozenset({"wardens"}))

    seen = with_closed.search(query, as_of=DAY, actor=keeper, top=top)

    assert _shown(seen) == _shown(without_closed.search(query, as_of=DAY, actor=keeper, top=top))
    assert not any(hit.provision.audience for hit in seen)
