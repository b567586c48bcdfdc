"""The steps of a classification: each question put to the facts, its answer, and what followed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from copilot.law import ProvisionId
from copilot.rules.ai_act.answers import Answer
from copilot.rules.ai_act.consistency import Known
from copilot.rules.ai_act.facts import FACTS
from copilot.rules.ai_act.outcome import AnyDecided, Outcome
from copilot.rules.result import Step


def steps_taken(outcome: Outcome, known: Known) -> tuple[Step, ...]:
    """Every rule that was asked, in the order of the walk, each after the facts that decide it."""
    steps: list[Step] = []
    told: set[int] = set()
    answers, inferred = known.answers, known.inferred
    for one in _walk(outcome):
        for index in one.reading.deciding:
            if index not in told:
                told.add(index)
                steps.append(_fact_step(index, answers[index], inferred.get(index), one.step.provision))
        steps.append(one.step)
    return tuple(steps)


def _walk(outcome: Outcome) -> Iterator[AnyDecided]:
    """Scope, roles, then the rules that remain to be asked; a point not met needs no derogation."""
    yield from outcome.outside
    yield from outcome.roles
    if outcome.in_scope is not False:
        yield from (
            one for one in outcome.on_systems if one.rule.tier != "derogated" or one.value is not False
        )
    yield from outcome.on_models
    yield from (one for one in outcome.reliefs if one.value)


@lru_cache(maxsize=8192)
def _fact_step(index: int, answer: Answer, source: int | None, provision: ProvisionId) -> Step:
    fact = FACTS[index]
    found = "yes" if answer else "no"
    if fact.about:
        found += f" ({fact.key.partition('.')[2].replace('_', ' ')})"
    if source is not None:
        found += f", since {FACTS[source].told} was told"
    return Step(fact.question, found, fact.matters, provision)
