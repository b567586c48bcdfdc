"""``ask``: a question in words, answered from law, policies and rules; the only tool that leaves a trace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import aclosing
from uuid import UUID

import mcp_types as mcp
from mcp.server.session import ServerSession
from pydantic import Field

from api.answers import Inquiry
from api.mcp_door.brought import dated, uri_of
from api.mcp_door.offered import Dated
from api.mcp_door.visit import Visit
from api.shapes.answer import AnswerBody, CitationBody, Numbered, StatementBody
from copilot.agent.events import Done, Working
from copilot.grounding import Answer


class Ask(Dated):
    """A question."""

    question: str = Field(
        min_length=1, max_length=8_000, description="The question, in words; it may name the day itself."
    )
    conversation: UUID | None = Field(
        default=None,
        description="The conversation it goes on, so that a follow-up is understood: an id of your choice.",
    )


LISTED = mcp.Tool(
    name="ask",
    title="Ask the copilot",
    description="Answers a question on law, policies and rules as of a day. Each sentence was held against the words "
    "it cites before it is given; what does not hold is left out. The question and its answer are recorded.",
    input_schema=Ask.model_json_schema(),
    output_schema=AnswerBody.model_json_schema(mode="serialization"),
    annotations=mcp.ToolAnnotations(
        read_only_hint=False, destructive_hint=False, idempotent_hint=False, open_world_hint=False
    ),
)


async def ask(told: Ask, visit: Visit, session: ServerSession) -> mcp.CallToolResult:
    """Answer, and say meanwhile what is being done. Who goes away leaves the answer to be finished and recorded."""
    thread = str(told.conversation) if told.conversation else None
    inquiry = await Inquiry.of(
        visit.service, visit.caller, told.question, as_of=told.as_of or visit.today, thread=thread
    )
    answer = await _answer(inquiry, session)
    body = Numbered(visit.service.corpus, answer.as_of).answer(answer, thread)
    for citation in _cited(body):
        citation.url = uri_of(citation.source, answer.as_of) if citation.url else None
    return mcp.CallToolResult(
        content=[mcp.TextContent(type="text", text="\n\n".join(_lines(body)))],
        structured_content=body.model_dump(mode="json"),
    )


async def _answer(inquiry: Inquiry, session: ServerSession) -> Answer:
    done = 0
    async with aclosing(inquiry.events()) as events:
        async for happened in events:
            if isinstance(happened, Done):
                return happened.answer
            if isinstance(happened, Working):
                done += 1
                await session.report_progress(done, message=happened.on)
    raise RuntimeError("an answer that ends without being done")


def _cited(body: AnswerBody) -> Iterator[CitationBody]:
    return (citation for statement in body.statements for citation in statement.citations)


def _lines(body: AnswerBody) -> Iterator[str]:
    yield dated(body.as_of, today=False)
    yield from body.notices
    yield from map(_stated, body.statements)
    if body.refusal is not None:
        yield f"No answer ({body.refusal.kind}). {body.refusal.reason} {body.refusal.settled_by}"
    for number, citation in {citation.number: citation for citation in _cited(body)}.items():
        yield f"[{number}] {_source(citation)}: “{citation.quote}”"
    if body.dropped:
        yield f"Statements left out since they did not hold: {body.dropped}."
    yield f"Record {body.record}."


def _stated(statement: StatementBody) -> str:
    numbers = dict.fromkeys(citation.number for citation in statement.citations)
    return f"{statement.text} {''.join(f'[{number}]' for number in numbers)}".rstrip()


def _source(citation: CitationBody) -> str:
    """A provision with its resource; a tool by its name, without the verdict."""
    if citation.kind == "tool":
        return citation.label.partition(":")[0]
    return f"{citation.label} {citation.act} ({citation.layer}, {citation.url})"
