"""``python -m benchmarks.load``: so many streams at once, against ``copilot serve`` as it is deployed.

    python -m benchmarks.load [--streams 100] [--seconds 120] [--workers 2] [--data FOLDER] [--database URL]

Every stream is somebody with a key who asks the next question when the last is answered. At the end every answer that
was acknowledged must stand in the ledger, and the ledger must hold.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from benchmarks.load.names import ACKNOWLEDGED, FIRST, KEYS, QUESTIONS, WHOLE
from benchmarks.machine import described
from copilot.law import load_corpus
from copilot.records.keys import AccessKeys, Opens
from copilot.records.ledger import chosen_ledger, verify_ledger
from copilot.retrieval import SentenceTransformersEmbedder, build_index, silently
from copilot.settings import Settings

_QUESTIONS = Path(__file__).parents[1] / "ranking-questions.jsonl"
_STREAMS_A_KEY = 5
_STARTS_WITHIN = 120
"""A key of an officer has a few pages open, not a hundred."""


def main() -> int:
    """Serve, ask, measure, print, and look into the ledger."""
    given = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        stated = {"data_dir": given.data or Path(folder), "rate_limit": "100000/minute"}
        settings = Settings.model_validate(
            stated | ({"database_url": given.database} if given.database else {})
        )
        build_index(
            load_corpus(policies=None),
            SentenceTransformersEmbedder("bundled"),
            settings.data_folder,
            silently,
            anew=False,
        )
        keys = _keys(settings, -(-given.streams // _STREAMS_A_KEY))
        acknowledged = Path(folder, "acknowledged.txt")
        with _serving(settings, given.workers) as (address, process):
            timed = _asked(address, keys, acknowledged, given.streams, given.seconds)
            memory = _resident_megabytes(process.pid)
        lost, holds = _looked_into(settings, acknowledged)
    _print(given, timed, memory, lost, holds=holds)
    return int(bool(timed["failures"] or lost or not holds))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--streams", type=int, default=100, help="how many are open at any time")
    parser.add_argument("--seconds", type=int, default=120, help="for how long")
    parser.add_argument("--workers", type=int, default=2, help="processes that serve")
    parser.add_argument("--data", type=Path, help="a data folder whose index is up to date")
    parser.add_argument("--database", help="a database of its own, as in COPILOT_DATABASE_URL")
    return parser.parse_args()


def _keys(settings: Settings, count: int) -> list[str]:
    with chosen_ledger(settings) as ledger:
        keys, then = AccessKeys(ledger), datetime.now(UTC) + timedelta(days=1)
        opens = [Opens(f"officer {n}", frozenset({"officer"}), frozenset({"*"})) for n in range(count)]
        return [
            keys.create(one, expires_at=then, longest=timedelta(days=1), made_by="benchmark").token
            for one in opens
        ]


@contextmanager
def _serving(settings: Settings, workers: int) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """``copilot serve`` with these settings, once it is ready."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "COPILOT_DATA_DIR": str(settings.data_folder),
        "COPILOT_RATE_LIMIT": settings.rate_limit,
        "COPILOT_LOG_LEVEL": "warning",
    }
    if settings.database_url is not None:
        environment["COPILOT_DATABASE_URL"] = settings.database_url.get_secret_value()
    command = [sys.executable, "-m", "copilot", "serve", "--port", str(port), "--workers", str(workers)]
    with subprocess.Popen(command, env=environment) as process:
        try:
            _wait_until_ready(address := f"http://127.0.0.1:{port}", process)
            yield address, process
        finally:
            process.terminate()


def _wait_until_ready(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(f"{address}/readyz").status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise RuntimeError("the service did not get ready")


def _asked(
    address: str, keys: list[str], acknowledged: Path, streams: int, seconds: int
) -> dict[str, dict[str, float]]:
    """What locust measured: for each kind of time how many, and the percentiles in milliseconds; and failures."""
    command = [sys.executable, "-m", "locust", "--locustfile", str(Path(__file__).with_name("asker.py"))]
    command += ["--headless", "--users", str(streams), "--spawn-rate", str(streams), "--json"]
    command += ["--run-time", f"{seconds}s", "--stop-timeout", "60s", "--host", address]
    environment = os.environ | {
        "PYTHONPATH": str(Path(__file__).parents[2]),
        KEYS: " ".join(keys),
        QUESTIONS: str(_QUESTIONS),
        ACKNOWLEDGED: str(acknowledged),
    }
    ended = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=False)
    measured = {one["name"]: one for one in json.loads(ended.stdout)}
    timed = {name: _percentiles(measured[name]["response_times"]) for name in (FIRST, WHOLE)}
    failures = {name: float(one["num_failures"]) for name, one in measured.items() if one["num_failures"]}
    return timed | {"failures": failures}


def _percentiles(counted: dict[str, int]) -> dict[str, float]:
    times = sorted(float(time) for time, count in counted.items() for _ in range(count))
    at = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
    return {"n": len(times)} | {name: times[int(share * (len(times) - 1))] for name, share in at.items()}


def _resident_megabytes(of: int) -> float:
    """The memory of a process and of those it started."""
    pids, listed = [of], Path(f"/proc/{of}/task/{of}/children")
    pids += [int(pid) for pid in listed.read_text().split()]
    pages = sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids)
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _looked_into(settings: Settings, acknowledged: Path) -> tuple[int, bool]:
    """How many acknowledged answers are not in the ledger, in their conversation; and whether the ledger holds."""
    lines = [line.split() for line in acknowledged.read_text(encoding="utf-8").splitlines()]
    with chosen_ledger(settings) as ledger:
        found = [ledger.answer(int(number)).question.thread == thread for number, thread in lines]
        return found.count(False), verify_ledger(ledger, now=datetime.now(UTC)).holds


def _print(
    given: argparse.Namespace, timed: dict[str, dict[str, float]], memory: float, lost: int, *, holds: bool
) -> None:
    console = Console()
    console.print(f"{described()}; {given.streams} streams for {given.seconds} s, {given.workers} workers")
    table = Table("ms", "n", "p50", "p95", "p99")
    for name in (FIRST, WHOLE):
        table.add_row(name, *(f"{timed[name][column]:,.0f}" for column in ("n", "p50", "p95", "p99")))
    console.print(table)
    console.print(f"{timed[WHOLE]['n'] / given.seconds:.1f} answers a second, {memory:,.0f} MB resident")
    console.print(f"failures: {timed['failures'] or 'none'}")
    console.print(
        f"acknowledged and not recorded: {lost}; the ledger {'holds' if holds else 'DOES NOT HOLD'}"
    )


if __name__ == "__main__":
    sys.exit(main())
