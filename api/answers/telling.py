"""What is sent of each thing that happens while a question is answered, as one Server-Sent Event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from pydantic import BaseModel

from api.answers.desk import Happened, Waits
from api.problems import Problem
from api.shapes.answer import Numbered, refusal_body
from copilot.agent.events import Done, Dropped, Noticed, Refused, Shown, Working

Named: TypeAlias = Literal["status", "statement", "dropped", "notice", "refusal", "done", "error"]
_SILENT_FOR = 15.0
_WITHDRAWN = "What was shown of this answer is not recorded: do not use it."


class StatusBody(BaseModel):
    """What is being done now."""

    on: str


class DroppedBody(BaseModel):
    """So many statements did not hold and are not shown, and why."""

    count: int
    reasons: list[str]


class NoticeBody(BaseModel):
    """What to know of how this answer came into being."""

    notice: str


class Telling:
    """Tells one answer, event by event; by its clock, in seconds, it gives a sign of life where nothing happens."""

    def __init__(self, numbered: Numbered, conversation: str | None, clock: Callable[[], float]) -> None:
        self._numbered, self._conversation = numbered, conversation
        self._clock, self._last = clock, clock()
        self._before: int | None = None
        self._shown = False

    def told(self, happened: Happened) -> bytes | None:
        """What to send; none where there is nothing new to tell."""
        told = self._event(happened)
        if told is None and self._clock() - self._last >= _SILENT_FOR:
            told = KEEPALIVE_COMMENT
        if told is not None:
            self._last = self._clock()
        return told

    def broken_off(self, problem: Problem) -> bytes:
        """The event of an error; whatever was shown before it is no answer."""
        if self._shown:
            problem = problem.model_copy(update={"detail": f"{problem.detail.rstrip('.')}. {_WITHDRAWN}"})
        return _event("error", problem)

    def _event(self, happened: Happened) -> bytes | None:
        match happened:
            case None:
                return None
            case Waits(before):
                return self._waits(before)
            case Working(on):
                return _event("status", StatusBody(on=on))
            case Shown(statement, results):
                self._shown = True
                return _event("statement", self._numbered.statement(statement, results))
            case Dropped(count, reasons):
                return _event("dropped", DroppedBody(count=count, reasons=list(reasons)))
            case Noticed(notice):
                return _event("notice", NoticeBody(notice=notice))
            case Refused(refusal):
                return _event("refusal", refusal_body(refusal))
            case Done(answer):
                return _event("done", self._numbered.answer(answer, self._conversation))

    def _waits(self, before: int) -> bytes | None:
        if before == self._before:
            return None
        self._before = before
        others = "one question is" if before == 1 else f"{before} questions are"
        on = f"Waiting: {others} before this one" if before else "Waiting: this question is the next"
        return _event("status", StatusBody(on=on))


def _event(name: Named, body: BaseModel) -> bytes:
    return format_sse_event(event=name, data_str=body.model_dump_json(exclude_none=name == "error"))
