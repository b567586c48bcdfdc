"""What is known of a launch, by key: facts of the system, facts of the launch, and whether the AI Act reaches it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from operator import attrgetter

from copilot.rules.ai_act import FACTS, AISystem, Fact, Tier
from copilot.rules.ai_act.answers import Answer
from copilot.rules.ai_act.duties import Duties
from copilot.rules.jurisdictions.condition import Condition, Figure, pending
from copilot.rules.jurisdictions.facts import LAUNCH_FACTS, Launch
from copilot.rules.result import OpenQuestion

REACHED = "ai-act.reached"
"""The key of what the AI Act's own rules say of the system: whether the Act reaches it, or a model of the firm's."""

_FIGURES: Mapping[str, Callable[[Launch], Decimal | None]] = {
    "launch.total_assets_usd": lambda launch: launch.facts.total_assets_usd,
    "general_purpose.training_flop": lambda launch: launch.system.general_purpose.training_flop,
}
_LAUNCH = "launch."
_NOT_REACHED: tuple[Tier, ...] = ("out-of-scope", "not-an-ai-system")
_SYSTEM_FACTS = {fact.key: fact for fact in FACTS}


def is_key(key: str) -> bool:
    """Whether a condition may ask it as a yes or no."""
    return key == REACHED or (key not in _FIGURES and (key in LAUNCH_FACTS or key in _SYSTEM_FACTS))


@dataclass(frozen=True)
class Known:
    """The launch, and what the AI Act makes of the system on the day."""

    launch: Launch
    act: Duties

    def answer(self, key: str) -> Answer:
        """Yes, no, or nobody said."""
        if key == REACHED:
            return self._reached
        if key.startswith(_LAUNCH):
            told: Answer = getattr(self.launch.facts, key.removeprefix(_LAUNCH))
            return told
        return _of_system(self.launch.system, _SYSTEM_FACTS[key])

    def above(self, figure: Figure, threshold: Decimal) -> Answer:
        """Whether a figure lies above a threshold, not at it."""
        told = _FIGURES[figure](self.launch)
        return None if told is None else told > threshold

    def questions(self, condition: Condition) -> Iterator[OpenQuestion]:
        """What to ask so that an open condition is settled, each question once."""
        yield from dict.fromkeys(self._question(key) for key in pending(condition, self))

    def said(self, key: str) -> str:
        """A fact and its answer as a person reads them."""
        if key in _FIGURES and (figure := _FIGURES[key](self.launch)) is not None:
            return f"{key}: {figure:f}"
        return f"{key}: {'yes' if self.answer(key) else 'no'}"

    def _question(self, key: str) -> OpenQuestion:
        if key == REACHED:
            return self.act.classification.open_questions[0]
        if key in LAUNCH_FACTS:
            return OpenQuestion(key, LAUNCH_FACTS[key].question, LAUNCH_FACTS[key].matters)
        fact = _SYSTEM_FACTS.get(key) or next(fact for fact in FACTS if fact.about == key)
        return OpenQuestion(fact.told, fact.question, fact.matters)

    @cached_property
    def _reached(self) -> Answer:
        inside = [one for one in self.act.classification.findings if one.tier not in _NOT_REACHED]
        if any(one.certainty == "certain" for one in inside):
            return True
        return None if inside else False


def _of_system(system: AISystem, fact: Fact) -> Answer:
    """As it was told; no where the first question of its topic was answered no."""
    told: Answer = fact.read(system) if fact.read else attrgetter(fact.key)(system)
    if told is None and fact.gate is not None:
        return False if attrgetter(fact.gate)(system) is False else None
    return told
