"""Recall, average precision and nDCG of what was found, as TREC computes them, question by question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ir_measures
import numpy as np
from ir_measures import AP, R, nDCG

from benchmarks.contestants import TOP
from benchmarks.intervals import Values
from benchmarks.passage_sets import Question

_MEASURES = {f"Recall@{TOP}": R @ TOP, f"AP@{TOP}": AP @ TOP, f"nDCG@{TOP}": nDCG @ TOP}


def by_question(questions: Sequence[Question], found: Sequence[Sequence[str]]) -> Mapping[str, Values]:
    """For each measure a value a question, in their order; what is found counts by its place."""
    truth = [ir_measures.Qrel(question.id, key, 1) for question in questions for key in question.answers]
    run = [
        ir_measures.ScoredDoc(question.id, key, -rank)
        for question, keys in zip(questions, found, strict=True)
        for rank, key in enumerate(keys)
    ]
    values = {name: dict.fromkeys((question.id for question in questions), 0.0) for name in _MEASURES}
    names = {str(measure): name for name, measure in _MEASURES.items()}
    for metric in ir_measures.iter_calc(list(_MEASURES.values()), truth, run):
        values[names[str(metric.measure)]][metric.query_id] = metric.value
    return {name: np.array(list(held.values())) for name, held in values.items()}
