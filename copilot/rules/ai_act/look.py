"""What is seen of the elements of a rule and of the exemptions from them, when one looks at the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from copilot.rules.ai_act.answers import Answer, every, opposite, some
from copilot.rules.ai_act.bearing import GATES, NOTHING, Bearing, bearing_of, besides, under_way
from copilot.rules.ai_act.formula import Answers, Formula, Seen
from copilot.rules.ai_act.rule import Exemption


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What is seen: of the elements, of each exemption that counts or is worth telling, and of what to ask.

    ``gates`` are the first questions of topics that are open, of which something is missing.
    """

    elements: Seen
    exemptions: tuple[tuple[Exemption, Seen], ...]
    gates: tuple[int, ...] = ()
    bearing: Bearing = NOTHING

    @property
    def value(self) -> Answer:
        """Whether the elements are there and nothing is exempted."""
        if not self.exemptions:
            return self.elements.value
        return every((self.elements.value, opposite(some([seen.value for _, seen in self.exemptions]))))

    @property
    def exempted(self) -> Exemption | None:
        """The first exemption that holds, where the elements are not missing anyway."""
        return None if self.elements.value is False else next(iter(self.excluding), None)

    @property
    def excluding(self) -> tuple[Exemption, ...]:
        """Every exemption that holds."""
        return tuple(one for one, seen in self.exemptions if seen.value)

    def counting(self) -> list[Seen]:
        """The elements, and the exemption that decides or else all, unless the elements are missing."""
        if self.elements.value is False:
            return [self.elements]
        exempted = self.exempted
        return [self.elements, *(seen for one, seen in self.exemptions if exempted in (None, one))]


def look_at(elements: Formula, exemptions: tuple[Exemption, ...], answers: Answers) -> Look:
    """See what the answers make of a rule."""
    seen = elements.look(answers)
    counting = tuple((one, one.holds.look(answers)) for one in _counting(exemptions, seen))
    missing = (index for one in (seen, *(one for _, one in counting)) for index in one.pending)
    gates = sorted({GATES[index] for index in missing if index in GATES})
    return Look(seen, counting, tuple(gate for gate in gates if answers[gate] is None))


def look_further(elements: Formula, exemptions: tuple[Exemption, ...], answers: Answers) -> Look:
    """The same, and what to ask next where the rule is open."""
    look = look_at(elements, exemptions, answers)
    if look.value is not None:
        return look
    return replace(look, bearing=bearing_of(elements, exemptions, answers))


def joint_look(own: Look, shared: Look) -> Look:
    """What is seen of a rule whose elements are its own and, besides, some that it shares with others."""
    elements = _both(own.elements, shared.elements)
    exemptions = own.exemptions
    if elements.value is False:
        exemptions = tuple((one, seen) for one, seen in exemptions if one.alone)
    bearing = under_way(shared.bearing) if own.value else besides(own.bearing, shared.value)
    return Look(elements, exemptions, own.gates, bearing)


def _counting(exemptions: tuple[Exemption, ...], elements: Seen) -> Iterator[Exemption]:
    """Where elements are missing, only what is worth telling anyway."""
    return (one for one in exemptions if one.alone or elements.value is not False)


def _both(one: Seen, other: Seen) -> Seen:
    for seen in (one, other):
        if seen.value is False:
            return seen
    return Seen(every((one.value, other.value)), one.deciding + other.deciding, one.pending + other.pending)
