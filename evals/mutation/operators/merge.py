"""Two provisions run together: the actor of one, the duty of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from copilot.grounding import DraftCitation, sentences_in
from evals.mutation.editing import described
from evals.mutation.neighbours import elsewhere, siblings
from evals.mutation.statement_under_test import Altered, StatementUnderTest
from evals.mutation.wording import PARTY

_RULE = re.compile(
    r"^(?P<subject>(?:[\w’'()-]+ ){0,12}?[\w’'()-]+) (?P<force>shall|must|may|has to|have to) "
    r"(?P<duty>(?!be such|include |contain |consist |concern |cover )[a-z].{25,}\.)$"
)
_ACTOR = re.compile(rf"\b{PARTY}\b", re.IGNORECASE)
_NO_ACTOR = re.compile(
    r"\b(?:it|they|this|that|these|those|which|where|when|if|there|nothing|none)\b", re.IGNORECASE
)


def merge_of_two(statement: StatementUnderTest) -> Iterator[Altered]:
    """The subject stated here with a duty found elsewhere: cited as here, and with both provisions cited."""
    rule = _rule(statement.draft.text)
    if rule is None or not statement.draft.citations:
        return
    cited = statement.draft.citations[0]
    for unit in (*elsewhere(statement, cited), *siblings(statement, cited)):
        for sentence in sentences_in(unit.text):
            other = _rule(sentence.text)
            if other is None or _same_actor(rule["subject"], other["subject"]):
                continue
            text = f"{rule['subject']} {other['force']} {other['duty']}"
            lie, told = replace(statement.draft, text=text), described(rule["duty"], other["duty"])
            yield Altered("text", lie, told)
            both = (*lie.citations, DraftCitation(str(unit.id), sentence.text))
            yield Altered("both cited", replace(lie, citations=both), told)


def _rule(text: str) -> re.Match[str] | None:
    found = _RULE.match(text)
    if found is None or _NO_ACTOR.search(found["subject"]) or not _ACTOR.search(found["subject"]):
        return None
    return found


def _same_actor(one: str, other: str) -> bool:
    return bool(_words(one) & _words(other))


def _words(subject: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"[a-z]{4,}", subject.lower())} - {
        "system",
        "high-risk",
        "person",
    }
