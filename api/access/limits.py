"""How often somebody may ask, and how often an address may try keys that are none."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from api.access.caller import Caller
from copilot.errors import SettingsError, TooMuch
from copilot.logs import logger
from copilot.settings import Settings

_log = logger(__name__)
_FAILURES = parse("20/minute")
_ANSWERS_WITHIN = 1.0
_TRIED_AGAIN_AFTER = 10.0


class RateLimits:
    """Counts within a moving window: in this process, or on a Redis server for several.

    While that server does not answer each process counts for itself: neither is the limit lifted nor everybody refused.
    """

    def __init__(self, settings: Settings, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._each = parse(settings.rate_limit)
        self._own = MovingWindowRateLimiter(MemoryStorage())
        self._shared = _shared(settings)
        self._monotonic = monotonic
        self._shared_from = monotonic()

    def count(self, caller: Caller) -> None:
        """Count a request; raises where it is one too many. The owner of the machine may ask without end."""
        if caller.proof != "owner":
            self._count(self._each, f"caller:{caller.credential}", "more was asked than may be at a time")

    def count_failure(self, client: str) -> None:
        """Count a key or a token that proved nothing, against the address it came from."""
        self._count(
            _FAILURES, f"failed:{client}", "too many keys that are not known came from this address"
        )

    def _count(self, limit: RateLimitItem, who: str, said: str) -> None:
        if self._shared is None or self._monotonic() < self._shared_from:
            return _hit(self._own, limit, who, said)
        try:
            return _hit(self._shared, limit, who, said)
        except StorageError as error:
            _log.warning("limits are counted in each process", reason=type(error.storage_error).__name__)
            self._shared_from = self._monotonic() + _TRIED_AGAIN_AFTER
            return _hit(self._own, limit, who, said)


def _hit(limiter: MovingWindowRateLimiter, limit: RateLimitItem, who: str, said: str) -> None:
    if limiter.hit(limit, who):
        return
    seconds = max(1, math.ceil(limiter.get_window_stats(limit, who).reset_time - time.time()))
    raise TooMuch(said, remedy=f"Try again in {seconds} seconds.", retry_after=seconds)


def _shared(settings: Settings) -> MovingWindowRateLimiter | None:
    if settings.limits_url is None:
        return None
    from limits.storage import RedisStorage
    from redis import ConnectionPool
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    address = settings.limits_url.get_secret_value()
    try:
        connections = ConnectionPool.from_url(
            address,
            socket_timeout=_ANSWERS_WITHIN,
            socket_connect_timeout=_ANSWERS_WITHIN,
            retry=Retry(NoBackoff(), 0),
        )
    except ValueError:
        raise SettingsError(
            "COPILOT_LIMITS_URL: this is not the address of a Redis server",
            remedy="Write it like redis://:password@host:6379",
        ) from None
    return MovingWindowRateLimiter(RedisStorage(address, connections, wrap_exceptions=True))
