"""Whole sentences of the corpus as statements: what a model says that quotes and adds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.grounding import Draft, DraftCitation, sentences_in
from copilot.law import Provision
from evals.mutation.editing import seed
from evals.mutation.statement_under_test import StatementUnderTest
from evals.mutation.statements.gathered import Library

_UNITS = {
    "eu-ai-act": 180, "mar": 70, "gdpr": 60, "sfdr": 40, "sfdr-rts": 50, "mar-detection": 16, "mar-indicators": 14,
    "nist-ai-rmf": 30, "nist-ai-600-1": 20, "policy": 110,
}  # fmt: skip
"""How many units of each; ``policy`` are all policies together."""
_LENGTH = range(40, 460)
_WHOLE = re.compile(r"^[A-Z‘'].*[^:]\.$", re.DOTALL)
_VERB = re.compile(
    r"\b(?:shall|must|may|can|should|is|are|was|were|has|have|does|do|applies|apply|means|needs|gives|makes|takes|states)\b"
)


_RARE = re.compile(
    r"\b(?:unless|except|save|other than|apart from|may (?!not))\b|EUR|%|, if |provided that"
)
_ONE_IN = 2
"""Every second sentence has what few have, so that operators which need it have enough to work on."""


def corpus_sentences(library: Library) -> Iterator[StatementUnderTest]:
    """One sentence each of as many units as asked for, drawn by their ids."""
    drawn: dict[str, list[tuple[Provision, str]]] = {}
    for unit in library.law:
        whole = [one.text for one in sentences_in(unit.text) if _stands_alone(one.text, unit)]
        if whole:
            sentence = min(whole, key=lambda text: (not _RARE.search(text), seed(unit.id, text)))
            drawn.setdefault(unit.instrument.partition("/")[0], []).append((unit, sentence))
    for instrument, wanted in _UNITS.items():
        held = sorted(drawn.get(instrument, []), key=lambda one: seed("sentence", one[0].id))
        telling = [one for one in held if _RARE.search(one[1])][: wanted // _ONE_IN]
        rest = [one for one in held if one not in telling]
        for unit, sentence in (*telling, *rest[: wanted - len(telling)]):
            cited = (DraftCitation(str(unit.id), sentence),)
            yield StatementUnderTest(
                id=f"sentence:{unit.id}",
                kind="sentence",
                draft=Draft(sentence, cited),
                as_of=library.law.day,
                provisions=library.around([unit.id]),
            )


def _stands_alone(sentence: str, unit: Provision) -> bool:
    whole = bool(_WHOLE.match(sentence) and _VERB.search(sentence))
    return whole and len(sentence) in _LENGTH and sentence in unit.text
