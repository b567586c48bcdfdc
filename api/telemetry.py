"""Traces for an OpenTelemetry collector, where one is set; without one, what makes them is not even loaded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import FastAPI

from copilot import tracing
from copilot.settings import Settings


class Telemetry:
    """What tells the collector of one application; it begins with the application, and ends with it."""

    def __init__(self, app: FastAPI, settings: Settings) -> None:
        self._traces = None
        if settings.otel_endpoint is not None:
            from api.traces import Traces

            self._traces = Traces(app, str(settings.otel_endpoint))

    @contextmanager
    def on(self) -> Iterator[None]:
        """Tell what is done meanwhile, and at the end what was not told yet."""
        if self._traces is None:
            yield
            return
        with tracing.told_to(self._traces.listen):
            yield
        self._traces.close()
