"""A wider scope: a rule on high-risk AI systems becomes one on all AI systems."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.mutation.editing import Edit, in_text_and_quote

_NARROW = (
    (r" with systemic risks?\b", ""),
    (r"\b(?P<a>[Aa]) serious incident", r"\g<a>n incident"),
    (r"\bserious incident", "incident"),
    (r"\binside information\b", "information"),
    (r"\bprofessional investor", "investor"),
    (r"\bspecial categories of personal data\b", "personal data"),
    (r"\bprincipal adverse impacts\b", "adverse impacts"),
    (r"\bsensitive operational data\b", "operational data"),
    (r"\bsustainable (?=investment)", ""),
    (r"\bpersons discharging managerial responsibilities\b", "persons"),
    (r"\bperson discharging managerial responsibilities\b", "person"),
    (r"\bcovered instrument", "instrument"),
    (r"\bcovered person", "person"),
    (r"\binvestment staff\b", "staff"),
    (r"\bInvestment staff\b", "Staff"),
    (r"\bhigh-risk system", "system"),
    (r"\bsystematic and extensive\b", "systematic"),
    (r"\blarge-scale processing\b", "processing"),
    (r"\bpublicly accessible space", "space"),
    (r"\btier 1 model\b", "model"),
)
_SAYS_IT_ANYWAY = re.compile(r"\bAnnex III\b|\bArticle 6\(|\bArticle 79\b")
"""Systems of these are high-risk by law: leaving the word out widens nothing."""


def scope_edits(text: str) -> Iterator[Edit]:
    """For each limiting word the sentence without it, wherever it stands."""
    if "igh-risk AI system" in text and not _SAYS_IT_ANYWAY.search(text):
        without = re.sub(r"\bA high-risk (?=AI system)", "An ", text)
        without = re.sub(r"\ba high-risk (?=AI system)", "an ", without)
        yield Edit(0, len(text), re.sub(r"[Hh]igh-risk (?=AI system)", "", without))
    for pattern, instead in _NARROW:
        if re.search(pattern, text):
            yield Edit(0, len(text), re.sub(pattern, instead, text))


widen_scope = in_text_and_quote(scope_edits)
