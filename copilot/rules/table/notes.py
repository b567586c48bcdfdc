"""What the code itself says of how it reads the law: the docstrings of a module and of what it names."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from types import ModuleType


def notes_of(module: ModuleType) -> tuple[str, ...]:
    """The docstring of a module, then what it says of each value that it names."""
    return (plain(module.__doc__), *_of_values(ast.parse(inspect.getsource(module)).body))


def plain(docstring: str | None) -> str:
    """A docstring as Markdown."""
    return inspect.cleandoc(docstring or "").replace("``", "`")


def first_line(docstring: str | None) -> str:
    """What a docstring says in its first line, without the stop."""
    return plain(docstring).partition("\n")[0].removesuffix(".")


def _of_values(body: list[ast.stmt]) -> Iterator[str]:
    for named, said in pairwise(body):
        match named, said:
            case (
                ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ) if not name.startswith("_"):
                yield f"{_words(name)}: {plain(text)}"


def _words(name: str) -> str:
    """``SAFETY_COMPONENT``: ``Safety component``."""
    return name.replace("_", " ").capitalize()
