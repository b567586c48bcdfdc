"""AI systems made up for measuring: from one of which nothing is told to one of which all is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import TypeAlias, get_args

from copilot.errors import ContradictoryFacts
from copilot.rules.ai_act import FACTS, AISystem, system_from
from copilot.rules.ai_act.consistency import known_of
from copilot.rules.ai_act.facts.products import ProductLaw

_Told: TypeAlias = dict[str, object]

_SHARES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
_LAWS = get_args(ProductLaw)
_ENTRIES = tuple(dict.fromkeys(fact.told for fact in FACTS))
_WITHIN_REACH = (
    "nature.machine_based",
    "nature.autonomous",
    "nature.infers",
    "nature.influences",
    "nexus.placed_in_union",
)
_KINDS: Mapping[str, tuple[str, ...]] = {
    "ranks applications": ("employment.recruitment", "task.profiling", "roles.uses"),
    "scores credit": ("essential_services.creditworthiness", "task.profiling", "roles.developed"),
    "finds fraud": ("essential_services.involved", "essential_services.fraud_only"),
    "chats": ("conversation.direct", "content.synthetic"),
    "watches a workplace": ("emotions.emotions", "emotions.work_or_education", "employment.monitoring"),
    "finds faces": ("biometrics.remote_identification", "law_enforcement.by_authority"),
    "steers a lift": ("product.component", "product.third_party_assessment", "safety.function"),
    "general-purpose model": ("general_purpose.places_model", "general_purpose.general", "roles.own_name"),
}
"""What people describe, by what is yes of it."""


def made_systems(count: int, seed: int) -> tuple[AISystem, ...]:
    """As many different systems, the same for the same seed: at random, and such as people describe, in turn."""
    return tuple(_different(count, Random(seed)))  # noqa: S311  # no secret hangs on it


def _different(count: int, draws: Random) -> Iterator[AISystem]:
    seen: set[AISystem] = set()
    while len(seen) < count:
        told = _of_a_kind(draws) if len(seen) % 2 else {}
        system = _without_contradiction(_added(told, draws))
        if system not in seen:
            seen.add(system)
            yield system


def _of_a_kind(draws: Random) -> _Told:
    """What such a system does is yes; of the rest the scope at least."""
    return dict.fromkeys((*_WITHIN_REACH, *_KINDS[draws.choice(tuple(_KINDS))]), True)


def _added(told: _Told, draws: Random) -> _Told:
    """A share of the other facts told at random: few of a system are yes."""
    share, yes = draws.choice(_SHARES), 0.05 if told else draws.choice((0.1, 0.3))
    for entry in _ENTRIES:
        if entry not in told and draws.random() < share:
            told[entry] = _said(entry, draws.random() < yes, draws)
    return told


def _said(entry: str, yes: bool, draws: Random) -> object:
    if entry == "product.laws":
        return (draws.choice(_LAWS),) if yes else ()
    if entry == "general_purpose.training_flop":
        return "2e25" if yes else "1e22"
    return yes


def _without_contradiction(told: _Told) -> AISystem:
    """Of two facts that cannot both be, one is left open."""
    while True:
        topics: dict[str, _Told] = {}
        for entry, said in told.items():
            topic, _, name = entry.partition(".")
            topics.setdefault(topic, {})[name] = said
        system = system_from(topics, "made up")
        try:
            known_of(system)
        except ContradictoryFacts as contradiction:
            del told[contradiction.facts[0]]
        else:
            return system
