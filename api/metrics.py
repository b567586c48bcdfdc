"""What the service counts and times, in the form that Prometheus scrapes.

No label holds what people write: routes are told by their template, outcomes and grades are closed sets. With several
worker processes their figures lie in files of one folder (``PROMETHEUS_MULTIPROC_DIR``), and whichever is scraped
gives the sum of all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Metric,
    ProcessCollector,
    disable_created_metrics,
    exposition,
    multiprocess,
)
from prometheus_client.registry import Collector

from copilot.agent.events import Done, Event, Shown

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_REQUEST_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_ANSWER_SECONDS = (0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120)
disable_created_metrics()  # type: ignore[no-untyped-call]  # it has no types; a series beside each is of no use
_FAILED, _ANSWERED = "failed", "answered"


class Metrics:
    """The figures of one process; ``state`` says how the service stands when somebody scrapes."""

    def __init__(self, state: Collector) -> None:
        self._state = state
        self._registry = held = CollectorRegistry()
        self._requests = Counter(
            "copilot_requests", "Requests answered.", ("method", "route", "status"), registry=held
        )
        self._request_seconds = Histogram(
            "copilot_request_seconds",
            "Seconds to the end of the response.",
            ("route",),
            buckets=_REQUEST_SECONDS,
            registry=held,
        )
        self._answers = Counter(
            "copilot_answers",
            "Questions, by what came of them: answered, the kind of a refusal, or failed.",
            ("outcome",),
            registry=held,
        )
        self._statements = Counter(
            "copilot_statements", "Statements shown, by how they were checked.", ("grade",), registry=held
        )
        self._dropped = Counter(
            "copilot_statements_dropped", "Statements that did not hold, and were not shown.", registry=held
        )
        self._first_statement = Histogram(
            "copilot_first_statement_seconds",
            "Seconds from when a question is worked on to its first statement.",
            buckets=_ANSWER_SECONDS,
            registry=held,
        )
        self._answer_seconds = Histogram(
            "copilot_answer_seconds",
            "Seconds from when a question is worked on to its answer.",
            buckets=_ANSWER_SECONDS,
            registry=held,
        )
        self._desk = Gauge(
            "copilot_questions",
            "Questions that wait, and that are worked on.",
            ("stand",),
            multiprocess_mode="livesum",
            registry=held,
        )

    def requested(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request that was answered."""
        self._requests.labels(method, route, str(status)).inc()
        self._request_seconds.labels(route).observe(seconds)

    def at_the_desk(self, *, waiting: int, at_work: int) -> None:
        """Say how many questions wait, and how many are worked on."""
        self._desk.labels("waiting").set(waiting)
        self._desk.labels("at work").set(at_work)

    def observed(self, events: Iterable[Event]) -> Iterator[Event]:
        """What happens while a question is answered, counted as it goes by."""
        begun, first, ended = perf_counter(), True, False
        try:
            for event in events:
                if isinstance(event, Shown):
                    self._statements.labels(event.statement.check.grade).inc()
                    if first:
                        self._first_statement.observe(perf_counter() - begun)
                    first = False
                elif isinstance(event, Done):
                    refusal = event.answer.refusal
                    self._answers.labels(_ANSWERED if refusal is None else refusal.kind).inc()
                    self._dropped.inc(event.answer.dropped)
                    self._answer_seconds.observe(perf_counter() - begun)
                    ended = True
                yield event
        finally:
            if not ended:
                self._answers.labels(_FAILED).inc()

    def exposed(self, accept: str) -> tuple[bytes, str]:
        """All of it as text, and the type of that text."""
        encode, media_type = exposition.choose_encoder(accept)
        registry = CollectorRegistry()
        for collector in (*self._counted(), self._state):
            registry.register(collector)
        return encode(registry), media_type

    def _counted(self) -> Iterable[Collector]:
        folder = os.environ.get(FOLDER)
        if folder is None:
            return (_All(self._registry), ProcessCollector(registry=None))
        _forget_dead(Path(folder))
        return (multiprocess.MultiProcessCollector(None, folder),)  # type: ignore[no-untyped-call]  # it has no types


class _All(Collector):
    """All that a registry holds, as a part of another."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._registry = registry

    def collect(self) -> Iterable[Metric]:
        """Hand it on."""
        return self._registry.collect()


def _forget_dead(folder: Path) -> None:
    """Leave out the questions of processes that are gone."""
    for file in folder.glob("gauge_live*_*.db"):
        process = file.stem.rpartition("_")[2]
        if not Path("/proc", process).exists():
            file.unlink(missing_ok=True)
