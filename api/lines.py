"""Sends lines that are made while they are sent: as much at a time as fits a packet or two, never all of it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Iterator

from anyio import CancelScope
from fastapi.concurrency import run_in_threadpool

_AT_ONCE = 64 * 1024


async def sent_in_parts(lines: Generator[str]) -> AsyncGenerator[str]:
    """The lines, several together. They are made in threads, and ended where whoever reads them goes."""
    parts = _joined(lines)
    try:
        while (part := await run_in_threadpool(next, parts, "")) != "":
            yield part
    finally:
        with CancelScope(shield=True):
            await run_in_threadpool(lines.close)


def _joined(lines: Iterator[str]) -> Iterator[str]:
    part: list[str] = []
    size = 0
    for line in lines:
        part.append(line)
        size += len(line)
        if size >= _AT_ONCE:
            yield "".join(part)
            part, size = [], 0
    if part:
        yield "".join(part)
