"""Fetching from a server that is good, slow, broken, or lies."""

import hashlib
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from copilot.errors import DownloadError, MachineError
from copilot.law.installing import Fetched, Patience, fetch

from .conftest import Publisher

BODY = bytes(range(256)) * 1000
HALF = len(BODY) // 2
QUICK = Patience(connect=0.5, read=0.2)
