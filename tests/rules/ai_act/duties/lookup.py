"""Short ways to ask in tests what is owed."""

from collections.abc import Mapping
from datetime import date

from copilot.rules.ai_act import AISystem
from copilot.rules.ai_act.duties import Duty, duties
from tests.rules.ai_act.builders import TODAY, plain, yes

Topics = Mapping[str, Mapping[str, object]]

PROVIDES = yes("developed", "own_name", "in_union")
USES = yes("uses", "in_union")
CREDIT: Topics = {"essential_services": yes("creditworthiness"), "task": yes("profiling")}
HIRING: Topics = {"employment": yes("recruitment"), "task": yes("profiling")}
LIFT: Topics = {
    "product": {"laws": ("lifts-2014-33",), **yes("component", "third_party_assessment")},
    "safety": yes("function"),
}


def owed(system: AISystem, day: date = TODAY) -> set[str]:
    """The keys of what is certainly owed."""
    return {duty.key for duty in duties(system, day).certain}


def duty_of(system: AISystem, key: str, day: date = TODAY) -> Duty:
    """The one duty of this key."""
    (found,) = (duty for duty in duties(system, day).duties if duty.key == key)
    return found


def reason(system: AISystem, key: str, day: date = TODAY) -> str:
    """Why a duty is not owed."""
    (found,) = (one.reason for one in duties(system, day).not_owed if one.key == key)
    return found


def provided(**topics: Mapping[str, object]) -> AISystem:
    """A system seen by its provider in the Union; all is no but what is given."""
    return plain(**{"roles": PROVIDES, **topics})


def used(**topics: Mapping[str, object]) -> AISystem:
    """A system seen by its deployer in the Union; all is no but what is given."""
    return plain(**{"roles": USES, **topics})
