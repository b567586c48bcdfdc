"""The regimes that one launch engages in several places."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from api.dependencies import RuleUserDep, ServiceDep, TodayDep
from api.shapes.told import ToldBody
from copilot.rules import jurisdictions as rule
from copilot.rules.ai_act import AISystem
from copilot.rules.jurisdictions import Launch, LaunchFacts, shipped_register
from copilot.shapes import JurisdictionsBody, Shape

router = APIRouter(tags=["rules"])
_register = lru_cache(maxsize=4)(shipped_register)
_MOST_PLACES = 60


class LaunchBody(ToldBody):
    """What is known of a system and of its launch, and where it is used, or used on people."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "as_of": "2026-11-20",
                    "places": ["eu", "us-co"],
                    "facts": {"employment": {"recruitment": True}},
                    "launch": {"personal_data": True},
                }
            ]
        }
    )

    places: Annotated[
        list[Annotated[str, Field(max_length=40)]], Field(min_length=1, max_length=_MOST_PLACES)
    ] = Field(description="Ids of places: `GET /v1/jurisdictions` lists them.")
    facts: AISystem = Field(default_factory=AISystem)
    launch: LaunchFacts = Field(default_factory=LaunchFacts)


class KnownPlaceBody(Shape):
    """A place whose regimes are known, and the place it lies in."""

    id: str
    name: str
    within: str | None


class PlacesBody(Shape):
    """Every place whose regimes are known."""

    places: list[KnownPlaceBody]


@router.get("/jurisdictions")
def list_places(caller: RuleUserDep, service: ServiceDep) -> PlacesBody:
    """List the places whose regimes are known."""
    register = _register(service.corpus.open_to(caller.actor))
    return PlacesBody(places=[KnownPlaceBody.model_validate(place) for place in register.places])


@router.post("/jurisdictions")
def jurisdictions(
    told: LaunchBody, today: TodayDep, caller: RuleUserDep, service: ServiceDep
) -> JurisdictionsBody:
    """Say which regimes a launch engages in each place, where each stands on the day, and what they share."""
    corpus = service.corpus.open_to(caller.actor)
    law = corpus.as_of(told.as_of or today)
    launch = Launch(told.facts, told.launch)
    return JurisdictionsBody.of(rule.jurisdictions(_register(corpus), launch, told.places, law))
