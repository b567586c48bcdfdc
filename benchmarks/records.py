"""Reads a JSON list of records; what is malformed is named with file and place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from copilot.errors import CorpusError

Record = TypeVar("Record", bound=BaseModel)


def read_bytes(file: Path) -> bytes:
    """What a file holds; an error says that it is missing or cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise CorpusError(
            f"the file cannot be read: {error.strerror}",
            remedy="Name a file that is there.",
            file=str(file),
        ) from error


def records_in(content: bytes, form: type[Record], name: str, remedy: str) -> Iterator[Record]:
    """Each record of a list, checked."""
    try:
        held = json.loads(content)
    except ValueError as error:
        raise CorpusError(f"this is no JSON: {error}", remedy=remedy, file=name) from error
    if not isinstance(held, list):
        raise CorpusError("this is no list of records", remedy=remedy, file=name)
    for number, record in enumerate(held, start=1):
        try:
            yield form.model_validate(record)
        except ValidationError as error:
            fault = error.errors()[0]
            place = ".".join(str(step) for step in fault["loc"])
            raise CorpusError(
                f"record {number}: {place}: {fault['msg']}", remedy=remedy, file=name
            ) from error
