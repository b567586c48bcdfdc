"""What readers think of answers: said by those who were given them, read by those who look after them."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field

from api.answers import may_be_shown, own_answer
from api.dependencies import AskerDep, AuditorDep, BeforeDep, ServiceDep
from api.repeated import ONCE_ERRORS, OnceDep
from copilot.errors import EntryUnavailable

if TYPE_CHECKING:
    from api.access import Caller
    from api.service import Service
    from copilot.records.feedback import Opinion

router = APIRouter(prefix="/feedback", tags=["feedback"])
_NOT_SHOWN = "[withheld]"


class FeedbackBody(BaseModel):
    """What the reader of an answer thinks of it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"record": 1, "helpful": True, "words": "Just what I needed."}]},
    )

    record: int = Field(ge=1, le=2**53, description="The entry of the answer: its `record`.")
    helpful: bool
    words: str = Field(default="", max_length=2_000)


class FeedbackGiven(BaseModel):
    """The number under which it is kept."""

    number: int


class OpinionBody(BaseModel):
    """One opinion."""

    number: int
    record: int
    by: str
    at: datetime
    helpful: bool
    words: str = Field(
        description="`[withheld]` where they speak of an answer that you may not see, or is gone."
    )


class FeedbackList(BaseModel):
    """Opinions, the latest first."""

    feedback: list[OpinionBody]
    before: int | None = Field(description="Where the next page begins; none on the last one.")


@router.post("", status_code=HTTPStatus.CREATED, responses=ONCE_ERRORS)
async def give(body: FeedbackBody, caller: AskerDep, service: ServiceDep, once: OnceDep) -> FeedbackGiven:
    """Say what you think of an answer you were given; what you said of it before is replaced."""
    return await once(caller, body, lambda: run_in_threadpool(_given, body, caller, service), FeedbackGiven)


@router.get("")
def read(
    caller: AuditorDep,
    service: ServiceDep,
    response: Response,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    before: BeforeDep = None,
) -> FeedbackList:
    """What readers thought of the answers they were given."""
    from copilot.records.feedback import Feedback

    response.headers["Cache-Control"] = "no-store"
    found = Feedback(service.ledger()).latest(most=limit + 1, before=before)
    shown = found[:limit]
    return FeedbackList(
        feedback=[_as_sent(opinion, caller, service) for opinion in shown],
        before=shown[-1].number if len(found) > limit else None,
    )


def _given(body: FeedbackBody, caller: Caller, service: Service) -> FeedbackGiven:
    from copilot.records.feedback import Feedback

    own_answer(service.ledger(), service.corpus, caller.actor, body.record)
    opinion = Feedback(service.ledger()).give(
        body.record, caller.actor.name, helpful=body.helpful, words=body.words
    )
    return FeedbackGiven(number=opinion.number)


def _as_sent(opinion: Opinion, caller: Caller, service: Service) -> OpinionBody:
    """An opinion; words on an answer can repeat it, and are shown to those alone who may see that."""
    try:
        record = service.ledger().answer(opinion.answer)
        seen = may_be_shown(record, caller.actor, service.corpus)
    except EntryUnavailable:
        seen = False
    return OpinionBody(
        number=opinion.number,
        record=opinion.answer,
        by=opinion.by,
        at=opinion.at,
        helpful=opinion.helpful,
        words=opinion.words if seen else _NOT_SHOWN,
    )
