"""What Article 6(3) takes out of the high-risk class, and the override for systems that profile people.

Read as two requirements: one of the four conditions, and no significant risk. A condition alone does not
suffice, since the first subparagraph keeps the risk as the test.
"""

from __future__ import annotations

from dataclasses import replace

from copilot.rules.ai_act.formula import Not, all_of, none_of, one_of
from copilot.rules.ai_act.rule import Rule, act

VERSION = "1"

DEROGATION = all_of(
    none_of("task.profiling"),
    one_of(
        "task.narrow_procedural",
        "task.improves_human_work",
        all_of("task.detects_patterns", none_of("task.replaces_without_review")),
        "task.preparatory",
    ),
    none_of("task.significant_risk"),
)
_CITED = (act("art-6/3"), act("art-6/3/sub-3"))


def high_risk(point: Rule) -> Rule:
    """A point of Annex III, unless Art. 6(3) takes it out."""
    return replace(
        point,
        elements=all_of(point.elements, Not(DEROGATION)),
        also=(*point.also, *_CITED),
        version=VERSION,
    )


def derogated(point: Rule) -> Rule:
    """The same point, taken out: to be documented and registered, Art. 6(4) and 49(2)."""
    return replace(
        point,
        tier="derogated",
        question=f"{point.question.removesuffix('?')}, but taken out by Art. 6(3)?",
        matters="The provider documents its assessment before the market and registers: Art. 6(4), 49(2).",
        elements=all_of(point.elements, DEROGATION),
        also=(*_CITED, *(act(f"art-6/3/{letter}") for letter in "abcd"), act("art-6/4")),
        dated=(act("art-6/4"), act("art-49/2")),
        owed_by="provider",
        version=VERSION,
    )
