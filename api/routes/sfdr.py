"""What SFDR asks of an entity, and what it has disclosed for a product."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import ConfigDict

from api.dependencies import RuleUserDep, ServiceDep, TodayDep
from api.shapes.told import ToldBody
from copilot.rules.sfdr import Entity, Product, sfdr_entity, sfdr_product
from copilot.shapes import EntityBody, ProductBody

router = APIRouter(tags=["rules"], prefix="/sfdr")


class EntityFactsBody(ToldBody):
    """What is known of an entity; what is left out is unknown, and is asked for."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "as_of": "2026-11-20",
                    "facts": {
                        "credit_institution": True,
                        "portfolio_management": True,
                        "average_employees": 620,
                    },
                }
            ]
        }
    )

    facts: Entity


class ProductFactsBody(ToldBody):
    """What is known of a product; what is left out is unknown, and is asked for."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"as_of": "2026-11-20", "facts": {"kind": "portfolio", "promotes_characteristics": True}}
            ]
        }
    )

    facts: Product


@router.post("/entity")
def entity(told: EntityFactsBody, today: TodayDep, caller: RuleUserDep, service: ServiceDep) -> EntityBody:
    """Say what an entity owes: in which capacity, what it publishes, and whether it may explain instead."""
    law = service.corpus.open_to(caller.actor).as_of(told.as_of or today)
    return EntityBody.of(sfdr_entity(told.facts, law))


@router.post("/product")
def product(
    told: ProductFactsBody, today: TodayDep, caller: RuleUserDep, service: ServiceDep
) -> ProductBody:
    """Say what is disclosed for a product: by Article 6, 8 or 9, in which document and template."""
    law = service.corpus.open_to(caller.actor).as_of(told.as_of or today)
    return ProductBody.of(sfdr_product(told.facts, law))
