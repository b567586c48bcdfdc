"""Answers and what holds them up: statements, the evidence they cite, and how each was checked.

::

    evidence = Evidence.gathered(corpus, provisions, results, as_of=day)
    statement = verify(Draft("Logs are kept for six months at least.", (DraftCitation(
        "eu-ai-act/art-26/6", "lasts at least six months"),)), evidence, as_of=day, actor=actor)
    statement.check.grade, statement.check.reasons
"""

from copilot.grounding.answer import Answer, Refusal, RefusalKind
from copilot.grounding.connecting import is_connecting
from copilot.grounding.evidence import Evidence, Source
from copilot.grounding.quotes import find_quote
from copilot.grounding.rendering import citable_text
from copilot.grounding.sentences import Sentence, sentences_in, without_list_number
from copilot.grounding.statement import (
    Check,
    Citation,
    Draft,
    DraftCitation,
    Finding,
    Grade,
    Outcome,
    Place,
    Statement,
)
from copilot.grounding.verify import verify

__all__ = [
    "Answer",
    "Check",
    "Citation",
    "Draft",
    "DraftCitation",
    "Evidence",
    "Finding",
    "Grade",
    "Outcome",
    "Place",
    "Refusal",
    "RefusalKind",
    "Sentence",
    "Source",
    "Statement",
    "citable_text",
    "find_quote",
    "is_connecting",
    "sentences_in",
    "verify",
    "without_list_number",
]
