"""The section on SFDR: who is what, what a product comes under, and every duty to disclose.

The conditions of SFDR are code. What a condition is for is said by its docstring, and the facts it reads are
found by asking it with nothing told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from copilot.law import LawOnDay, ProvisionId
from copilot.rules.binding import cited
from copilot.rules.sfdr.criterion import Criterion
from copilot.rules.sfdr.duty import Condition, Duty
from copilot.rules.sfdr.entity import rulebook as of_entities
from copilot.rules.sfdr.facts import Entity, FactValue, Product, questions_of
from copilot.rules.sfdr.product import regime
from copilot.rules.sfdr.product import rulebook as of_products
from copilot.rules.sfdr.proposal import proposal_on
from copilot.rules.sfdr.told import Told
from copilot.rules.table.notes import plain
from copilot.rules.table.section import Entry, Part, Section, grid

_CODE = (
    "The conditions are code (`copilot/rules/sfdr`): what is printed is what each is said to read, and the facts it "
    "asks. Where none is named, it holds in every case that the line above it holds."
)


def section(law: LawOnDay) -> Section:
    """What SFDR asks of entities and for products, by the law of the day."""
    entity, product = Told.of(Entity(), law), Told.of(Product(), law)
    return Section(
        "SFDR",
        (
            Part("Entities: what is decided", _criteria(of_entities.CRITERIA, entity)),
            Part("Entities: duties", _duties(of_entities.DUTIES, entity)),
            Part("Products: what is decided", _criteria(of_products.CRITERIA, product)),
            Part("Products: regimes", _regimes(product)),
            Part("Products: duties", _duties(of_products.DUTIES, product)),
            Part("Facts of SFDR", (_facts("Entity", Entity), _facts("Product", Product))),
            Part("What is only proposed", (_proposal(law),)),
        ),
        (_CODE,),
    )


def _criteria(criteria: tuple[Criterion, ...], nothing: Told) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            f"{_name(each.provision, nothing.law)}: {each.question}",
            (each.matters, "", *_condition(each.holds, nothing)),
        )
        for each in criteria
    )


def _regimes(nothing: Told) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            f"{_name(each.provision, nothing.law)}: {each.regime}", tuple(_condition(each.holds, nothing))
        )
        for each in regime.REGIMES
    )


def _duties(duties: tuple[Duty, ...], nothing: Told) -> tuple[Entry, ...]:
    return tuple(
        Entry(f"{_name(each.provision, nothing.law)}: {each.name}", tuple(_duty(each, nothing)))
        for each in duties
    )


def _duty(each: Duty, nothing: Told) -> Iterator[str]:
    law = nothing.law
    yield f"For the **{each.whose}**. {each.what}"
    yield from ("", *_condition(each.when, nothing))
    yield f"- Version {each.version} of the rule, valid {each.valid}"
    if each.due:
        yield f"- Due: {each.due}"
    if each.also:
        yield f"- Leans on, too: {'; '.join(_name(unit, law) for unit in each.also)}"
    if each.dated_by:
        yield f"- Binds by the dates of: {_name(each.dated_by, law)}"
    yield from _binds(each.dated_by or each.provision, law)
    yield f"- Shown by: {'; '.join(each.evidence)}"


def _binds(unit: ProvisionId, law: LawOnDay) -> Iterator[str]:
    """The dates a provision names, but none before it was first worded."""
    if unit not in law:
        return
    worded = law.corpus.timeline(unit)[0].in_force.start
    for rule in law.provision(unit).applies_as_stated_on(law.day):
        start = max(rule.binds.start, worded)
        yield f"- Binds from {start}: {rule.condition} ({_name(rule.basis, law)})"


def _condition(holds: Condition, nothing: Told) -> Iterator[str]:
    """What a condition says of itself, unless it was made by another, and the facts it reads."""
    if holds.__doc__:
        yield f"- Where: {plain(holds.__doc__)}"
    watched = _Watched(nothing.facts)
    holds(replace(nothing, facts=watched))
    if watched.read:
        yield f"- Asks: {', '.join(f'`{fact}`' for fact in dict.fromkeys(watched.read))}"


class _Watched(Mapping[str, FactValue]):
    """Facts that remember which of them were asked."""

    def __init__(self, facts: Mapping[str, FactValue]) -> None:
        self._facts = facts
        self.read: list[str] = []

    def __getitem__(self, name: str) -> FactValue:
        self.read.append(name)
        return self._facts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)


def _facts(heading: str, about: type[Entity | Product]) -> Entry:
    rows = tuple(
        (f"`{name}`", asked.question, asked.matters, f"`{asked.within}`" if asked.within else "")
        for name, asked in questions_of(about).items()
    )
    return Entry(heading, grid(("fact", "question", "why it matters", "only where"), rows))


def _proposal(law: LawOnDay) -> Entry:
    proposal = proposal_on(law.day)
    said = proposal.said if proposal else f"nothing was proposed yet on {law.day}"
    return Entry("Proposals", (said,))


def _name(unit: ProvisionId, law: LawOnDay) -> str:
    return cited(law, unit) if unit in law else f"{unit} (not law on {law.day})"
