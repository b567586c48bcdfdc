"""The way to a classification, chapter by chapter: every question the rules asked, what they found, why it matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from api.pages.classification.entries import questions_in, with_names
from copilot.law import ProvisionId
from copilot.rules import Step
from copilot.rules.ai_act import FACTS

Came: TypeAlias = Literal["yes", "no", "open"]

_CHAPTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Does the Act reach it?", ("art-2", "art-3/1")),
    ("Your roles", ("art-3", "art-25")),
    ("Prohibited practices", ("art-5",)),
    ("High-risk through a product", ("anx-1", "art-6")),
    ("High-risk uses", ("anx-3",)),
    ("Transparency", ("art-50",)),
    ("General-purpose models", ("art-51", "art-53", "art-54", "art-55", "art-52")),
)
_OTHER = "Other rules"
_ROLE = "art-2/1/e"
"""Who makes a product with the system in it: a role, though it stands in the article on scope."""

_FACTS = {fact.question: fact.told for fact in FACTS}


@dataclass(frozen=True, slots=True)
class Taken:
    """One step. ``fact`` is the entry that answers it, where it is no rule; ``missing`` are questions still open."""

    question: str
    came: Came
    found: str
    missing: tuple[str, ...]
    matters: str
    provision: ProvisionId
    fact: str | None
    proposed: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """A rule that was asked, and the facts that decide it and no rule before it."""

    rule: Taken
    facts: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Rules that belong together."""

    title: str
    rules: tuple[Decided, ...]

    @property
    def key(self) -> str:
        """A name for its place on the page."""
        return "".join(letter if letter.isalpha() else "-" for letter in self.title.lower()).strip("-")

    def count(self, came: Came) -> int:
        """How many of its rules came out so."""
        return Counter(one.rule.came for one in self.rules)[came]


def chapters_of(steps: Iterable[Step], proposed: Collection[str]) -> tuple[Chapter, ...]:
    """The steps by chapter, in the order of the walk; ``proposed`` are entries that nobody has confirmed."""
    found: dict[str, list[Decided]] = {title: [] for title, _ in _CHAPTERS}
    facts: list[Taken] = []
    for step in steps:
        taken = _taken(step, proposed)
        if taken.fact is None:
            found.setdefault(_chapter(step.provision), []).append(Decided(taken, tuple(facts)))
            facts = []
        else:
            facts.append(taken)
    return tuple(Chapter(title, tuple(rules)) for title, rules in found.items() if rules)


def _chapter(provision: ProvisionId) -> str:
    path = "/".join(provision.segments)
    if path == _ROLE:
        return "Your roles"
    return next(
        (title for title, within in _CHAPTERS if any(f"{path}/".startswith(f"{one}/") for one in within)),
        _OTHER,
    )


def _taken(step: Step, proposed: Collection[str]) -> Taken:
    fact = _FACTS.get(step.question)
    came: Came = (
        "open" if step.found.startswith("open") else "yes" if step.found.startswith("yes") else "no"
    )
    missing = questions_in(step.found)
    return Taken(
        question=step.question,
        came=came,
        found="" if missing else _explained(step.found, came),
        missing=missing,
        matters=step.matters,
        provision=step.provision,
        fact=fact,
        proposed=fact in proposed,
    )


def _explained(found: str, came: Came) -> str:
    """What was found beyond yes, no or open."""
    return with_names(found.removeprefix(came).lstrip(",: "))
