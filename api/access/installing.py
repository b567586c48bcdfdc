"""Puts before the routes what every request passes: the log, the door, and how much is read."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from api.access.body_limit import BodyLimit
from api.access.door import Door
from api.request_log import RequestLog
from copilot.settings import Settings

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_SENT = ("Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID")
_TOLD = ("X-Request-ID", "Retry-After", "Content-Disposition")


def install(app: FastAPI, settings: Settings) -> None:
    """From the innermost to the outermost. Pages of other origins get in with a key alone, never with a cookie."""
    app.add_middleware(BodyLimit)
    app.add_middleware(Door)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=_METHODS,
            allow_headers=_SENT,
            expose_headers=_TOLD,
        )
    app.add_middleware(RequestLog)
