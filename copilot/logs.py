"""Structured logging that keeps what is confidential out.

Log what happened and how much of it, never the words: a compliance question is itself confidential.
Fields that carry words are withheld at every level but ``debug``, those that carry secrets always.
Other libraries are heard from ``warning`` on, since some of them log requests with all they hold.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor, WrappedLogger

    from copilot.settings import Settings

_OURS = ("copilot", "api", "evals")
_SECRETS = frozenset({"key", "token", "password", "secret", "authorization", "cookie"})
_WORDS = frozenset({"question", "query", "prompt", "answer", "text", "content", "statement", "quote"})
_WITHHELD = "[withheld]"


def configure_logging(settings: Settings) -> None:
    """Send every log line, ours and the libraries', through one chain to stderr."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    chain: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _withholding(_SECRETS if level <= logging.DEBUG else _SECRETS | _WORDS),
    ]
    structlog.configure(
        processors=[*chain, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=chain, processors=_rendering(settings))
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(level, logging.WARNING))
    for name in _OURS:
        logging.getLogger(name).setLevel(level)


def logger(name: str) -> structlog.stdlib.BoundLogger:
    """The logger of a module: ``logger(__name__).info("index built", provisions=120)``."""
    bound: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return bound


def _rendering(settings: Settings) -> list[Processor]:
    remove_meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    if settings.log_format == "json":
        return [
            remove_meta,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ]
    # The formatter that is the default shows the values of variables, among them questions and secrets.
    plain = structlog.dev.plain_traceback
    return [
        remove_meta,
        structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain),
    ]


def _withholding(names: frozenset[str]) -> Processor:
    def withhold(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        return {
            field: _WITHHELD if names & set(field.lower().split("_")) else value
            for field, value in event.items()
        }

    return withhold
