from collections.abc import Sequence
from datetime import date

import numpy as np

from copilot.law import Corpus, Instrument, Period, Provision, ProvisionId
from copilot.law.provision import Placed
from copilot.retrieval.collection import Collection
from copilot.retrieval.entry import entries_of
from copilot.retrieval.listing import listed


def _collection(ids: Sequence[str]) -> Collection:
    act = Instrument.model_validate(
        {
            "id": "lamp-act",
            "title": "Lamp Act",
            "short": "Lamp Act",
            "kind": "regulation",
            "jurisdiction": "-",
            "publisher": "-",
            "status": "-",
            "versions": [{"from": "2020-01-01", "source": "-"}],
        }
    )
    wordings = (
        Provision(
            ProvisionId.parse(f"lamp-act/{unit}"), (), "", unit, Period(date(2020, 1, 1)), "digest", "-"
        )
        for unit in ids
    )
    corpus = Corpus([act], [Placed(wording, "lamp-act", 1) for wording in wordings])
    return Collection.of(entries_of(corpus), corpus)


def _shown(ids: Sequence[str], top: int, *, whole: bool = False) -> list[str]:
    """What is listed where ``ids`` are scored in this order, the best first."""
    collection = _collection(ids)
    texts = [entry.wording.text for entry in collection.entries]
    scores = np.array([-ids.index(text) for text in texts], dtype=np.float32)
    rows = listed(scores, np.arange(len(texts)), collection, top, whole=whole)
    return [texts[row] for row in rows]


def test_of_a_paragraph_only_the_best_match_is_listed() -> None:
    assert _shown(["art-1/1/b", "art-1/1", "art-1/1/a", "art-1/2"], 4) == ["art-1/1/b", "art-1/2"]


def test_an_article_takes_two_places_of_five_at_most() -> None:
    ids = ["art-1/1", "art-1/2", "art-1/3", "art-1/4", "art-2/1", "art-3/1", "art-4/1"]

    assert _shown(ids, 5) == ["art-1/1", "art-1/2", "art-2/1", "art-3/1", "art-4/1"]
    assert _shown(ids, 7)[5:] == ["art-1/3", "art-1/4"]


def test_an_article_asked_for_is_listed_whole() -> None:
    ids = ["art-1/1", "art-1/2", "art-1/3", "art-2/1"]

    assert _shown(ids, 4, whole=True) == ids


def test_where_there_is_nothing_else_an_article_fills_the_list() -> None:
    assert _shown(["art-1/1", "art-1/2", "art-1/3"], 3) == ["art-1/1", "art-1/2", "art-1/3"]
