"""From scored candidates to the list a person reads: no paragraph twice, no article filling it."""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from copilot.retrieval.collection import Collection
from copilot.retrieval.lexical import Scores

_PAGE, _OF_ONE_ARTICLE = 5, 2


def listed(
    scores: Scores, places: NDArray[np.intp], collection: Collection, top: int, *, whole: bool
) -> list[int]:
    """The rows of the candidates to show, the best first.

    Of each paragraph the best match alone; of one article at most two among five, unless ``whole``
    articles were asked for by name.
    """
    kept: list[int] = []
    paragraphs: set[int] = set()
    articles: Counter[int] = Counter()
    order = [int(row) for row in np.argsort(-scores.round(6), kind="stable")]
    while (
        len(kept) < top
        and (row := _next(order, articles, len(kept), places, collection, whole)) is not None
    ):
        order.remove(row)
        if (paragraph := int(collection.paragraphs[places[row]])) in paragraphs:
            continue
        paragraphs.add(paragraph)
        articles[int(collection.articles[places[row]])] += 1
        kept.append(row)
    return kept


def _next(
    order: list[int],
    articles: Counter[int],
    shown: int,
    places: NDArray[np.intp],
    collection: Collection,
    whole: bool,
) -> int | None:
    """The best row left whose article has room among the five now being filled, or else the best left."""
    room = _OF_ONE_ARTICLE * (1 + shown // _PAGE)
    fitting = (row for row in order if whole or articles[int(collection.articles[places[row]])] < room)
    return next(fitting, order[0] if order else None)
