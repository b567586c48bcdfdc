"""Reads a rule off the answers, and remembers what it read: most systems answer most rules alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Generic, TypeVar

from copilot.rules.ai_act.answers import Answer
from copilot.rules.ai_act.bearing import Bearing
from copilot.rules.ai_act.derogation import DEROGATION
from copilot.rules.ai_act.facts import FACTS
from copilot.rules.ai_act.formula import All, Answers, Formula, Not
from copilot.rules.ai_act.look import Look, joint_look, look_at, look_further
from copilot.rules.ai_act.recall import recalled, recalled_in_turn
from copilot.rules.ai_act.roles import RoleRule
from copilot.rules.ai_act.rule import Exemption, Rule
from copilot.rules.result import Step

_REMEMBERED = 4096

Asking = TypeVar("Asking", Rule, RoleRule)


@dataclass(frozen=True, slots=True, eq=False)
class Reading(Generic[Asking]):
    """What a rule makes of some answers.

    ``value`` is whether it is met, ``exempted`` the exemption that decides that it is not, ``excluding`` all
    exemptions worth telling. ``deciding`` are the facts that decide, ``pending`` those that are missing.
    ``listed`` is whether a point of Annex III is met, whatever Art. 6(3) makes of it; else it is the value.
    """

    rule: Asking
    value: Answer
    listed: Answer
    exempted: Exemption | None
    excluding: tuple[Exemption, ...]
    deciding: tuple[int, ...]
    pending: tuple[int, ...]
    bearing: Bearing
    step: Step


@dataclass(frozen=True, eq=False)
class Reader(Generic[Asking]):
    """One rule and what it read before.

    A point of Annex III is looked at once for itself and for the derogation from it, and Art. 6(3) once for
    all points.
    """

    rule: Asking
    read: Callable[[Answers], Reading[Asking]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "read", self._joining() or recalled(self._alone))

    def _alone(self, answers: Answers) -> Reading[Asking]:
        look = look_further(self.rule.elements, self.rule.exemptions, answers)
        return _reading(self.rule, look, listed=look.value)

    def _joining(self) -> Callable[[Answers], Reading[Asking]] | None:
        """Reads what is the rule's own and what it shares, and joins the two; none where it shares nothing."""
        match self.rule.elements:
            case All(parts=(own, (Not() | All()) as shared)) if shared in (DEROGATION, Not(DEROGATION)):
                look_at_own = _looks(own, self.rule.exemptions)
                look_at_shared = _looks(shared, ())
            case _:
                return None

        @lru_cache(_REMEMBERED)
        def joined(own: Look, shared: Look | None) -> Reading[Asking]:
            look = own if shared is None else joint_look(own, shared)
            return _reading(self.rule, look, listed=own.value)

        def read(answers: Answers) -> Reading[Asking]:
            own = look_at_own(answers)
            return joined(own, None if own.elements.value is False else look_at_shared(answers))

        return read


def read(rule: Asking, answers: Answers) -> Reading[Asking]:
    """Whether a rule is met, by what, and what it still misses; without what to ask next."""
    look = look_at(rule.elements, rule.exemptions, answers)
    return _reading(rule, look, listed=look.value)


def concluded(reading: Reading[Asking], value: Answer) -> Reading[Asking]:
    """The same reading, where what other rules say makes another conclusion of it."""
    return reading if value is reading.value else _otherwise(reading, value)


@lru_cache(_REMEMBERED)
def _otherwise(reading: Reading[Asking], value: Answer) -> Reading[Asking]:
    return replace(reading, value=value, step=_step(reading.rule, value, None, reading.pending))


@cache
def _looks(elements: Formula, exemptions: tuple[Exemption, ...]) -> Callable[[Answers], Look]:
    """Looks at these elements, and remembers it for every rule that has them."""
    return recalled_in_turn(lambda answers: look_further(elements, exemptions, answers))


def _reading(rule: Asking, look: Look, *, listed: Answer) -> Reading[Asking]:
    value, exempted, counting = look.value, look.exempted, look.counting()
    missing = counting if value is None else []
    pending: tuple[int, ...] = tuple(dict.fromkeys([index for seen in missing for index in seen.pending]))
    return Reading(
        rule=rule,
        value=value,
        listed=listed,
        exempted=exempted,
        excluding=look.excluding,
        deciding=tuple(dict.fromkeys([index for seen in counting for index in seen.deciding])),
        pending=(*sorted(set(look.gates).difference(pending)), *pending),
        bearing=look.bearing,
        step=_step(rule, value, exempted, pending),
    )


def _step(rule: Rule | RoleRule, value: Answer, exempted: Exemption | None, pending: Iterable[int]) -> Step:
    """The step that says what came of a rule."""
    if exempted is not None and value is False:
        found = f"no: excluded ({exempted.about})"
    elif value is None:
        told = ", ".join(dict.fromkeys(FACTS[index].told for index in pending))
        found = f"open: {told}" if told else "open: depends on what the system turns out to be"
    else:
        found = "yes" if value else "no"
    return Step(rule.question, found, rule.matters, rule.provision)
