"""Writes that may be sent twice: with an ``Idempotency-Key`` the second is answered as the first was.

A route asks for ``OnceDep`` and has its work done through it::

    async def upload(body: UploadBody, caller: UploaderDep, once: OnceDep) -> Uploaded:
        return await once(caller, body, lambda: keep(body), Uploaded)

What the work gives is kept for a day beside the ledger, so it must hold no text that is to be seen by some alone, and
nothing that can be redacted: rather its number, to be looked up again.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

from fastapi import Depends, Header, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel

from api.access import Caller
from api.problems import MEDIA_TYPE
from copilot.errors import RecordsUnavailable

if TYPE_CHECKING:
    from api.service import Service
    from copilot.records.repeated_writes import RepeatedWrites

ONCE_ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    409: {
        "description": "The first request under this key is still being worked on.",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}
"""What a route answers besides that does its work once."""
_HELD_ANEW_EACH = 20.0
Form = TypeVar("Form", bound=BaseModel)


class Once:
    """Does a write once for each key that a caller names; each time where none is named."""

    def __init__(
        self,
        request: Request,
        key: Annotated[
            str | None,
            Header(
                alias="Idempotency-Key",
                min_length=1,
                max_length=255,
                description="A name for this request; if it comes again within a day, it is not done again.",
            ),
        ] = None,
    ) -> None:
        self.key = key
        self._address = f"{request.method} {request.url.path}"
        self._service: Service = request.state.service

    async def __call__(
        self,
        caller: Caller,
        said: BaseModel | bytes,
        work: Callable[[], Awaitable[Form]],
        form: type[Form],
    ) -> Form:
        """What the work gives, or gave when this request came first; ``said`` is what is asked for in it.

        Raises ``StillRunning`` and ``AnotherRequest``. Work that fails may be tried again under its key.
        """
        if self.key is None:
            return await work()
        from copilot.records.repeated_writes import RepeatedWrites

        writes = RepeatedWrites(await run_in_threadpool(self._service.ledger))
        kept = await run_in_threadpool(writes.begin, caller.credential, self.key, self._hash(said))
        if kept is not None:
            return form.model_validate_json(kept)
        try:
            async with _held(writes, caller.credential, self.key):
                done = await work()
        except BaseException:
            await run_in_threadpool(writes.let_go, caller.credential, self.key)
            raise
        await run_in_threadpool(writes.finish, caller.credential, self.key, done.model_dump_json())
        return done

    def _hash(self, said: BaseModel | bytes) -> str:
        content = said if isinstance(said, bytes) else said.model_dump_json().encode()
        return sha256(b"\n".join((self._address.encode(), content))).hexdigest()


OnceDep = Annotated[Once, Depends()]


@asynccontextmanager
async def _held(writes: RepeatedWrites, caller: str, key: str) -> AsyncIterator[None]:
    """Hold on to the key as long as the work takes."""

    async def hold() -> None:
        while True:
            await asyncio.sleep(_HELD_ANEW_EACH)
            # A ledger that cannot be written now makes itself heard in the work, or when that is finished.
            with suppress(RecordsUnavailable):
                await run_in_threadpool(writes.hold, caller, key)

    holding = asyncio.create_task(hold())
    try:
        yield
    finally:
        holding.cancel()
