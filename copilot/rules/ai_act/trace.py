"""The steps of a classification: each question put to the facts, its answer, and what followed."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from copilot.rules.ai_act.answers import Answer
from copilot.rules.ai_act.consistency import Known
from copilot.rules.ai_act.facts import FACTS
from copilot.rules.ai_act.outcome import Outcome
from copilot.rules.ai_act.reader import Reading
from copilot.rules.ai_act.roles import RoleRule
from copilot.rules.ai_act.rule import Rule
from copilot.rules.result import Step

_AnyReading: TypeAlias = Reading[Rule] | Reading[RoleRule]


def steps_taken(outcome: Outcome, known: Known) -> tuple[Step, ...]:
    """Every rule that was asked, in the order of the walk, each after the facts that decide it."""
    steps: list[Step] = []
    told: set[int] = set()
    answers, inferred = known.answers, known.inferred
    for one in _walk(outcome):
        for index in one.deciding:
            if index not in told:
                told.add(index)
                steps.append(_fact_step(index, answers[index], inferred.get(index), one.rule))
        steps.append(one.step)
    return tuple(steps)


def _walk(outcome: Outcome) -> list[_AnyReading]:
    """Scope, roles, then the rules that remain to be asked; a derogation only where it may hold."""
    on_systems = outcome.on_systems if outcome.in_scope is not False else ()
    return [
        *outcome.outside,
        *outcome.roles,
        *[one for one in on_systems if one.value is not False or one.rule.tier != "derogated"],
        *outcome.on_models,
        *[one for one in outcome.reliefs if one.value],
    ]


@lru_cache(maxsize=8192)
def _fact_step(index: int, answer: Answer, source: int | None, rule: Rule | RoleRule) -> Step:
    fact = FACTS[index]
    found = "yes" if answer else "no"
    if fact.about:
        found += f" ({fact.key.partition('.')[2].replace('_', ' ')})"
    if source is not None:
        found += f", since {FACTS[source].told} was told"
    return Step(fact.question, found, fact.matters, rule.provision)
