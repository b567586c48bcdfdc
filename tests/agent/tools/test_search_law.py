from copilot.actor import Actor
from copilot.agent.asking import Asking
from copilot.agent.tools.search_law import SEARCH_LAW
from copilot.law import Corpus
from copilot.retrieval import Searcher
from tests.agent.tools.conftest import ids
from tests.conftest import TODAY


def found(query: str, actor: Actor, corpus: Corpus, searcher: Searcher) -> list[str]:
    asking = Asking(actor, corpus.as_of(TODAY), corpus.as_of(TODAY, layer="official"), searcher)
    return ids(SEARCH_LAW.gather(SEARCH_LAW.arguments(query=query), asking))


def test_the_match_comes_first_and_its_whole_paragraph_with_it(
    small_corpus: Corpus, searcher: Searcher, officer: Actor
) -> None:
    assert found("When are lanterns lit at dusk?", officer, small_corpus, searcher)[:3] == [
        "lantern-act/art-1/1",
        "lantern-act/art-1/1/a",
        "lantern-act/art-1/1/b",
    ]


def test_what_the_actor_may_not_see_is_not_found(small_corpus: Corpus, searcher: Searcher) -> None:
    clerk = Actor("clerk", frozenset())

    assert not [one for one in found("watch list", clerk, small_corpus, searcher) if "watch-list" in one]
