"""One sentence as it is compared: everything read from it, once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from copilot.grounding.plain import plain
from copilot.grounding.wording.actors import actors_in
from copilot.grounding.wording.conditions import Condition, conditions_in
from copilot.grounding.wording.denial import denials_in, may_deny
from copilot.grounding.wording.force import Clause, clauses_in
from copilot.grounding.wording.stems import stems_in, words_in


@dataclass(frozen=True)
class Wording:
    """A sentence, the same in small letters, and what is read from it when it is asked for."""

    written: str
    folded: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All its words."""
        return words_in(self.folded)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems of its telling words."""
        return stems_in(self.folded)

    @property
    def stems_behind_last_comma(self) -> tuple[str, ...]:
        """The telling words of its last clause; none where it has one clause only."""
        _, comma, last = self.folded.rpartition(",")
        return stems_in(last) if comma else ()

    @cached_property
    def actors(self) -> frozenset[str]:
        """Who is named."""
        return frozenset(actor.name for actor in actors_in(self.folded))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """What binds, allows, forbids or advises."""
        return clauses_in(self.folded)

    @cached_property
    def denials(self) -> int:
        """How often it says no."""
        return denials_in(self.folded)

    @cached_property
    def may_deny(self) -> bool:
        """Whether it says no in any way."""
        return may_deny(self.folded)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """On what it depends."""
        return conditions_in(self.folded)


@lru_cache(maxsize=8192)
def wording_of(text: str) -> Wording:
    """A text as it is compared; what was read from one is kept."""
    return Wording(plain(text).text.rstrip(), plain(text).folded.rstrip())
