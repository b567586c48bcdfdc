"""One question, one answer: whole, or sentence by sentence as each one holds."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from api.access import Caller
from api.answers import MEDIA_TYPE, Gone, Inquiry, own_answer, streamed
from api.dependencies import AskerDep, ServiceDep, TodayDep
from api.repeated import ONCE_ERRORS, OnceDep
from api.service import Service
from api.shapes.answer import AnswerBody, Numbered
from copilot.agent.comparing import difference
from copilot.errors import UnusableQuestion
from copilot.grounding import Answer
from copilot.law import Corpus
from copilot.rules.telling import Day

router = APIRouter(tags=["answers"])
_CLIENT_HAS_GONE = 499


class AskBody(BaseModel):
    """A question."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "question": "How long does a deployer of a high-risk AI system keep its logs?",
                    "as_of": "2026-11-20",
                }
            ]
        },
    )

    question: str = Field(min_length=1, description="The question, in words.")
    as_of: Day | None = Field(
        default=None,
        description="The day asked about, unless the question names another; today if left out.",
    )
    conversation: UUID | None = Field(
        default=None, description="The conversation it goes on; from `POST /v1/conversations`."
    )
    compare_with: Day | None = Field(
        default=None, description="Answer as of this day as well, and say what changed; not in a stream."
    )


class ComparisonBody(BaseModel):
    """The answers of two days, the earlier first, and what only one of them says."""

    answers: list[AnswerBody]
    only_first: list[str]
    only_second: list[str]
    both: list[str]


class _Recorded(BaseModel):
    """Where the answers stand in the ledger; they are read from there when the question is repeated."""

    records: list[int]


@router.post(
    "/ask",
    response_model=AnswerBody | ComparisonBody,
    responses={200: {"content": {MEDIA_TYPE: {"schema": {"type": "string"}}}}, **ONCE_ERRORS},
)
async def ask(
    body: AskBody,
    request: Request,
    caller: AskerDep,
    service: ServiceDep,
    today: TodayDep,
    once: OnceDep,
) -> Response:
    """Answer a question; with ``Accept: text/event-stream``, statement by statement as each one holds."""
    as_of, thread = body.as_of or today, str(body.conversation) if body.conversation else None
    if MEDIA_TYPE in request.headers.get("accept", ""):
        if body.compare_with is not None or once.key is not None:
            raise UnusableQuestion(
                "in a stream no days are compared and no question is repeated under its key",
                remedy="Ask without Accept: text/event-stream.",
            )
        inquiry = await Inquiry.of(service, caller, body.question, as_of=as_of, thread=thread)
        return await streamed(inquiry, service.corpus)
    fresh: list[Answer] = []

    async def answer() -> _Recorded:
        for day in sorted({as_of, body.compare_with or as_of}):
            inquiry = await Inquiry.of(service, caller, body.question, as_of=day, thread=thread)
            fresh.append(await inquiry.answer(request.is_disconnected))
        return _Recorded(records=[given.sequence for given in fresh])

    try:
        recorded = await once(caller, body, answer, _Recorded)
    except Gone:
        return Response(status_code=_CLIENT_HAS_GONE)
    answers = fresh or await run_in_threadpool(_again, recorded, caller, service)
    sent = _sent(answers, thread, service.corpus)
    return JSONResponse(sent.model_dump(mode="json"), headers={"Cache-Control": "no-store"})


def _again(recorded: _Recorded, caller: Caller, service: Service) -> list[Answer]:
    ledger, corpus = service.ledger(), service.corpus
    return [own_answer(ledger, corpus, caller.actor, number) for number in recorded.records]


def _sent(answers: Sequence[Answer], thread: str | None, corpus: Corpus) -> AnswerBody | ComparisonBody:
    bodies = [Numbered(corpus, answer.as_of).answer(answer, thread) for answer in answers]
    if len(bodies) == 1:
        return bodies[0]
    found = difference(*answers)
    only_first, only_second, both = (
        [statement.text for statement in statements]
        for statements in (found.only_first, found.only_second, found.both)
    )
    return ComparisonBody(answers=bodies, only_first=only_first, only_second=only_second, both=both)
