"""The one model there is: the copilot, as of today or as of a day written behind its name."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from pydantic import BaseModel, TypeAdapter, ValidationError

from api.openai_door.faults import UnknownModel
from copilot.rules.telling import Day

NAME: Final = "copilot"
_DAY: Final[TypeAdapter[date]] = TypeAdapter(Day)
_OWNER: Final = "regulatory-copilot"


class ModelBody(BaseModel):
    """A model, as OpenAI lists it. ``created`` is no date: a service is not made on a day."""

    id: str = NAME
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = _OWNER


class ModelList(BaseModel):
    """All models."""

    object: Literal["list"] = "list"
    data: list[ModelBody]


def day_in(model: str) -> date | None:
    """The day in ``copilot@2026-07-01``, none in ``copilot``; raises ``UnknownModel`` for any other name."""
    name, at, day = model.partition("@")
    if name != NAME:
        raise UnknownModel(model)
    if not at:
        return None
    try:
        return _DAY.validate_python(day)
    except ValidationError as error:
        raise UnknownModel(model) from error
