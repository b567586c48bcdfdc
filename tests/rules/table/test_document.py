import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import get_args

import pytest

import copilot.rules
from copilot.errors import NotInForce, ToolInputError
from copilot.law import label_of, load_corpus
from copilot.rules import ai_act
from copilot.rules.ai_act.duties.registry import RULES as DUTIES
from copilot.rules.ai_act.facts import FACTS
from copilot.rules.ai_act.prohibited import MANIPULATION
from copilot.rules.ai_act.roles import ROLES, RoleRule
from copilot.rules.ai_act.rule import Exemption, Rule, act
from copilot.rules.ai_act.rulebook import RULES
from copilot.rules.deadlines import Event
from copilot.rules.fairness import LIMITS
from copilot.rules.fines.listing import LISTINGS, UNLISTED_DUTIES
from copilot.rules.jurisdictions import LAUNCH_FACTS, shipped_register
from copilot.rules.sfdr.entity import rulebook as of_entities
from copilot.rules.sfdr.facts import Entity, Product, questions_of
from copilot.rules.sfdr.product import rulebook as of_products
from copilot.rules.table import SECTIONS, rules_table, topic_named
from copilot.rules.table.condition import facts_in

AnyRule = Rule | RoleRule

_DAYS = [date(2024, 8, 1), date(2026, 7, 27), date(2026, 11, 20)]
_SFDR = (of_entities, of_products)
_CORPUS = load_corpus(policies=None)
_SECTION_OF = {
    "ai_act": "ai-act",
    "fines": "fines",
    "deadlines": "deadlines",
    "crosswalk": "crosswalk",
    "fairness": "fairness-and-drift",
    "drift": "fairness-and-drift",
    "sfdr": "sfdr",
    "jurisdictions": "jurisdictions",
}


@pytest.fixture(scope="module", params=_DAYS, ids=str)
def document(request: pytest.FixtureRequest) -> str:
    return rules_table(_CORPUS.as_of(request.param), SECTIONS)


def _written_in_the_code() -> Iterator[AnyRule]:
    """Every rule that a module of the AI Act holds, listed in a registry or not."""
    for found in pkgutil.iter_modules(ai_act.__path__, "copilot.rules.ai_act."):
        for value in vars(importlib.import_module(found.name)).values():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, AnyRule):
                    yield one


@cache
def _entries(document: str) -> dict[str, list[str]]:
    """The text of each entry, by its heading; two wordings can have the same one."""
    found: dict[str, list[str]] = {}
    for text in re.split(r"^#{2,4} ", document, flags=re.MULTILINE):
        heading, _, body = text.partition("\n")
        found.setdefault(heading, []).append(body)
    return found


def _missing(rules: Iterable[AnyRule], document: str) -> list[str]:
    """The rules without an entry that has all of their facts, exemptions, version and time."""
    entries = _entries(document)
    shared = "".join(
        body for heading, bodies in entries.items() if heading in _shared(document) for body in bodies
    )
    missing = []
    for rule in rules:
        heading = f"{label_of(rule.provision.segments)}: {rule.question}"
        needed = _needed(rule)
        bodies = [body + shared for body in entries.get(heading, [])]
        if not any(all(one in body for one in needed) for body in bodies):
            missing.append(heading)
    return missing


def _shared(document: str) -> list[str]:
    part = document.partition("### Conditions that several rules share")[2].partition("\n### ")[0]
    return re.findall(r"^#### (.*)$", part, flags=re.MULTILINE)


def _needed(rule: AnyRule) -> Iterator[str]:
    if isinstance(rule, Rule):
        yield f"Version {rule.version} of the rule, valid {rule.in_force}"
        yield from (label_of(unit.segments) for unit in (*rule.also, *rule.dated))
    for exemption in rule.exemptions:
        yield f"Except: {exemption.about} ({label_of(exemption.provision.segments)})"
    if "taken out by" not in rule.question:
        for formula in (rule.elements, *(exemption.holds for exemption in rule.exemptions)):
            yield from (f"(`{key}`)" for key in facts_in(formula))


def test_every_rule_in_the_code_has_its_entry(document: str) -> None:
    written = list(_written_in_the_code())

    assert len(written) > len(RULES)
    assert _missing((*RULES, *ROLES, *written), document) == []


@pytest.mark.parametrize(
    "changed",
    [
        replace(MANIPULATION, question="Is it a rule nobody listed?"),
        replace(MANIPULATION, version="2"),
        replace(MANIPULATION, elements=RULES[0].elements),
        replace(
            MANIPULATION, exemptions=(Exemption("something", act("art-5/1/a"), MANIPULATION.elements),)
        ),
    ],
)
def test_a_rule_that_is_not_in_the_document_is_missed(changed: Rule) -> None:
    document = rules_table(_CORPUS.as_of(_DAYS[-1]), ["ai-act"])

    assert _missing([MANIPULATION], document) == []
    assert len(_missing([changed], document)) == 1


