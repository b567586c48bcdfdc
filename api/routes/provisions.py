"""Provisions of law, frameworks and policies, as worded on a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from api.dependencies import AsOfDep, ReaderDep, ServiceDep
from api.etag import NOT_MODIFIED, IfNoneMatch, tagged
from api.pagination import After, Limit, page_of
from api.shapes.provision import PlaceBody, ProvisionBody, provision_body
from copilot.law import LawOnDay, Provision, ProvisionId
from copilot.shapes import Days, Shape

router = APIRouter(tags=["law"])
LONGEST_ID = 200
Id = Annotated[
    str,
    Path(max_length=LONGEST_ID, description="An id, slashes included.", examples=["eu-ai-act/art-26/6"]),
]


class ListedBody(PlaceBody):
    """A provision in a list: what it is called, and when it is worded so."""

    title: str
    in_force: Days


class ProvisionsBody(Shape):
    """Provisions in the order of the texts, as worded on one day."""

    as_of: date
    provisions: list[ListedBody]
    next: str | None = Field(description="Send it as `after` for the next page; none on the last.")


@router.get("/provisions")
def list_provisions(
    as_of: AsOfDep,
    caller: ReaderDep,
    service: ServiceDep,
    instrument: Annotated[
        str | None,
        Query(max_length=LONGEST_ID, description="One act, framework or policy.", examples=["eu-ai-act"]),
    ] = None,
    limit: Limit = 50,
    after: After = None,
) -> ProvisionsBody:
    """List the provisions in force on a day, all or those of one act, framework or policy."""
    law = service.corpus.open_to(caller.actor).as_of(as_of)
    held = list(law) if instrument is None else law.of_instrument(instrument)
    page, following = page_of(held, after=after, limit=limit, name=lambda wording: str(wording.id))
    return ProvisionsBody(
        as_of=as_of, provisions=[_listed(wording, law) for wording in page], next=following
    )


@router.get("/provisions/{id:path}", response_model=ProvisionBody, responses={304: NOT_MODIFIED})
def provision(
    id: Id,  # noqa: A002  # its name in the address
    as_of: AsOfDep,
    caller: ReaderDep,
    service: ServiceDep,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Read a provision as worded on a day: its parts, whom it binds from when, its history and references."""
    body = provision_body(service.corpus, ProvisionId.parse(id), as_of=as_of, actor=caller.actor)
    return tagged(body, if_none_match)


def _listed(wording: Provision, law: LawOnDay) -> ListedBody:
    return ListedBody(
        id=wording.id,
        label=wording.label,
        act=law.corpus.instruments[wording.instrument].short,
        title=wording.title,
        in_force=Days.of(wording.in_force),
    )
