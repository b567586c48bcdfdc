"""What was told of an entity or a product, asked fact by fact under the law of a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal

from copilot.law import LawOnDay, ProvisionId
from copilot.rules.binding import binding
from copilot.rules.sfdr.facts import Entity, FactValue, Product, questions_of
from copilot.rules.sfdr.held import Held, opposite


@dataclass(frozen=True, slots=True)
class Told:
    """Every fact by its name, told or not, and the law under which it is judged.

    ``gates`` names for some facts the one without which they cannot be yes.
    """

    facts: Mapping[str, FactValue]
    gates: Mapping[str, str]
    law: LawOnDay

    @classmethod
    def of(cls, described: Entity | Product, law: LawOnDay) -> Told:
        """The facts of an entity or a product."""
        gates = {name: about.within for name, about in questions_of(described).items() if about.within}
        return cls({fact.name: getattr(described, fact.name) for fact in fields(described)}, gates, law)

    def yes(self, fact: str) -> Held:
        """Whether it was answered yes; no where that follows from what was told of its gate."""
        gate = self.gates.get(fact)
        if gate is not None and self.facts[gate] is False:
            return self._read(gate, False)
        return self._read(fact, self.facts[fact] is True)

    def no(self, fact: str) -> Held:
        """Whether it was answered no, or that follows from what was told of its gate."""
        return opposite(self.yes(fact))

    def above(self, fact: str, limit: int) -> Held:
        """Whether a number lies above a limit, not at it."""
        number = self.facts[fact]
        return self._read(fact, isinstance(number, int | Decimal) and number > limit)

    def below(self, fact: str, limit: int) -> Held:
        """Whether a number lies below a limit, not at it."""
        number = self.facts[fact]
        return self._read(fact, isinstance(number, int | Decimal) and number < limit)

    def other_than(self, fact: str, word: str) -> Held:
        """Whether a word was given other than this one."""
        return self._read(fact, self.facts[fact] != word)

    def applies(self, provision: ProvisionId) -> Held:
        """Whether a provision binds on the day; the calendar is no fact that anybody tells."""
        return Held(binding(self.law, provision).status == "binds")

    def said(self, fact: str) -> str:
        """A fact as a step shows it: ``average_employees is 501``."""
        value = self.facts[fact]
        return f"{fact} is {('no', 'yes')[value] if isinstance(value, bool) else value}"

    def _read(self, fact: str, value: bool) -> Held:
        return Held(None, missing=(fact,)) if self.facts[fact] is None else Held(value, rests_on=(fact,))
