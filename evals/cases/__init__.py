"""The cases that answers are judged by: golden questions, time flips, and refusals with their answerable twins.

A firm keeps its own in a folder of the same form::

    cases = read_cases(folder)
    check_cases(cases, load_corpus(policies=settings.policies))

``python -m evals.cases [FOLDER]`` does both. A faulty line is named with its file, its number and the field.
"""

from evals.cases.case import Case, Pinpoint, Place
from evals.cases.checking import check_cases
from evals.cases.question import Golden, Nugget
from evals.cases.reading import (
    Cases,
    read_cases,
    read_golden,
    read_matched,
    read_refusals,
    read_time_flips,
)
from evals.cases.refusal import Answerable, Refusal
from evals.cases.time_flip import Side, TimeFlip
from evals.cases.words import says, says_all

__all__ = [
    "Answerable",
    "Case",
    "Cases",
    "Golden",
    "Nugget",
    "Pinpoint",
    "Place",
    "Refusal",
    "Side",
    "TimeFlip",
    "check_cases",
    "read_cases",
    "read_golden",
    "read_matched",
    "read_refusals",
    "read_time_flips",
    "says",
    "says_all",
]
