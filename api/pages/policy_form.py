"""The form in which a policy is uploaded: as it was filled in, and what is wrong with it, at its field and line."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

from api.routes.policies import PolicyUpload
from copilot.errors import CopilotError, CorpusError
from copilot.law.extracting import LARGEST
from copilot.law.policy import PolicyHead

FIELDS = tuple(PolicyHead.model_fields)
_AROUND = 1
_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, with its number; ``wrong`` where something is wrong with it."""

    number: int
    text: str
    wrong: bool


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong: the field it is wrong in, and the lines of the file around it."""

    field: str
    said: str
    remedy: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as it was sent; without a file where none was chosen."""

    fields: Mapping[str, str] = field(default_factory=dict)
    file: UploadFile | None = None

    @property
    def upload(self) -> PolicyUpload | None:
        """The same as the API takes it."""
        if self.file is None:
            return None
        audience = self.fields.get("audience", "")
        fields = {name: value for name, value in self.fields.items() if name != "audience"}
        return PolicyUpload.model_validate({"file": self.file, **fields, "audience": [audience]})

    def wrong(self, error: CopilotError) -> Wrong:
        """Where an error is to be shown, and how."""
        fault = error.__cause__ if isinstance(error.__cause__, CorpusError) else error
        file = fault.file if isinstance(fault, CorpusError) else None
        line = fault.line if isinstance(fault, CorpusError) else None
        said = str(error).removeprefix(f"{file}:{line}: ").removeprefix(f"{file}: ")
        named = next((name for name in FIELDS if said.startswith((f"{name}: ", f"{name} is "))), "file")
        return Wrong(named, said.removeprefix(f"{named}: "), error.remedy, self._lines(line))

    def _lines(self, number: int | None) -> tuple[Line, ...]:
        """The line of a Markdown file and those around it; what is read out of other files has no lines to show."""
        if number is None or self.file is None or not (self.file.filename or "").lower().endswith(".md"):
            return ()
        self.file.file.seek(0)
        lines = self.file.file.read(LARGEST).decode("utf-8-sig", errors="replace").splitlines()
        first = max(1, number - _AROUND)
        shown = enumerate(lines[first - 1 : number + _AROUND], start=first)
        return tuple(Line(at, text[:_LONGEST_LINE], at == number) for at, text in shown)


async def _filled(request: Request) -> AsyncIterator[Filled]:
    async with request.form() as form:
        file = form.get("file")
        yield Filled(
            {name: value.strip() for name in FIELDS if isinstance(value := form.get(name), str)},
            file if isinstance(file, UploadFile) and file.filename else None,
        )


FilledDep = Annotated[Filled, Depends(_filled)]
NO_FILE = Wrong("file", "no file was chosen", "Choose the file of the policy.")
