from datetime import date
from pathlib import Path

import pytest

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.law import Corpus
from copilot.retrieval import Searcher, SentenceTransformersEmbedder

DAY = date(2026, 1, 1)
OFFICER = Actor("officer", frozenset({EVERY_AUDIENCE}))


@pytest.fixture(scope="module")
def searcher(small_corpus: Corpus, embedder: SentenceTransformersEmbedder, indexed: Path) -> Searcher:
    return Searcher(small_corpus, embedder, indexed)


def _signal(searcher: Searcher, query: str, name: str) -> dict[str, float]:
    wordings, _, candidates = searcher.candidates(query, as_of=DAY, actor=OFFICER)
    return {
        str(wording.id): float(value)
        for wording, value in zip(wordings, candidates.signals[name], strict=True)
    }


def test_texts_of_the_act_named_are_told_from_others(searcher: Searcher) -> None:
    named = _signal(searcher, "lamps under the Lantern Act", "act named")

    assert named["lantern-act/art-2"] == 1
    assert named["policy/lamp-care/1.2"] == 0


def test_a_time_limit_counts_where_one_is_asked_for(searcher: Searcher) -> None:
    asked = _signal(searcher, "deadline to report a broken lantern", "time, as asked")
    not_asked = _signal(searcher, "report a broken lantern", "time, as asked")

    assert asked["lantern-act/art-1/2"] == 1
    assert not any(not_asked.values())


def test_a_paragraph_covers_the_words_of_all_its_points(searcher: Searcher) -> None:
    covered = _signal(searcher, "vegetable oil", "paragraph covers")

    assert covered["lantern-act/art-2"] == pytest.approx(1.0)
    assert covered["lantern-act/art-1/1"] < 1


def test_an_article_covers_the_words_of_all_its_paragraphs(searcher: Searcher) -> None:
    by_article = _signal(searcher, "broken vegetable", "article covers")
    by_paragraph = _signal(searcher, "broken vegetable", "paragraph covers")

    assert by_article["lantern-act/art-1/1"] == by_article["lantern-act/art-1/2"] > 0
    assert by_paragraph["lantern-act/art-1/1"] == 0


def test_a_paragraph_is_as_near_as_its_nearest_part(searcher: Searcher) -> None:
    paragraph = ["lantern-act/art-1/1", "lantern-act/art-1/1/a", "lantern-act/art-1/1/b"]
    near = _signal(searcher, "when does a keeper light a lantern", "near")

    as_paragraph = _signal(searcher, "when does a keeper light a lantern", "paragraph near")

    assert {as_paragraph[part] for part in paragraph} == {max(near[part] for part in paragraph)}


def test_what_a_match_refers_to_is_one_hop_away(searcher: Searcher) -> None:
    hops = _signal(searcher, "a broken lamp is reported", "referred to")

    assert hops["lantern-act/art-1/2"] > 0
    assert hops["lantern-act/art-2"] == 0
