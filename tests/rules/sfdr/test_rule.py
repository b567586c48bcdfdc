"""What both tools promise: dates, provisions that exist, the same bytes, and knowing more never taking away."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from copilot.errors import ContradictoryFacts, NotInForce
from copilot.law import load_corpus
from copilot.rules.sfdr import Entity, Product, sfdr_entity, sfdr_product
from copilot.rules.sfdr.entity import DUTIES as ENTITY_DUTIES
from copilot.rules.sfdr.product import DUTIES as PRODUCT_DUTIES
from tests.rules.sfdr.conftest import AskEntity, AskProduct
from tests.rules.sfdr.found import certain

_CORPUS = load_corpus(policies=None)
_LAWS = {
    day: _CORPUS.as_of(day)
    for day in (date(2021, 3, 10), date(2022, 9, 1), date(2023, 6, 1), date(2026, 11, 20), date(2028, 2, 1))
}
_NUMBERS = {
    "persons_employed": (0, 2, 3),
    "iorp_members": (14, 15),
    "average_employees": (0, 500, 501),
    "group_average_employees": (500, 501),
    "minimum_sustainable_share": (0, 30),
}
_WORDS = {"kind": ("ucits", "aif", "other"), "maker": ("ucits-manager", "aifm", "other")}


def _values(name: str) -> tuple[Any, ...]:
    numbers = tuple(Decimal(number) for number in _NUMBERS.get(name, ()))
    return numbers or _WORDS.get(name) or (True, False)


def _facts(described: type[Entity] | type[Product]) -> st.SearchStrategy[dict[str, Any]]:
    names = [fact.name for fact in fields(described) if fact.name != "name"]
    return st.fixed_dictionaries({name: st.sampled_from((None, *_values(name))) for name in names})


@pytest.mark.parametrize("day", ["2019-12-28", "2021-03-09"])
def test_nothing_is_owed_before_sfdr_applies(day: str, entity: AskEntity, product: AskProduct) -> None:
    with pytest.raises(NotInForce, match="SFDR applies from 2021-03-10") as error:
        entity(aifm=True, as_of=day)
    assert "2021" not in error.value.remedy
    with pytest.raises(NotInForce):
        product(as_of=day)
    assert entity(aifm=True, as_of="2021-03-10").obligations


@pytest.mark.parametrize("day", _LAWS)
def test_every_provision_named_is_law_on_the_day(day: date) -> None:
    law = _LAWS[day]
    for found in (sfdr_entity(Entity(), law), sfdr_product(Product(), law)):
        assert all(provision in law for provision in found.result.citations)
        assert {each.provision for each in found.obligations} <= set(found.result.citations)


def test_every_duty_names_provisions_that_exist_and_has_a_name_of_its_own() -> None:
    latest = _CORPUS.as_of(date(2028, 2, 1))

    for duties in (ENTITY_DUTIES, PRODUCT_DUTIES):
        assert len({duty.name for duty in duties}) == len(duties)
        assert all(each in latest for duty in duties for each in (duty.provision, *duty.also))
        assert all(duty.evidence and duty.what.endswith(".") for duty in duties)


def test_what_was_told_stands_in_the_result(entity: AskEntity) -> None:
    found = entity(name="A", aifm=True, average_employees="500.5")

    assert found.result.inputs == {"name": "A", "aifm": True, "average_employees": "500.5"}
    assert (found.result.tool, found.result.version, str(found.valid)) == (
        "sfdr-entity",
        "1",
        "from 2021-03-10",
    )


def test_what_is_only_proposed_is_told_apart(entity: AskEntity) -> None:
    found = entity(aifm=True)

    assert found.proposal is not None
    assert any("SFDR 2.0" in step.question and step.found.startswith("no") for step in found.result.steps)
    assert entity(aifm=True, as_of="2025-11-19").proposal is None


@settings(max_examples=150, deadline=None)
@given(_facts(Entity), st.data(), st.sampled_from(sorted(_LAWS)))
def test_telling_more_of_an_entity_takes_no_certain_obligation_away(
    facts: dict[str, Any], data: st.DataObject, day: date
) -> None:
    _holds_when_more_is_told(Entity, facts, data, day)


@settings(max_examples=150, deadline=None)
@given(_facts(Product), st.data(), st.sampled_from(sorted(_LAWS)))
def test_telling_more_of_a_product_takes_no_certain_obligation_away(
    facts: dict[str, Any], data: st.DataObject, day: date
) -> None:
    _holds_when_more_is_told(Product, facts, data, day)


def _holds_when_more_is_told(
    described: type[Entity] | type[Product], facts: dict[str, Any], data: st.DataObject, day: date
) -> None:
    told_later = {
        name: data.draw(st.sampled_from((None, *_values(name))), label=name)
        for name, value in facts.items()
        if value is None
    }
    try:
        less = described(**facts)
        more = replace(less, **told_later)
    except ContradictoryFacts:
        assume(False)
    before, after = _asked(less, day), _asked(more, day)

    assert certain(before) <= certain(after)
    assert {each.name for each in after.obligations} <= {each.name for each in before.obligations}
    assert before == _asked(less, day)


def _asked(described: Entity | Product, day: date) -> Any:
    law = _LAWS[day]
    return sfdr_entity(described, law) if isinstance(described, Entity) else sfdr_product(described, law)


@settings(max_examples=150, deadline=None)
@given(_facts(Entity))
def test_each_open_question_bears_on_something_possible(facts: dict[str, Any]) -> None:
    try:
        found = sfdr_entity(Entity(**facts), _LAWS[date(2026, 11, 20)])
    except ContradictoryFacts:
        assume(False)
    depends = {
        fact for each in found.obligations if each.certainty == "possible" for fact in each.depends_on
    }

    assert {asked.fact for asked in found.result.open_questions} == depends
    assert all(facts[fact] is None for fact in depends)
