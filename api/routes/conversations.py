"""Own conversations: begun, listed, and read again. They are taken from the ledger; nobody sees another's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Path, Query, Response

from api.access import Caller
from api.answers import own_answer
from api.dependencies import AskerDep, BeforeDep, ServiceDep
from api.repeated import ONCE_ERRORS, OnceDep
from api.service import Service
from api.shapes.answer import Numbered
from api.shapes.conversation import (
    ConversationBody,
    ConversationList,
    ConversationSummary,
    NewConversation,
    TurnBody,
)
from copilot.errors import EntryUnavailable, NotPermitted

if TYPE_CHECKING:
    from copilot.records.conversations import Turn

router = APIRouter(prefix="/conversations", tags=["conversations"])


@router.post("", responses=ONCE_ERRORS)
async def begin(caller: AskerDep, once: OnceDep) -> NewConversation:
    """Begin a conversation. Questions that name it are understood after those before."""

    async def new() -> NewConversation:
        return NewConversation(id=str(uuid4()))

    return await once(caller, b"", new, NewConversation)


@router.get("")
def listed(
    caller: AskerDep,
    service: ServiceDep,
    response: Response,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    before: BeforeDep = None,
) -> ConversationList:
    """Own conversations, the latest first."""
    from copilot.records.conversations import Conversations

    response.headers["Cache-Control"] = "no-store"
    found = Conversations(service.ledger()).latest(caller.actor.name, most=limit + 1, before=before)
    shown = found[:limit]
    return ConversationList(
        conversations=[
            ConversationSummary(
                id=held.id,
                title=held.first.question.asked,
                last_at=held.last.at,
                last=held.last.number,
                turns=held.turns,
            )
            for held in shown
        ],
        before=shown[-1].last.number if len(found) > limit else None,
    )


@router.get("/{conversation}")
def read(
    conversation: Annotated[UUID, Path(examples=["7f0c7f3e-6a3c-4d1e-9d6b-2f6a1c1f4b7e"])],
    caller: AskerDep,
    service: ServiceDep,
    response: Response,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    before: BeforeDep = None,
) -> ConversationBody:
    """The latest turns of a conversation, each answer as it was given."""
    from copilot.records.conversations import Conversations

    response.headers["Cache-Control"] = "no-store"
    name = str(conversation)
    found = Conversations(service.ledger()).turns(name, caller.actor.name, most=limit + 1, before=before)
    shown = found[-limit:]
    return ConversationBody(
        id=name,
        turns=[_turn(asked, caller, service) for asked in shown],
        before=shown[0].number if len(found) > limit else None,
    )


def _turn(asked: Turn, caller: Caller, service: Service) -> TurnBody:
    turn = TurnBody(
        record=asked.number,
        question=asked.question.asked,
        as_of=asked.question.as_of,
        at=asked.at,
        state="not_answered",
        said="This question was not answered.",
        answer=None,
    )
    if asked.answer is None:
        return turn
    try:
        answer = own_answer(service.ledger(), service.corpus, caller.actor, asked.answer)
    except NotPermitted as error:
        return turn.model_copy(update={"state": "withheld", "said": str(error)})
    except EntryUnavailable as error:
        return turn.model_copy(update={"state": "redacted", "said": str(error)})
    body = Numbered(service.corpus, answer.as_of).answer(answer, asked.question.thread)
    return turn.model_copy(update={"state": "answered", "said": None, "answer": body})
