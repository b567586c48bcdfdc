"""The section on the AI Act: every rule, role, relief and fact, as the law stands on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import ModuleType

from copilot.law import LawOnDay, label_of
from copilot.rules.ai_act import (
    annex_i,
    annex_iii,
    consistency,
    derogation,
    general_purpose,
    prohibited,
    roles,
    rule,
    scope,
    transparency,
)
from copilot.rules.ai_act.classification import _MINIMAL
from copilot.rules.ai_act.duties.registry import RULES as DUTIES
from copilot.rules.ai_act.formula import All, Formula
from copilot.rules.ai_act.rule import Rule, Tier
from copilot.rules.ai_act.rulebook import RULES, Rulebook, rulebook_on
from copilot.rules.table.ai_act_dates import date_entries
from copilot.rules.table.ai_act_facts import consistency_entry, fact_entries
from copilot.rules.table.ai_act_rules import role_entry, rule_entry
from copilot.rules.table.condition import Named, condition
from copilot.rules.table.notes import notes_of, plain
from copilot.rules.table.section import Entry, Part, Section

_PARTS: tuple[tuple[str, ModuleType, tuple[Tier, ...]], ...] = (
    ("What the Act does not reach", scope, ("not-an-ai-system", "out-of-scope")),
    ("Prohibited practices", prohibited, ("prohibited", "prohibited-later")),
    ("High-risk by Annex I", annex_i, ("high-risk-annex-i-a", "high-risk-annex-i-b")),
    ("High-risk by Annex III", annex_iii, ("high-risk-annex-iii",)),
    ("Taken out by Article 6(3)", derogation, ("derogated",)),
    ("Transparency", transparency, ("transparency",)),
    ("General-purpose AI models", general_purpose, ("gpai", "gpai-systemic")),
)
_TOGETHER = """\
How the rules are put together is code and not data (`outcome.py` and `classification.py` in `copilot/rules/ai_act`).
In words:

- The Act reaches a system where no rule of "What the Act does not reach" is met. A free and open-source licence lets
  a system out only where, besides, no other tier is met; being taken out by Art. 6(3) does not count as such a tier.
- A system that the Act does not reach is in no other tier. Models are decided apart from the system.
- A rule is met where its condition holds and no exception does. Several rules can be met at once.
- A system of Annex III that Art. 6(3) may or may not take out is in one of the two tiers, so it is not minimal.
- Where the facts of a rule are all told but not whether the Act reaches the system, it is met "if in scope".
- A relief is given only where it is certain."""
_NO_OTHER = (
    "It asks no fact of its own: it is met where no tier above is, and possible as long as none is certain."
)
_SHARED: tuple[tuple[str, str, Formula], ...] = (
    (
        "a safety component",
        "Art. 3(14) with Art. 6(1a) and (1b), since 27 July 2026.",
        annex_i.SAFETY_COMPONENT,
    ),
    (
        "a safety component as worded until 26 July 2026",
        "Art. 3(14) in its first wording.",
        annex_i.SAFETY_COMPONENT_UNTIL_2026,
    ),
    ("the derogation of Art. 6(3)", "Art. 6(3), all three subparagraphs.", derogation.DEROGATION),
    (
        "a general-purpose AI model on the market",
        "Art. 3(63) with Art. 2(1)(a).",
        general_purpose.MODEL.elements,
    ),
)
"""Conditions that several rules share; each stands once, and is named elsewhere."""


def section(law: LawOnDay) -> Section:
    """What the AI Act makes of a system, by the rules of a day; ``NotInForce`` before the Act."""
    book = rulebook_on(law.day)
    named = {formula: f"it is {heading}" for heading, _, formula in _SHARED}
    named[derogation.DEROGATION] = "the derogation of Art. 6(3) holds"
    return Section(
        "AI Act: tiers and roles",
        (
            Part("Conditions that several rules share", tuple(_shared(named))),
            *_of_tiers(tuple(_rules(book)), named),
            Part("Where no other tier is met", (rule_entry(_MINIMAL, named),), (_NO_OTHER,)),
            Part("Reliefs", tuple(rule_entry(reader.rule, named) for reader in book.reliefs)),
            Part("Roles", tuple(role_entry(reader.rule, named) for reader in book.roles), notes_of(roles)),
            *_dates(book),
            *_worded_otherwise(law.day, named),
            Part("Facts of the AI Act", fact_entries((*RULES, *roles.ROLES), DUTIES)),
            Part("What facts say of each other", (consistency_entry(),), (plain(consistency.__doc__),)),
        ),
        (*notes_of(rule), _TOGETHER),
    )


def _rules(book: Rulebook) -> Iterator[Rule]:
    for readers in (book.outside, book.on_systems, book.on_models):
        yield from (reader.rule for reader in readers)


def _shared(named: Named) -> Iterator[Entry]:
    for heading, basis, formula in _SHARED:
        others = {other: said for other, said in named.items() if other != formula}
        yield Entry(
            heading[:1].upper() + heading[1:], (basis, "", "Holds where:", "", *condition(formula, others))
        )


def _of_tiers(rules: tuple[Rule, ...], named: Named) -> Iterator[Part]:
    for heading, module, tiers in _PARTS:
        found = (rule_entry(one, _named_for(one, named)) for one in rules if one.tier in tiers)
        yield Part(heading, tuple(found), notes_of(module))


def _named_for(one: Rule, named: Named) -> Named:
    """Where Art. 6(3) takes a point out, the point itself has been written out before."""
    if one.tier != "derogated" or not isinstance(one.elements, All):
        return named
    point = one.elements.parts[0]
    return {**named, point: f"it is one of {label_of(one.provision.segments)}, as above"}


def _dates(book: Rulebook) -> Iterator[Part]:
    rules = (*_rules(book), _MINIMAL, *(reader.rule for reader in book.reliefs))
    yield Part("From when it binds", date_entries(rules, book.valid.start))


def _worded_otherwise(day: date, named: Named) -> Iterator[Part]:
    """Rules that are not in force on the day, with the dates that the law stated when they began to be."""
    other = tuple(one for one in RULES if day not in one.in_force)
    entries = tuple(rule_entry(one, _named_for(one, named)) for one in other)
    yield Part("In another wording on other days", entries)
    for start in sorted({one.in_force.start for one in other}):
        of_the_day = (one for one in other if one.in_force.start == start)
        yield Part(f"From when those bind, as the law stood on {start}", date_entries(of_the_day, start))
