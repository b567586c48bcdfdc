"""What is told to an OpenTelemetry collector: which route was asked, and how long each piece of the work took.

Whatever the instrumentation notes, only what stands in a short list leaves the process. So no address with its query,
no question, no answer, no text of a policy and no message of an error can be in a trace.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.trace import SpanKind, Status, StatusCode

from copilot import __version__
from copilot.tracing import Work

_SERVICE = "regulatory-copilot"
_UNTRACED = "/healthz,/readyz,/metrics,/static/"
_OURS = "copilot."
_ROUTE = "http.route"
_TOLD = frozenset(
    {
        "http.flavor",
        "http.method",
        "http.request.method",
        "http.response.status_code",
        "http.scheme",
        "http.status_code",
        "network.protocol.version",
        "url.scheme",
    }
)
_PATIENCE = 5.0


class Traces:
    """The traces of one application, sent to the collector at an address in the background."""

    def __init__(self, app: FastAPI, collector: str) -> None:
        resource = Resource.create({"service.name": _SERVICE, "service.version": __version__})
        self._provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        exporter = OTLPSpanExporter(f"{collector.rstrip('/')}/v1/traces", timeout=_PATIENCE)
        self._provider.add_span_processor(BatchSpanProcessor(_Discreet(exporter, app)))
        self._tracer = self._provider.get_tracer(_SERVICE, __version__)
        FastAPIInstrumentor.instrument_app(
            app,
            tracer_provider=self._provider,
            excluded_urls=_UNTRACED,
            exclude_spans=["receive", "send"],
        )

    @contextmanager
    def listen(self, work: Work, **about: str | int) -> Iterator[None]:
        """A span for a piece of work, inside that of the work it is a part of."""
        attributes = {f"{_OURS}{name}": value for name, value in about.items()}
        with self._tracer.start_as_current_span(
            work, attributes=attributes, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield
            except Exception as error:
                span.set_attribute(f"{_OURS}error", type(error).__name__)
                span.set_status(Status(StatusCode.ERROR))
                raise

    def close(self) -> None:
        """Send what was not sent yet, as far as the collector takes it within some seconds."""
        self._provider.shutdown()


class _Discreet(SpanExporter):
    """Passes on of each span only what may be known outside."""

    def __init__(self, exporter: SpanExporter, app: FastAPI) -> None:
        self._exporter, self._app = exporter, app

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Pass on what is left of them."""
        templates = {context.path for context in iter_route_contexts(self._app.routes)}
        return self._exporter.export([_discreet(span, templates) for span in spans])

    def shutdown(self) -> None:
        """Pass on that nothing more comes."""
        self._exporter.shutdown()

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Pass on that what is held is to be sent."""
        return self._exporter.force_flush(timeout_millis)


def _discreet(span: ReadableSpan, templates: set[str | None]) -> ReadableSpan:
    """A span without events, messages and addresses; one of a request goes by its route's template."""
    held = dict(span.attributes or {})
    route = held.get(_ROUTE)
    told = {name: value for name, value in held.items() if name in _TOLD or name.startswith(_OURS)}
    name = span.name
    if span.kind is SpanKind.SERVER:
        known = isinstance(route, str) and route in templates
        name = (
            f"{held.get('http.method') or held.get('http.request.method')} {route if known else '(none)'}"
        )
        told |= {_ROUTE: route} if known else {}
    return ReadableSpan(
        name=name,
        context=span.context,
        parent=span.parent,
        resource=span.resource,
        attributes=told,
        kind=span.kind,
        status=Status(span.status.status_code),
        start_time=span.start_time,
        end_time=span.end_time,
        instrumentation_scope=span.instrumentation_scope,
    )
