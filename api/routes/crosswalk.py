"""What belongs together in the AI Act, NIST AI RMF, ISO/IEC 42001 and SOC 2, and what is left between them."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import ConfigDict, Field

from api.dependencies import AsOfDep, RuleUserDep, ServiceDep, TodayDep
from api.shapes.told import ToldBody
from copilot.law import ProvisionId
from copilot.rules import crosswalk
from copilot.rules.crosswalk import Category, InPlace, ReportType, shipped_crosswalk
from copilot.shapes import CounterpartsBody, GapBody

router = APIRouter(tags=["rules"])
_table = lru_cache(maxsize=4)(shipped_crosswalk)
_LONGEST_ID = 200
_MOST = 10
_Name = Annotated[str, Field(min_length=1, max_length=40)]
_Names = Annotated[list[_Name], Field(min_length=1, max_length=_MOST)]


class InPlaceBody(ToldBody):
    """What is in place, and what is wanted; what is left out is unknown."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "as_of": "2026-11-20",
                    "have": ["soc-2"],
                    "want": ["nist-ai-rmf"],
                    "ai_in_scope": True,
                    "soc_2_categories": ["privacy"],
                    "soc_2_type": "II",
                }
            ]
        }
    )

    have: _Names = Field(description="Frameworks in place: eu-ai-act, nist-ai-rmf, iso-42001, soc-2.")
    want: _Names = Field(description="Frameworks wanted.")
    ai_in_scope: bool | None = Field(
        default=None, description="Whether what is in place covers the AI system."
    )
    soc_2_categories: list[Category] | None = Field(
        default=None, max_length=_MOST, description="Of the SOC 2 report, besides security."
    )
    soc_2_type: ReportType | None = None


@router.get("/crosswalk/{id:path}")
def counterparts(
    id: Annotated[  # noqa: A002  # its name in the address
        str,
        Path(
            max_length=_LONGEST_ID, description="A provision or a framework.", examples=["eu-ai-act/art-9"]
        ),
    ],
    as_of: AsOfDep,
    caller: RuleUserDep,
    service: ServiceDep,
    to: Annotated[
        list[_Name], Query(max_length=_MOST, description="Frameworks to look in; all others if left out.")
    ] = [],  # noqa: B006  # FastAPI makes a new one each time
) -> CounterpartsBody:
    """Show what belongs to a provision in the other frameworks, how closely, and who says so."""
    corpus = service.corpus.open_to(caller.actor)
    report = crosswalk.crosswalk(_table(corpus), ProvisionId.parse(id), to, corpus.as_of(as_of))
    return CounterpartsBody.of(report)


@router.post("/crosswalk")
def gap(told: InPlaceBody, today: TodayDep, caller: RuleUserDep, service: ServiceDep) -> GapBody:
    """Say what of the frameworks wanted is covered by those in place, partly, or not at all."""
    corpus = service.corpus.open_to(caller.actor)
    categories = None if told.soc_2_categories is None else frozenset(told.soc_2_categories)
    in_place = InPlace(tuple(told.have), told.ai_in_scope, categories, told.soc_2_type)
    law = corpus.as_of(told.as_of or today)
    return GapBody.of(crosswalk.gap(_table(corpus), in_place, told.want, law))
