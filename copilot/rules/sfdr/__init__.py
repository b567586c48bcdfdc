"""SFDR as rules: who owes what as an entity, what is disclosed for a product, and what is only proposed."""

from copilot.rules.sfdr.duty import Capacity, Certainty, Obligation
from copilot.rules.sfdr.facts import (
    Entity,
    Maker,
    Product,
    ProductKind,
    entity_form,
    entity_from,
    product_form,
    product_from,
    read_entity,
    read_product,
)
from copilot.rules.sfdr.product import Regime
from copilot.rules.sfdr.proposal import Confidence, ProcedureStatus, Proposal, Stage, proposal_on
from copilot.rules.sfdr.rule import (
    CapacityFinding,
    EntityDuties,
    ProductDuties,
    RegimeFinding,
    sfdr_entity,
    sfdr_product,
)

__all__ = [
    "Capacity",
    "CapacityFinding",
    "Certainty",
    "Confidence",
    "Entity",
    "EntityDuties",
    "Maker",
    "Obligation",
    "ProcedureStatus",
    "Product",
    "ProductDuties",
    "ProductKind",
    "Proposal",
    "Regime",
    "RegimeFinding",
    "Stage",
    "entity_form",
    "entity_from",
    "product_form",
    "product_from",
    "proposal_on",
    "read_entity",
    "read_product",
    "sfdr_entity",
    "sfdr_product",
]
