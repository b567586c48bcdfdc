"""Which facts lessen what the Act demands: read off the rules themselves, so that no list can fall behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import get_args

from copilot.rules.ai_act.facts import FACTS
from copilot.rules.ai_act.roles import ROLES, RoleRule
from copilot.rules.ai_act.rule import Rule, Tier
from copilot.rules.ai_act.rulebook import OUTSIDE, RELIEFS, RULES

_TIERS = get_args(Tier)
_EASES = frozenset({"derogated", "out-of-scope", "not-an-ai-system"})


def lessens(fact: str, value: object) -> bool:
    """Whether this answer speaks against a prohibition or a duty, and the other answer does not.

    Where it speaks for one rule and against another, the graver one counts: that a risk assessment is based
    solely on profiling makes it prohibited, although it takes it out of Annex III 6(d).
    """
    return isinstance(value, bool) and (fact, value) in _lessening()


@cache
def _lessening() -> frozenset[tuple[str, bool]]:
    said: defaultdict[str, set[tuple[int, bool]]] = defaultdict(set)
    for gravity, key, burdens in _all_sayings():
        said[key].add((gravity, burdens))
    found = set()
    for key, sayings in said.items():
        gravest = min(gravity for gravity, _ in sayings)
        burdening = {answer for gravity, answer in sayings if gravity == gravest}
        found |= {(key, not answer) for answer in burdening if len(burdening) == 1}
    gates = {fact.gate for fact in FACTS if fact.gate is not None}
    return frozenset(found | {(gate, False) for gate in gates}) - {(gate, True) for gate in gates}


def _all_sayings() -> Iterator[tuple[int, str, bool]]:
    """For each rule and fact: how grave the rule is, and which answer burdens."""
    eased = (*OUTSIDE, *RELIEFS)
    for rule in RULES:
        eases = rule in eased or rule.tier in _EASES
        gravity = len(_TIERS) if eases else _TIERS.index(rule.tier)
        for key, speaks_for in _facts_of(rule):
            yield gravity, key, speaks_for is not eases
    for role in ROLES:
        for key, speaks_for in _facts_of(role):
            yield len(_TIERS) + 1, key, speaks_for


def _facts_of(rule: Rule | RoleRule) -> Iterator[tuple[str, bool]]:
    for index, speaks_for in rule.elements.facts():
        yield FACTS[index].key, speaks_for
    for exemption in rule.exemptions:
        for index, speaks_for in exemption.holds.facts():
            yield FACTS[index].key, not speaks_for
