"""Faithful statements to alter: sentences of the corpus, of answers, on tools' results, and paraphrases."""

from evals.mutation.statements.answered import Answered, answered, answers_in, read_answered
from evals.mutation.statements.gathered import Library
from evals.mutation.statements.paraphrases import Paraphrase, paraphrased, read_paraphrases
from evals.mutation.statements.sentences import corpus_sentences
from evals.mutation.statements.tool_results import tool_statements

__all__ = [
    "Answered",
    "Library",
    "Paraphrase",
    "answered",
    "answers_in",
    "corpus_sentences",
    "paraphrased",
    "read_answered",
    "read_paraphrases",
    "tool_statements",
]
