"""Keeps the texts up with the policies that were uploaded, here or in another process.

A thread looks each second whether there was a change. Where there was, the texts are read anew and the index is brought
up to date, while the old ones answer; then the new ones take their place in one step. A build that fails is told, and
tried again; what answered before goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Condition, Event, Thread
from time import monotonic
from typing import Literal

from api.texts import Texts
from copilot.errors import CopilotError, IndexUnavailable, RecordsUnavailable
from copilot.logs import logger
from copilot.records import HeldPolicies, Uploaded

_log = logger(__name__)

LOOKS_EACH = 1.0
TRIES_AGAIN_AFTER = 30.0
_FINISHES_WITHIN = 30.0

UpkeepState = Literal["current", "updating", "behind", "unread"]
"""``behind`` is what a failed build leaves; ``unread`` is where the records could not be read since the start."""


@dataclass(frozen=True, slots=True)
class UpkeepStatus:
    """How the texts in use stand to the uploaded policies; ``change`` is the number of the last one they have."""

    state: UpkeepState
    change: int
    reason: str = ""
    remedy: str = ""


class Upkeep:
    """Holds the texts in use, and changes them."""

    def __init__(
        self,
        held: HeldPolicies,
        made_of: Callable[[Uploaded], Texts],
        is_outdated: Callable[[Texts], bool],
        build: Callable[[Texts], None],
        each_second: Callable[[], None],
    ) -> None:
        self._held, self._made_of, self._each_second = held, made_of, each_second
        self._is_outdated, self._build = is_outdated, build
        self._texts: Texts | None = None
        self._fault: CopilotError | None = None
        self._updating = False
        self._tries_again_at = 0.0
        self._stopping, self._woken, self._changed = Event(), Event(), Condition()
        self._begun = self._ended = 0
        self._thread = Thread(target=self._run, name="upkeep", daemon=True)

    def start(self) -> None:
        """Read the texts, then keep them up in a thread."""
        try:
            self._texts = self._made_of(self._held.read())
        except RecordsUnavailable as error:
            self._fault = error
        self._thread.start()

    def close(self) -> None:
        """Stop looking; a build that has begun has some time to finish, and is cut off without harm after it."""
        self._stopping.set()
        self._woken.set()
        if self._thread.ident is not None:
            self._thread.join(_FINISHES_WITHIN)
        self._held.close()

    def look_now(self) -> None:
        """Look for changes without waiting for the next second."""
        self._tries_again_at = 0.0
        self._woken.set()

    def texts(self) -> Texts:
        """The texts in use. While the uploaded policies cannot be read there are none: part of them is not all."""
        if self._texts is None:
            raise self._fault or RecordsUnavailable(
                "the texts are being read", remedy="Ask again in a moment."
            )
        return self._texts

    def looked(self, *, within: float) -> bool:
        """Look now, and wait until that is done; whether the texts then have every change."""
        with self._changed:
            awaited = self._begun + 1
            self.look_now()
            done = self._changed.wait_for(lambda: self._ended >= awaited, within)
        return done and self._fault is None

    def status(self) -> UpkeepStatus:
        """How the texts stand to the uploaded policies."""
        change = self._texts.uploaded.change if self._texts else 0
        if self._texts is None:
            state: UpkeepState = "unread"
        elif self._fault is not None:
            state = "behind"
        else:
            state = "updating" if self._updating else "current"
        if self._fault is None:
            return UpkeepStatus(state, change)
        return UpkeepStatus(state, change, str(self._fault), self._fault.remedy)

    def _run(self) -> None:
        self._look()
        while not self._stopping.is_set():
            self._woken.wait(LOOKS_EACH)
            self._woken.clear()
            self._each_second()
            if not self._stopping.is_set() and monotonic() >= self._tries_again_at:
                self._look()

    def _look(self) -> None:
        with self._changed:
            self._begun += 1
        try:
            self._bring_up_to_date()
            self._fault = None
        except CopilotError as error:
            self._failed(error)
        except Exception as error:  # noqa: BLE001  # the thread has to live on, whatever a library raises
            _log.exception("the texts cannot be brought up to date")
            self._failed(CopilotError(type(error).__name__, remedy="See the log of the service."))
        finally:
            self._updating = False
            with self._changed:
                self._ended = self._begun
                self._changed.notify_all()

    def _bring_up_to_date(self) -> None:
        if self._texts is None:
            self._texts = self._made_of(self._held.read())
        texts = self._texts
        if self._held.last_change() != texts.uploaded.change or self._is_left_behind(texts):
            self._update()
        elif texts.searcher.held is None:
            with suppress(IndexUnavailable):  # whoever asks is told
                texts.searcher()

    def _is_left_behind(self, texts: Texts) -> bool:
        """Whether the index lacks what was uploaded while this service did not run; a first index is not begun."""
        return texts.searcher.held is None and texts.uploaded.change > 0 and self._is_outdated(texts)

    def _update(self) -> None:
        """Read, build, and put in use; until then all is as it was."""
        self._updating = True
        texts = self._made_of(self._held.read())
        self._build(texts)
        texts.searcher()
        self._texts = texts
        _log.info("the texts are up to date", change=texts.uploaded.change)

    def _failed(self, error: CopilotError) -> None:
        """Tell it once. A build is not tried again at once; whether the records can be read is soon found out."""
        if not isinstance(error, RecordsUnavailable):
            self._tries_again_at = monotonic() + TRIES_AGAIN_AFTER
        if str(error) != str(self._fault):
            _log.error("the texts cannot be brought up to date", reason=str(error), remedy=error.remedy)
        self._fault = error
