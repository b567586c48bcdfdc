"""Reads statements from JSON lines, each line checked and named where it is faulty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from copilot.errors import CorpusError

Line = TypeVar("Line", bound=BaseModel)


def read_lines(file: Path, model: type[Line], remedy: str) -> Iterator[Line]:
    """Every line of the file as a record."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            yield _read(line, model, remedy, file.name, number)


def _read(line: str, model: type[Line], remedy: str, file: str, number: int) -> Line:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(str(step) for step in fault["loc"])
        raise CorpusError(f"{place}: {fault['msg']}", remedy=remedy, file=file, line=number) from error
