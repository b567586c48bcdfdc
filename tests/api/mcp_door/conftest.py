"""The service on a real port, and the SDK's own client of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import anyio
import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from copilot.law import Corpus
from tests.api.held import Hold, holding
from tests.api.listening import Listening, listening_over

Said = TypeVar("Said")
Talk = Callable[..., Any]


@pytest.fixture(scope="package")
def served(
    small_corpus: Corpus, indexed: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Listening]:
    """The service over the small corpus; somebody has a key, so that everybody needs one."""
    with listening_over(small_corpus, indexed, tmp_path_factory.mktemp("mcp-door")) as served:
        served.key("officer")
        yield served


def talk_with(
    address: str, key: str | None, talk: Callable[[Client], Awaitable[Said]], mode: str = "auto"
) -> Said:
    """What comes of talking to the service with a key, in the protocol of this year or, ``legacy``, of the last."""

    async def connected() -> Said:
        headers = {} if key is None else {"Authorization": f"Bearer {key}"}
        async with (
            httpx2.AsyncClient(headers=headers, timeout=60) as keyed,
            Client(streamable_http_client(f"{address}/mcp", http_client=keyed), mode=mode) as client,
        ):
            return await talk(client)

    return anyio.run(connected)


@pytest.fixture
def talk(served: Listening) -> Talk:
    """Talk to the service as an officer who sees everything, or as whom the key is for."""

    def talk(
        talk: Callable[[Client], Awaitable[Any]], *, key: str | None = None, mode: str = "auto"
    ) -> Any:
        return talk_with(served.address, key or served.key("officer"), talk, mode)

    return talk


@pytest.fixture
def hold(served: Listening, monkeypatch: pytest.MonkeyPatch) -> Hold:
    """Has the service stop after the first statement of an answer."""
    return lambda error=None: holding(served.service, monkeypatch, error)
