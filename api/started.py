"""The application as each process of ``copilot serve`` makes it for itself: by the settings in its environment."""

from __future__ import annotations

import os

from fastapi import FastAPI

from api.app import create_app
from copilot.logs import configure_logging
from copilot.settings import read_settings


def started() -> FastAPI:
    """The application, and the log set up for it."""
    settings = read_settings(os.environ)
    configure_logging(settings)
    return create_app(settings)
