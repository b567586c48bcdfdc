"""Systems described for tests: everything answered no but what a test names."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from copilot.rules.ai_act import AISystem, Classification, classify, system_from
from copilot.rules.ai_act.facts import Topic

TODAY = date(2026, 11, 20)

_OPEN_KIND = {"laws": (), "training_flop": None, "placed_on": None}
_REACHED: Mapping[str, Mapping[str, object]] = {
    "nature": {"machine_based": True, "autonomous": True, "infers": True, "influences": True},
    "nexus": {"placed_in_union": True},
}


def plain(**topics: Mapping[str, object]) -> AISystem:
    """An AI system within the Act of which all is no but what is given; first questions follow from the rest."""
    described: dict[str, dict[str, object]] = {}
    for topic in fields(AISystem):
        if isinstance(topic.default, Topic):
            given = topics.get(topic.name, {})
            no = {name.name: _OPEN_KIND.get(name.name, False) for name in fields(topic.default)}
            if given and topic.default.gate:
                no[topic.default.gate] = None
            described[topic.name] = {**no, **_REACHED.get(topic.name, {}), **given}
    return system_from(described, "test")


def only(**topics: Mapping[str, object]) -> AISystem:
    """A system of which nothing is told but what is given."""
    return system_from(topics, "test")


def found(system: AISystem, day: date = TODAY) -> set[str]:
    """The certain findings, as ``tier:provision``."""
    return named(classify(system, day), "certain")


def named(classification: Classification, *certainties: str) -> set[str]:
    """The findings of these certainties, as ``tier:provision``."""
    return {
        f"{one.tier}:{'/'.join(one.provision.segments)}"
        for one in classification.findings
        if one.certainty in certainties
    }


def yes(*names: str) -> dict[str, object]:
    """Facts that are true."""
    return dict.fromkeys(names, True)
