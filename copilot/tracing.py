"""Says which piece of work is being done, to whoever listens: by default nobody, and it costs nothing.

The service listens where ``COPILOT_OTEL_ENDPOINT`` is set. What is said of a piece of work are counts and the names of
tools, never a question, an answer or a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Final, Literal, Protocol, TypeAlias

Work: TypeAlias = Literal["answer", "search", "tool", "verify", "verify ledger", "replay", "build index"]
_NOTHING: Final = nullcontext()


class Listener(Protocol):
    """Is told when a piece of work begins; what it gives is left when the work ends."""

    def __call__(self, work: Work, **about: str | int) -> AbstractContextManager[None]:
        """Begin to listen to a piece of work."""


_listeners: list[Listener] = []


def span(work: Work, **about: str | int) -> AbstractContextManager[None]:
    """The time that a piece of work takes, for ``with``."""
    return _listeners[-1](work, **about) if _listeners else _NOTHING


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Have somebody listen meanwhile."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)
