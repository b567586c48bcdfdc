from decimal import Decimal

import pytest

from copilot.errors import ContradictoryFacts, ToolInputError
from copilot.rules.sfdr import Entity, Product, entity_form, product_form, read_entity, read_product


def test_a_form_reads_back_as_nothing_told() -> None:
    assert read_entity(entity_form(), "form") == Entity()
    assert read_product(product_form(), "form") == Product()
    assert read_product("", "empty") == Product()


def test_words_and_numbers_are_read() -> None:
    entity = read_entity(
        "name: A\naifm: Yes\niorp: no\naverage_employees: 500.5\npersons_employed: unknown\n", "a"
    )
    product = read_product(
        "kind: aif\nmaker: aifm\nminimum_sustainable_share: 30\nindex_designated: no\n", "p"
    )

    assert entity == Entity(name="A", aifm=True, iorp=False, average_employees=Decimal("500.5"))
    assert product == Product(
        kind="aif", maker="aifm", minimum_sustainable_share=Decimal(30), index_designated=False
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("aifm: perhaps", "e.yaml: aifm: write yes, no or unknown, not 'perhaps'"),
        ("average_employees: many", "e.yaml: average_employees"),
        ("average_employees: -1", "average_employees cannot be -1"),
        ("colour: blue", "there is no fact 'colour'"),
        ("- aifm", "holds no facts by name"),
        ("aifm: [", "e.yaml is not YAML"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, said: str) -> None:
    with pytest.raises(ToolInputError) as error:
        read_entity(text, "e.yaml")
    assert said in str(error.value)
    assert error.value.remedy


def test_an_unknown_kind_of_product_is_refused_and_a_contradiction_named() -> None:
    with pytest.raises(ToolInputError, match="kind"):
        read_product("kind: bond", "p.yaml")
    with pytest.raises(ContradictoryFacts):
        read_product("index_designated: no\nindex_is_climate_benchmark: yes", "p.yaml")
