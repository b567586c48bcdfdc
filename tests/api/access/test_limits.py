"""How often somebody may ask: counted in the process, or on a real Redis server for several."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as NotYet

from api.access import OWNER, Caller
from api.access.limits import RateLimits
from copilot.errors import SettingsError, TooMuch
from copilot.settings import Settings
from tests.chroma import free_port

FLINT = replace(OWNER, proof="key", credential="key:flint")
WICK = replace(FLINT, credential="key:wick")


def limits(limit: str = "3/hour", **others: object) -> RateLimits:
    return RateLimits(Settings.model_validate({"rate_limit": limit, **others}))


def taken(limits: RateLimits, caller: Caller, times: int = 10) -> int:
    """How many of so many requests are taken."""
    for number in range(times):
        try:
            limits.count(caller)
        except TooMuch:
            return number
    return times


def test_one_caller_may_ask_so_often_and_keeps_nobody_else_from_it() -> None:
    counted = limits()

    assert taken(counted, FLINT) == 3
    assert taken(counted, WICK) == 3


def test_who_asks_too_much_is_told_when_to_come_again() -> None:
    counted = limits("1/hour")
    counted.count(FLINT)

    with pytest.raises(TooMuch) as refused:
        counted.count(FLINT)

    assert refused.value.retry_after is not None
    assert 0 < refused.value.retry_after <= 3600


def test_the_owner_of_the_machine_is_not_counted() -> None:
    assert taken(limits("1/hour"), OWNER, times=50) == 50


def test_failures_are_counted_by_address() -> None:
    counted = limits()
    for _ in range(20):
        counted.count_failure("192.0.2.7")

    with pytest.raises(TooMuch):
        counted.count_failure("192.0.2.7")
    counted.count_failure("192.0.2.8")


@pytest.mark.parametrize("address", ["lamps.example", "http://127.0.0.1:6379"])
def test_what_is_no_address_of_a_redis_server_is_named(address: str) -> None:
    with pytest.raises(SettingsError, match="COPILOT_LIMITS_URL"):
        limits(limits_url=address)


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[str]:
    """The address of a real Redis server."""
    server, port = shutil.which("redis-server"), free_port()
    if server is None and "CI" not in os.environ:
        pytest.skip("no Redis server: apt-get install redis-server")
    assert server, "no Redis server: apt-get install redis-server"
    options = ("--port", str(port), "--bind", "127.0.0.1", "--dir", str(tmp_path), "--save", "")
    with subprocess.Popen([server, *options], stdout=subprocess.DEVNULL) as running:
        client = Redis(port=port)
        while not _answers(client):
            assert running.poll() is None
        client.close()
        yield f"redis://127.0.0.1:{port}"
        running.terminate()


def _answers(client: Redis) -> bool:
    try:
        return bool(client.ping())
    except NotYet:
        return False


def test_processes_that_share_a_server_count_together(redis: str) -> None:
    one, other = (limits(limits_url=redis) for _ in range(2))

    assert taken(one, FLINT, times=2) == 2
    assert taken(other, FLINT) == 1
    assert taken(other, WICK) == 3


def test_while_the_server_is_away_each_process_counts_for_itself() -> None:
    counted = limits(limits_url=f"redis://127.0.0.1:{free_port()}")

    assert taken(counted, FLINT) == 3


def test_a_server_that_is_away_is_asked_again_only_after_a_while() -> None:
    now = 0.0
    with _hanging_up() as (address, asked):
        settings = Settings.model_validate({"rate_limit": "100/hour", "limits_url": address})
        counted = RateLimits(settings, monotonic=lambda: now)

        assert taken(counted, FLINT) == 10
        at_first = len(asked)
        now = 11.0
        assert taken(counted, FLINT) == 10

    assert len(asked) == 2 * at_first > 0


@contextmanager
def _hanging_up() -> Iterator[tuple[str, list[object]]]:
    """A server that hangs up on everybody, and whom it hung up on."""
    asked: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            with suppress(OSError):
                while True:
                    connection, who = server.accept()
                    connection.close()
                    asked.append(who)

        thread = Thread(target=hang_up)
        thread.start()
        yield f"redis://127.0.0.1:{server.getsockname()[1]}", asked
        server.shutdown(socket.SHUT_RDWR)
        thread.join()
