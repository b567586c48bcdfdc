"""A condition of law as a nested list: all of, one of, not. What has a name of its own is named, not repeated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from copilot.rules.ai_act.facts import FACTS
from copilot.rules.ai_act.formula import All, Formula, Not, Some, Told
from copilot.rules.table.statement import stated

Named: TypeAlias = Mapping[Formula, str]
"""Conditions that stand in an entry of their own, each with what to write in its place."""

_HEADS = {
    (All, True): "all of:",
    (All, False): "not all of:",
    (Some, True): "one of:",
    (Some, False): "none of:",
}


def condition(formula: Formula, named: Named) -> tuple[str, ...]:
    """The lines of a condition, to stand under ``Met where``."""
    return tuple(_lines(formula, named, "- ", 0, holds=True))


def _lines(formula: Formula, named: Named, bullet: str, depth: int, *, holds: bool) -> Iterator[str]:
    lead = " " * depth + bullet
    if formula in named:
        yield f"{lead}{'' if holds else 'not: '}{named[formula]}"
        return
    match formula:
        case Told():
            yield f"{lead}{stated(formula.fact, holds=holds)} (`{formula.fact.key}`)"
        case Not():
            yield from _lines(formula.part, named, bullet, depth, holds=not holds)
        case All(parts=()):
            yield f"{lead}in every case"
        case All(parts=(only,)) | Some(parts=(only,)):
            yield from _lines(only, named, bullet, depth, holds=holds)
        case All() | Some():
            yield f"{lead}{_HEADS[type(formula), holds]}"
            for number, part in enumerate(formula.parts, start=1):
                yield from _lines(part, named, f"{number}. ", depth + len(bullet), holds=True)


def facts_in(formula: Formula) -> tuple[str, ...]:
    """The keys of the facts a condition asks, each once."""
    return tuple(dict.fromkeys(FACTS[index].key for index, _ in formula.facts()))
