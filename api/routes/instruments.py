"""The acts, frameworks, standards, guidance and policies that are held."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from api.dependencies import ReaderDep, ServiceDep
from api.pagination import After, Limit, page_of
from copilot.errors import UnknownProvision
from copilot.law.instrument import Confidence, Instrument, Kind
from copilot.shapes import Shape

router = APIRouter(tags=["law"])
_LONGEST_ID = 200


class VersionBody(Shape):
    """One state of the wording, as its publisher identifies it."""

    start: date = Field(serialization_alias="from")
    source: str


class InstrumentBody(Shape):
    """An act, a framework, a standard, guidance or a policy of the firm."""

    id: str
    title: str
    short: str
    also: list[str] = Field(description="Other names that people use for it.")
    kind: Kind
    jurisdiction: str
    publisher: str
    status: str
    versions: list[VersionBody]
    amends: list[str]
    until: date | None
    confidence: Confidence
    restated: list[str] = Field(description="What our digest covers where that is not all.")
    gaps: list[str] = Field(description="What it does not cover, in words.")
    owner: str | None


class InstrumentsBody(Shape):
    """What is held, in the order of the texts."""

    instruments: list[InstrumentBody]
    next: str | None = Field(description="Send it as `after` for the next page; none on the last.")


@router.get("/instruments")
def list_instruments(
    caller: ReaderDep,
    service: ServiceDep,
    kind: Annotated[Kind | None, Query(description="One kind only.", examples=["regulation"])] = None,
    limit: Limit = 100,
    after: After = None,
) -> InstrumentsBody:
    """List the acts, frameworks and policies that are held and open to the caller."""
    held = service.corpus.open_to(caller.actor).instruments.values()
    wanted = [act for act in held if kind in (None, act.kind)]
    page, following = page_of(wanted, after=after, limit=limit, name=lambda act: act.id)
    return InstrumentsBody(instruments=[_body(act) for act in page], next=following)


@router.get("/instruments/{id:path}")
def instrument(
    id: Annotated[  # noqa: A002  # its name in the address
        str, Path(max_length=_LONGEST_ID, description="Such as `eu-ai-act`.", examples=["eu-ai-act"])
    ],
    caller: ReaderDep,
    service: ServiceDep,
) -> InstrumentBody:
    """Tell what is known of one act, framework or policy as a whole."""
    act = service.corpus.open_to(caller.actor).instruments.get(id)
    if act is None:
        raise UnknownProvision(
            "there is no such act, framework or policy", remedy="See which there are: GET /v1/instruments"
        )
    return _body(act)


def _body(act: Instrument) -> InstrumentBody:
    return InstrumentBody.model_validate(act)
