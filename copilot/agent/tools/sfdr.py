"""``sfdr_entity`` and ``sfdr_product``: what the SFDR asks of a firm, and of a product."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, JsonValue

from copilot.agent.asking import Asking
from copilot.agent.tools.tool import Arguments, Tool
from copilot.grounding import Source
from copilot.rules.sfdr import entity_from, product_from, sfdr_entity, sfdr_product


class SfdrEntity(Arguments):
    """What is known of the firm."""

    facts: Mapping[str, JsonValue] = Field(
        description='Facts told, like {"portfolio_manager": true, "employees": 620}.'
    )


class SfdrProduct(Arguments):
    """What is known of the product."""

    facts: Mapping[str, JsonValue] = Field(
        description='Facts told, like {"promotes_characteristics": true}.'
    )


def _entity(told: SfdrEntity, asking: Asking) -> tuple[Source, ...]:
    return (sfdr_entity(entity_from(dict(told.facts), "facts"), asking.law).result,)


def _product(told: SfdrProduct, asking: Asking) -> tuple[Source, ...]:
    return (sfdr_product(product_from(dict(told.facts), "facts"), asking.law).result,)


SFDR_ENTITY = Tool(
    name="sfdr_entity",
    about="What the SFDR asks of a financial market participant or adviser: policies, adverse impacts, publication.",
    progress="Looking at the firm's SFDR duties",
    arguments=SfdrEntity,
    gather=_entity,
)
SFDR_PRODUCT = Tool(
    name="sfdr_product",
    about="Which disclosure regime of the SFDR (Art. 6, 8 or 9) a product is under, and what has to be disclosed.",
    progress="Looking at the product's SFDR duties",
    arguments=SfdrProduct,
    gather=_product,
)