def test_every_fact_is_listed_with_the_rules_that_use_it(document: str) -> None:
    rows = {line.split("`")[1]: line for line in document.splitlines() if line.startswith("| `")}
    used = [
        (key, label_of(rule.provision.segments))
        for rule in (*RULES, *ROLES)
        for formula in (rule.elements, *(exemption.holds for exemption in rule.exemptions))
        for key in facts_in(formula)
    ]

    told = {fact.key: fact.told for fact in FACTS}
    assert [
        fact.key for fact in FACTS if not fact.about and fact.question not in rows.get(fact.told, "")
    ] == []
    assert [(key, label) for key, label in used if label not in rows[told[key]]] == []
    assert "market.placed_on" in rows


def test_every_listing_of_a_fine_is_there(document: str) -> None:
    fined = document.partition("## Fines")[2].partition("\n## ")[0]
    rows = [line for line in fined.splitlines() if line.startswith("| ")]

    for each in LISTINGS:
        duty, basis = (_named(label_of(unit.segments), str(unit)) for unit in (each.duty, each.basis))
        assert any(re.match(rf"\| {duty}.*\| {basis}", row) for row in rows), each
    for unit in UNLISTED_DUTIES:
        assert re.search(rf"^- {_named(label_of(unit.segments), str(unit))}", fined, flags=re.MULTILINE)


def _named(label: str, unit: str) -> str:
    """A provision by its label, or by its id on a day when it is not law."""
    return f"(?:{re.escape(label)} AI Act|{re.escape(unit)} \\(not law)"


def test_every_duty_of_the_act_has_its_entry(document: str) -> None:
    entries = _entries(document)

    for rule in DUTIES:
        bodies = entries.get(f"{label_of(rule.provision.segments)}: {rule.title}", [])
        facts = [key for case in rule.cases for key in facts_in(case.when)]
        facts += [key for relief in rule.reliefs for key in facts_in(relief.holds)]
        needed = [f"`{rule.key}`, for the **{rule.role}**. {rule.what}", f"valid {rule.in_force}", *facts]
        assert any(all(one in body for one in needed) for body in bodies), rule.key


def test_every_duty_and_test_of_sfdr_has_its_entry(document: str) -> None:
    headings = {heading.partition(": ")[2] for heading in _entries(document)}

    assert {one.name for book in _SFDR for one in book.DUTIES} <= headings
    assert {one.question for book in _SFDR for one in book.CRITERIA} <= headings
    assert all(f"| `{name}` |" in document for about in (Entity, Product) for name in questions_of(about))


def test_every_regime_of_the_register_has_its_entry(document: str) -> None:
    register = shipped_register(_CORPUS)
    headings = _entries(document).keys()

    assert [one.id for one in register.regimes if f"{one.name} (`{one.id}`)" not in headings] == []
    assert [key for key in LAUNCH_FACTS if f"| `{key}` |" not in document] == []


def test_every_event_has_its_deadlines(document: str) -> None:
    deadlines = document.partition("## Deadlines")[2].partition("\n## ")[0]

    assert [event for event in get_args(Event) if f"#### {event}\n" not in deadlines] == []


def test_every_limit_of_a_test_is_there(document: str) -> None:
    assert [name for name in LIMITS if f"#### Limits {name}\n" not in document] == []


def test_every_package_of_rules_takes_part() -> None:
    packages = {found.name for found in pkgutil.iter_modules(copilot.rules.__path__) if found.ispkg}

    assert packages - {"table"} == set(_SECTION_OF)
    assert {*_SECTION_OF.values(), "ai-act-duties"} == set(SECTIONS)


def test_the_document_is_the_same_each_time() -> None:
    law = _CORPUS.as_of(date(2026, 11, 20))

    assert rules_table(law, ["ai-act"]) == rules_table(law, ["ai-act"])


def test_a_practice_whose_prohibition_comes_later_is_said_to() -> None:
    before, after = (_tier_of_intimate_imagery(day) for day in (date(2026, 12, 1), date(2026, 12, 2)))

    assert (before, after) == ("prohibited-later", "prohibited")


def _tier_of_intimate_imagery(day: date) -> str:
    entry = rules_table(_CORPUS.as_of(day), ["ai-act"]).partition("#### Art. 5(1)(ba): ")[2]
    found = re.search(r"Tier: \*\*(.*?)\*\*", entry)
    assert found is not None
    return found[1]


def test_before_the_act_there_is_nothing_to_review() -> None:
    with pytest.raises(NotInForce, match="2024-07-31"):
        rules_table(_CORPUS.as_of(date(2024, 7, 31)), ["ai-act"])


def test_an_unknown_topic_is_named() -> None:
    with pytest.raises(ToolInputError, match="no topic 'taxes'"):
        topic_named("taxes")
