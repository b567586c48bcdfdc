"""Idempotency keys on both kinds of database: one of those who come at once does the work."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from copilot.errors import AnotherRequest, StillRunning
from copilot.records.ledger import Ledger
from copilot.records.repeated_writes import HELD_FOR, RepeatedWrites
from tests.records.conftest import Place


def test_a_request_that_comes_again_is_answered_with_what_was_kept(ledger: Ledger) -> None:
    writes = RepeatedWrites(ledger)

    assert writes.begin("Ms. Flint", "key", "a hash") is None
    writes.finish("Ms. Flint", "key", "what came of it")

    assert writes.begin("Ms. Flint", "key", "a hash") == "what came of it"


def test_a_key_is_each_callers_own(ledger: Ledger) -> None:
    writes = RepeatedWrites(ledger)
    writes.begin("Ms. Flint", "key", "a hash")
    writes.finish("Ms. Flint", "key", "hers")

    assert writes.begin("Mr. Wick", "key", "another hash") is None


def test_a_key_does_not_serve_two_requests(ledger: Ledger) -> None:
    writes = RepeatedWrites(ledger)
    writes.begin("Ms. Flint", "key", "a hash")

    with pytest.raises(AnotherRequest):
        writes.begin("Ms. Flint", "key", "another hash")
    writes.finish("Ms. Flint", "key", "what came of it")
    with pytest.raises(AnotherRequest):
        writes.begin("Ms. Flint", "key", "another hash")


def test_of_many_that_come_at_once_one_does_the_work(ledger: Ledger) -> None:
    writes = RepeatedWrites(ledger)

    def come(_: int) -> str:
        try:
            return "works" if writes.begin("Ms. Flint", "key", "a hash") is None else "answered"
        except StillRunning:
            return "waits"

    with ThreadPoolExecutor(8) as threads:
        came = sorted(threads.map(come, range(8)))

    assert came == ["waits"] * 7 + ["works"]


def test_what_failed_may_be_tried_again(ledger: Ledger) -> None:
    writes = RepeatedWrites(ledger)
    writes.begin("Ms. Flint", "key", "a hash")
    writes.let_go("Ms. Flint", "key")

    assert writes.begin("Ms. Flint", "key", "a hash") is None


def test_what_was_done_is_not_let_go(ledger: Ledger) -> None:
    writes = RepeatedWrites(ledger)
    writes.begin("Ms. Flint", "key", "a hash")
    writes.finish("Ms. Flint", "key", "what came of it")
    writes.let_go("Ms. Flint", "key")

    assert writes.begin("Ms. Flint", "key", "a hash") == "what came of it"


def test_a_key_that_nobody_holds_on_to_is_taken_over(ledger: Ledger, place: Place) -> None:
    writes = RepeatedWrites(ledger)
    writes.begin("Ms. Flint", "key", "a hash")
    place.clock.now += HELD_FOR - timedelta(seconds=10)
    writes.hold("Ms. Flint", "key")
    place.clock.now += HELD_FOR - timedelta(seconds=10)

    with pytest.raises(StillRunning):
        writes.begin("Ms. Flint", "key", "a hash")

    place.clock.now += timedelta(seconds=10)
    assert writes.begin("Ms. Flint", "key", "a hash") is None


def test_a_key_is_kept_for_a_day(ledger: Ledger, place: Place) -> None:
    writes = RepeatedWrites(ledger)
    writes.begin("Ms. Flint", "key", "a hash")
    writes.finish("Ms. Flint", "key", "what came of it")

    place.clock.now += timedelta(hours=23)
    assert writes.begin("Ms. Flint", "key", "a hash") == "what came of it"

    place.clock.now += timedelta(hours=2)
    assert writes.begin("Ms. Flint", "key", "another hash") is None
