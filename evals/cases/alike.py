"""Finds questions that ask the same in nearly the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

import Stemmer

from evals.cases.case import Case
from evals.cases.words import plain

_ALIKE = 0.8
_WORD = re.compile(r"[^\W_]+")
_STEMS = Stemmer.Stemmer("english")
_IDLE = frozenset(
    """a an and are as at be by can do does for from has have how i if in is it its must of on or our shall
    should that the their there they this to under us was we what when where which who whom whose why will
    with you your""".split()
)


def alike(first: str, second: str) -> bool:
    """Whether two questions share nearly all of their telling words."""
    one, other = _telling(first), _telling(second)
    shared = len(one & other)
    return shared >= _ALIKE * (len(one) + len(other) - shared)


def alike_among(cases: Sequence[Case], twins: Iterable[frozenset[str]] = ()) -> Iterator[tuple[Case, Case]]:
    """Every two cases that ask alike, but for those whose ids are named as twins."""
    allowed = set(twins)
    for one, other in combinations(cases, 2):
        if frozenset((one.id, other.id)) not in allowed and alike(one.question, other.question):
            yield one, other


@lru_cache(maxsize=4096)
def _telling(question: str) -> frozenset[str]:
    words = _WORD.findall(plain(question))
    telling = [word for word in words if word not in _IDLE]
    return frozenset(_STEMS.stemWords(telling or words))
