"""Answering that waits, or breaks, where a test says; all else is real."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event as Flag
from typing import Any

import pytest

from api.service import Service
from copilot.agent.answering import Answering
from copilot.agent.events import Event, Shown


class Held:
    """Stops after the first statement, until it may go on; or meets an error there."""

    def __init__(self, real: Answering, error: Exception | None = None) -> None:
        self.shown, self.go_on, self.finished = Flag(), Flag(), Flag()
        self._real, self._error = real, error

    def ask(self, *asked: Any, **how: Any) -> Iterator[Event]:
        """The events of the real one."""
        for event in self._real.ask(*asked, **how):
            yield event
            if isinstance(event, Shown) and not self.shown.is_set():
                self.shown.set()
                if self._error is not None:
                    raise self._error
                self.go_on.wait(30)
        self.finished.set()


Hold = Callable[..., Held]


def holding(service: Service, monkeypatch: pytest.MonkeyPatch, error: Exception | None = None) -> Held:
    """Have a service answer so, until the test is over."""
    held = Held(service.answering(), error)
    monkeypatch.setattr(service, "answering", lambda: held)
    return held
