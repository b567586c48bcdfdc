"""``/v1/chat/completions`` and ``/v1/models``, as OpenAI's clients call them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any, Final
from uuid import uuid4

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import JSONResponse

from api.access import Caller
from api.answers import MEDIA_TYPE, AnswerStream, Gone, Inquiry
from api.dependencies import AskerDep, ServiceDep, TodayDep
from api.openai_door.asked import Asked, asked_in
from api.openai_door.chat_request import ChatRequest
from api.openai_door.chunks import Chunks
from api.openai_door.completion import Completion, completion
from api.openai_door.faults import FaultBody, FaultRoute
from api.openai_door.models import ModelBody, ModelList, day_in
from api.openai_door.writing import Writing
from api.service import Service

_FAULTS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": FaultBody} for status in (400, 401, 403, 404, 413, 429, 503)
}
_STREAM: Final[dict[int | str, dict[str, Any]]] = {200: {"content": {MEDIA_TYPE: {}}}}
router = APIRouter(tags=["openai"], route_class=FaultRoute)


@router.post("/chat/completions", response_model=Completion, responses=_STREAM | _FAULTS)
async def complete(
    chat: ChatRequest, request: Request, caller: AskerDep, service: ServiceDep, today: TodayDep
) -> Response:
    """Answer the last question of a conversation; with ``stream``, statement by statement as each one holds."""
    inquiry = await _inquiry(service, caller, chat, asked_in(chat, today))
    writing = Writing(service.corpus, inquiry.day, str(request.base_url))
    name, now = f"chatcmpl-{uuid4().hex}", int(datetime.now(UTC).timestamp())
    if chat.stream:
        events = inquiry.events()
        return AnswerStream(Chunks(name, now, chat, writing).sent(await anext(events), events))
    try:
        answer = await inquiry.answer(request.is_disconnected)
    except Gone:
        return Response(status_code=499)
    whole = completion(name, now, chat, answer, writing.whole(answer))
    return JSONResponse(whole.model_dump(mode="json"), headers={"Cache-Control": "no-store"})


@router.get("/models", responses=_FAULTS)
async def models(_caller: AskerDep) -> ModelList:
    """List what can be asked; ``copilot@2026-07-01`` is the same model, asked as of that day."""
    return ModelList(data=[ModelBody()])


@router.get("/models/{name}", responses=_FAULTS)
async def model(name: Annotated[str, Path(examples=["copilot"])], _caller: AskerDep) -> ModelBody:
    """Say whether there is a model of this name."""
    day_in(name)
    return ModelBody(id=name)


async def _inquiry(service: Service, caller: Caller, chat: ChatRequest, asked: Asked) -> Inquiry:
    """The question after those of the conversation that is named, or else after those sent along."""
    thread = str(chat.conversation) if chat.conversation else None
    inquiry = await Inquiry.of(service, caller, asked.question, as_of=asked.as_of, thread=thread)
    return inquiry if thread else replace(inquiry, day=asked.day, _conversation=asked.conversation)
