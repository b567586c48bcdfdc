"""A folder in which several worker processes put their figures, so that whichever is scraped tells of all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

_NAMED = "PROMETHEUS_MULTIPROC_DIR"


@contextmanager
def merged_metrics(workers: int) -> Iterator[None]:
    """Name such a folder to processes that are started meanwhile; one that is named already is left as it is."""
    if workers == 1 or _NAMED in os.environ:
        yield
        return
    with TemporaryDirectory(prefix="copilot-metrics-") as folder:
        os.environ[_NAMED] = folder
        try:
            yield
        finally:
            del os.environ[_NAMED]
