"""Searching the law over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from api.dependencies import AsOfDep, ReaderDep, ServiceDep
from copilot.law import ProvisionId

router = APIRouter(tags=["search"])


class Part(BaseModel):
    """A lead-in or a point of the paragraph that a provision stands in."""

    id: ProvisionId
    label: str
    text: str


class Hit(BaseModel):
    """A provision that was found, in the wording of the day, and the paragraph it stands in."""

    id: ProvisionId
    label: str
    act: str
    text: str
    applies: list[str]
    score: float
    why: str
    paragraph: list[Part]


class Hits(BaseModel):
    """What was found, nearest first, as of one day."""

    as_of: date
    results: list[Hit]


@router.get("/search")
def search(
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=2_000,
            description="What to look for, in words.",
            examples=["how long are logs kept"],
        ),
    ],
    as_of: AsOfDep,
    caller: ReaderDep,
    service: ServiceDep,
    top: Annotated[int, Query(ge=1, le=100, description="How many at most.")] = 10,
) -> Hits:
    """Find provisions by meaning, in the wording in force on the day."""
    texts = service.texts()
    found = texts.searcher().search(q, as_of=as_of, actor=caller.actor, top=top)
    hits = [
        Hit(
            id=hit.provision.id,
            label=hit.provision.label,
            act=texts.corpus.instruments[hit.provision.instrument].short,
            text=hit.provision.text,
            applies=[str(rule) for rule in hit.provision.applies_as_stated_on(as_of)],
            score=hit.score,
            why=hit.why,
            paragraph=[Part(id=part.id, label=part.label, text=part.text) for part in hit.paragraph],
        )
        for hit in found
    ]
    return Hits(as_of=as_of, results=hits)
