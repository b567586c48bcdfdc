"""How high the fine for an infringement can be."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from api.dependencies import RuleUserDep, ServiceDep, TodayDep
from api.shapes.told import Amount, ToldBody
from copilot.rules.fines import Kind, Offender, Supervisor, fine_for
from copilot.shapes import FineBody

router = APIRouter(tags=["rules"])


class InfringementBody(ToldBody):
    """What was infringed, and what is known of who is fined; what is left out is unknown."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "as_of": "2026-11-20",
                    "infringement": "eu-ai-act/art-5",
                    "who": "undertaking",
                    "turnover": "2500000000",
                }
            ]
        }
    )

    infringement: str = Field(
        min_length=1,
        max_length=200,
        description="The provision, like `eu-ai-act/art-26/5`, or a topic, like `literacy`.",
    )
    who: Kind | None = None
    turnover: Amount | None = Field(default=None, description="Worldwide, of the year before, in EUR.")
    supervisor: Supervisor | None = Field(default=None, description="Who supervises the AI system.")
    gain: Amount | None = Field(default=None, description="Profit gained or loss avoided, in EUR (MAR).")


@router.post("/fines")
def fines(told: InfringementBody, today: TodayDep, caller: RuleUserDep, service: ServiceDep) -> FineBody:
    """Say how high a fine can be, by whom, and what that depends on."""
    law = service.corpus.open_to(caller.actor).as_of(told.as_of or today)
    offender = Offender(told.who, told.turnover, told.supervisor, told.gain)
    return FineBody.of(fine_for(told.infringement, offender, law=law))
