"""The YAML head of a corpus file, read with the line of every fault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from copilot.errors import CorpusError

_FENCE = "---"

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Split:
    """A file cut in two: its head as YAML, and its body with the number of the body's first line."""

    head: str
    body: tuple[str, ...]
    first_line: int


def begins(text: str) -> bool:
    """Whether a file begins with front matter."""
    return text.partition("\n")[0].strip() == _FENCE


def split(text: str, file: str) -> Split:
    """Cut a file at its ``---`` fences."""
    lines = text.splitlines()
    if not lines or lines[0].strip() != _FENCE:
        raise CorpusError(
            "the file does not begin with front matter",
            remedy="Begin the file with a line ---, then key: value lines, then a line ---.",
            file=file,
            line=1,
        )
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() == _FENCE:
            return Split("\n".join(lines[1 : number - 1]), tuple(lines[number:]), number + 1)
    raise CorpusError(
        "the front matter is never closed", remedy="Add a second line --- after it.", file=file, line=1
    )


def read_yaml(model: type[Model], text: str, file: str, *, offset: int = 0) -> Model:
    """Read YAML into ``model``; name file and line where either the YAML or a field is wrong."""
    try:
        values = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it makes strings only
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        raise CorpusError(
            f"this is not YAML: {getattr(error, 'problem', error)}",
            remedy="Quote values that hold a colon, and indent with spaces.",
            file=file,
            line=mark.line + 1 + offset if mark else 1 + offset,
        ) from error
    try:
        return model.model_validate(values or {})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise CorpusError(
            f"{place or 'the file'}: {first['msg']}",
            remedy=f"The fields are: {', '.join(_field_names(model))}.",
            file=file,
            line=_line_of(text, first["loc"]) + offset,
        ) from error


def _field_names(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def _line_of(text: str, path: tuple[int | str, ...]) -> int:
    """The line of the deepest part of ``path`` that the text holds."""
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return 1
    line = 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = next((pair for pair in node.value if pair[0].value == step), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
    return line
