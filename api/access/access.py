"""Finds out who calls: by a key, a token of the firm's own login, a session, or by sitting at the machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from api.access.call import Call
from api.access.caller import OWNER, Caller, Proof
from api.access.limits import RateLimits
from copilot.actor import Actor
from copilot.errors import AccessDenied, CopilotError, SignInNeeded, SignInUnavailable
from copilot.logs import logger
from copilot.loopback import is_loopback
from copilot.settings import Settings

if TYPE_CHECKING:
    from api.access.tokens import Tokens
    from copilot.records.keys import AccessKey, AccessKeys, Made
    from copilot.records.ledger import Ledger

_log = logger(__name__)
SESSION_LASTS = timedelta(hours=12)


class Access:
    """The one place that says who calls. It asks the database each time: what is revoked is so at once, everywhere."""

    def __init__(self, settings: Settings, ledger: Callable[[], Ledger]) -> None:
        self._settings, self._ledger = settings, ledger
        self._limits = RateLimits(settings)
        self._tokens = _tokens(settings)

    def caller(self, call: Call) -> Caller:
        """Who sent a request; raises where nobody can be told, or where they have asked too much."""
        with _told_in_the_log():
            caller = self._proven(call)
        self._limits.count(caller)
        return caller

    def login_needed(self) -> bool:
        """Whether it has to be proven who calls.

        On a loopback address it has not, as long as neither an issuer of tokens is set nor any key holds: until then
        whoever calls is the owner of the machine.
        """
        alone = is_loopback(self._settings.host) and self._tokens is None
        return not alone or self.keys().any_holds()

    def keys(self) -> AccessKeys:
        """The keys; raises where the ledger cannot be used."""
        from copilot.records.keys import AccessKeys

        return AccessKeys(self._ledger())

    def sign_in(self, key: str, call: Call) -> Made:
        """A session for who holds this key."""
        call.require_same_origin(said=False)
        with _told_in_the_log(), self._failures_counted(call):
            return self.keys().open_session(key, lasts=SESSION_LASTS)

    def sign_out(self, call: Call) -> None:
        """End the session of a request, if it has one."""
        call.require_same_origin(said=call.session is not None)
        if call.session is not None:
            with _told_in_the_log():
                self.keys().end_session(call.session)

    def _proven(self, call: Call) -> Caller:
        from copilot.records.keys import kind_of

        bearer = call.bearer
        if bearer is not None and kind_of(bearer) == "key":
            with self._failures_counted(call):
                return holder_of(self.keys().proven(bearer, "key"), "key")
        if not self.login_needed():
            call.require_local()
            call.require_same_origin(said=False)
            return OWNER
        if bearer is not None:
            with self._failures_counted(call):
                return self._of_token(bearer)
        if call.session is not None:
            key = self.keys().proven(call.session, "session")
            call.require_same_origin(said=True)
            return holder_of(key, "session")
        raise SignInNeeded(
            "nothing says who calls",
            remedy="Send a key, like: Authorization: Bearer cpk_… An administrator makes one: copilot keys create",
        )

    def _of_token(self, token: str) -> Caller:
        if self._tokens is None:
            raise SignInNeeded(
                "this key is not known",
                remedy="Send one that begins with cpk_, as an administrator made it.",
            )
        return self._tokens.caller(token)

    @contextmanager
    def _failures_counted(self, call: Call) -> Iterator[None]:
        """Count what proves nothing. What does is looked at all the same, so that nobody locks out somebody else."""
        try:
            yield
        except SignInNeeded:
            self._limits.count_failure(call.client)
            raise


@contextmanager
def _told_in_the_log() -> Iterator[None]:
    """Where keys cannot be read a stranger is told so; which database it is, and what it said, is for the log."""
    try:
        yield
    except AccessDenied:
        raise
    except CopilotError as error:
        _log.error("it cannot be found out who calls", reason=str(error), remedy=error.remedy)
        raise SignInUnavailable(
            "it cannot be found out who calls: the records cannot be used",
            remedy="The log of the service says why.",
        ) from error


def holder_of(key: AccessKey, proof: Proof) -> Caller:
    """Who holds a key."""
    opens = key.opens
    return Caller(Actor(opens.holder, opens.audiences), opens.roles, proof, f"key:{key.id}", opens.scopes)


def _tokens(settings: Settings) -> Tokens | None:
    if settings.oidc_issuer is None:
        return None
    from api.access.tokens import Tokens

    return Tokens(settings)
