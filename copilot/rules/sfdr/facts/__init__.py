"""What is told of an entity or a product under SFDR, each fact with its question and its reason."""

from copilot.rules.sfdr.facts.asked import Asked, FactValue, questions_of
from copilot.rules.sfdr.facts.entity import Entity
from copilot.rules.sfdr.facts.product import Maker, Product, ProductKind
from copilot.rules.sfdr.facts.reading import (
    entity_form,
    entity_from,
    product_form,
    product_from,
    read_entity,
    read_product,
)

__all__ = [
    "Asked",
    "Entity",
    "FactValue",
    "Maker",
    "Product",
    "ProductKind",
    "entity_form",
    "entity_from",
    "product_form",
    "product_from",
    "questions_of",
    "read_entity",
    "read_product",
]
