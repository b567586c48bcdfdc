"""What duties are read off: the roles and tiers of a classification, and the answers to the facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from copilot.rules.ai_act.answers import Answer, every, opposite, some
from copilot.rules.ai_act.consistency import known_of
from copilot.rules.ai_act.duties.duty import Ground
from copilot.rules.ai_act.duties.rule import Bearer, Source
from copilot.rules.ai_act.facts import AISystem
from copilot.rules.ai_act.rule import Tier, act
from copilot.rules.ai_act.verdict import Certainty, Classification

_OUTSIDE: tuple[Tier, ...] = ("out-of-scope", "not-an-ai-system")
_BESIDE_THE_SYSTEM: tuple[Tier, ...] = ("gpai", "gpai-systemic", "prohibited", "prohibited-later")
"""Tiers of models, and prohibitions, which no classification as high-risk lifts: Art. 2(2) does not touch them."""
_WITHOUT_ROLE: tuple[Bearer, ...] = ("everyone", "supplier", "model-provider", "model-representative")
_ANSWER: dict[Certainty, Answer] = {"certain": True, "if-in-scope": None, "possible": None}


@dataclass(frozen=True)
class Situation:
    """A system, classified."""

    system: AISystem
    classification: Classification

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """The answers to all facts, told and inferred."""
        return known_of(self.system).answers

    def has(self, role: Bearer) -> Answer:
        """Whether the person has a role, on any ground."""
        if role in _WITHOUT_ROLE:
            return True
        return some(_ANSWER[one.certainty] for one in self.classification.roles if one.role == role)

    def holds(self, *tiers: Tier) -> Answer:
        """Whether the system is in one of the tiers."""
        return some(_ANSWER[one.certainty] for one in self.classification.findings if one.tier in tiers)

    @cached_property
    def only_section_b(self) -> Answer:
        """Whether it is high-risk by Annex I, Section B, alone: then Art. 2(2) leaves nothing to owe but its own list.

        Where Annex III or Section A makes it high-risk as well, the sources do not say what Art. 2(2) leaves;
        the duties on that other ground are kept, and a note says so.
        """
        other = self.holds("high-risk-annex-iii", "high-risk-annex-i-a")
        return every((self.holds("high-risk-annex-i-b"), opposite(other)))

    @cached_property
    def grounds(self) -> tuple[Ground, ...]:
        """Every ground a duty can follow from, as sure as it is."""
        return tuple(self._grounds())

    def _grounds(self) -> Iterator[Ground]:
        yield Ground("own-facts", act("art-2/1"), "certain")
        reached = every((opposite(self.holds(*_OUTSIDE)), opposite(self.only_section_b)))
        if reached is not False:
            yield Ground("any-ai-system", act("art-3/1"), "certain" if reached else "if-in-scope")
        for one in self.classification.findings:
            certainty = self._certainty(one.tier, one.certainty)
            if certainty is not None:
                yield Ground(one.tier, one.provision, certainty)

    def _certainty(self, source: Source, found: Certainty) -> Certainty | None:
        """How sure a tier is once Art. 2(2) has been asked; none where that leaves nothing of it."""
        if source in _BESIDE_THE_SYSTEM or source == "high-risk-annex-i-b":
            return found
        if self.only_section_b is True:
            return None
        return "if-in-scope" if found == "certain" and self.only_section_b is None else found
