"""Ask: a question and a day, answered on the page; conversations are found again by their address."""

from __future__ import annotations

from datetime import date
from typing import Annotated, NamedTuple
from uuid import UUID, uuid4

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access import Caller
from api.answers import Gone, Inquiry
from api.dependencies import AskerDep, AsOfDep, ServiceDep, TodayDep
from api.pages.holdings import holdings
from api.pages.turns import Turn, shown
from api.rendering import render
from api.routes import conversations
from api.service import Service
from api.shapes.conversation import ConversationSummary
from copilot.errors import CopilotError

router = APIRouter(include_in_schema=False)
_TURNS, _EARLIER = 12, 6
_BEFORE_THE_AMENDMENT = date(2026, 7, 1)


class Example(NamedTuple):
    """A question to begin with, and the day to ask it for."""

    question: str
    as_of: date


def _examples(today: date) -> tuple[Example, ...]:
    return (
        Example("Is a system that ranks job applicants high-risk, and from when?", today),
        Example("What does Article 4 AI Act say?", _BEFORE_THE_AMENDMENT),
        Example("May I trade in a security on the restricted list?", today),
        Example("When may the disclosure of inside information be delayed?", today),
    )


@router.get("/", response_class=HTMLResponse)
def ask_page(
    request: Request,
    as_of: AsOfDep,
    today: TodayDep,
    caller: AskerDep,
    service: ServiceDep,
    q: Annotated[str, Query(max_length=8_000)] = "",
) -> HTMLResponse:
    """Show the box to ask in; ``q`` fills it."""
    return _page(request, service, caller, as_of=as_of, today=today, q=q)


@router.post("/")
async def ask_in_a_form(
    request: Request,
    caller: AskerDep,
    service: ServiceDep,
    question: Annotated[str, Form(max_length=8_000)],
    as_of: Annotated[date, Form()],
    conversation: Annotated[UUID | None, Form()] = None,
) -> Response:
    """Answer where no script runs: the whole answer, on the page of its conversation."""
    thread = str(conversation or uuid4())
    inquiry = await Inquiry.of(service, caller, question, as_of=as_of, thread=thread)
    try:
        answer = await inquiry.answer(request.is_disconnected)
    except Gone:
        return Response(status_code=499)
    return RedirectResponse(f"/conversation/{thread}#answer-{answer.sequence}", status_code=303)


@router.get("/conversation/{conversation}", response_class=HTMLResponse)
def conversation_page(
    request: Request,
    conversation: UUID,
    today: TodayDep,
    caller: AskerDep,
    service: ServiceDep,
    before: Annotated[int | None, Query(ge=1)] = None,
) -> HTMLResponse:
    """Show the latest turns of a conversation of the caller's, or those before one, and the box to go on with it."""
    corpus = service.corpus.open_to(caller.actor)
    kept = conversations.read(conversation, caller, service, Response(), limit=_TURNS, before=before)
    turns = tuple(shown(turn, corpus) for turn in kept.turns)
    return _page(
        request,
        service,
        caller,
        as_of=turns[-1].as_of,
        today=today,
        turns=turns,
        conversation=kept.id,
        earlier_turns=kept.before,
    )


def _page(
    request: Request,
    service: Service,
    caller: Caller,
    *,
    as_of: date,
    today: date,
    q: str = "",
    turns: tuple[Turn, ...] = (),
    conversation: str | None = None,
    earlier_turns: int | None = None,
) -> HTMLResponse:
    status = service.index_status()
    seen = service.corpus.open_to(caller.actor)
    earlier: list[ConversationSummary] = []
    problem: CopilotError | None = None
    try:
        earlier = conversations.listed(caller, service, Response(), limit=_EARLIER).conversations
    except CopilotError as error:
        problem = error
    return render(
        request,
        "ask/page.html",
        caller=caller,
        as_of=as_of,
        today=today,
        q=q,
        turns=turns,
        conversation=conversation,
        earlier_turns=earlier_turns,
        earlier=earlier,
        records_problem=problem,
        examples=() if turns else _examples(today),
        held=() if turns else holdings(seen.instruments.values()),
        not_ready=None if status.state == "ready" else status,
    )
