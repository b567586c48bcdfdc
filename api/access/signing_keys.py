"""The public keys with which an issuer signs its tokens, fetched from where it says and kept for a while.

A key that is not known may be new, so the keys are fetched again, but not more often than every half minute: a flood of
made-up keys is no flood of fetches. Where the issuer does not answer, the keys that are held stay good for a day.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

import httpx
from jwt import PyJWK, PyJWKSet, PyJWTError
from pydantic import BaseModel, HttpUrl, JsonValue, TypeAdapter

from copilot.errors import SignInNeeded, SignInUnavailable
from copilot.logs import logger

_log = logger(__name__)
_FRESH, _AGAIN, _AT_MOST = 600.0, 30.0, 86_400.0
"""Seconds after which held keys are fetched again, may be fetched again for an unknown one, and are good no more."""
_TIMEOUT, _DEADLINE = 3.0, 6.0
_LARGEST = 512 * 1024
_DOCUMENT = TypeAdapter(dict[str, JsonValue])


class SigningKeys:
    """The keys of one issuer. Threads may share it; one of them fetches, and the others use what it brings."""

    def __init__(self, issuer: str, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._issuer, self._monotonic = issuer, monotonic
        self._fetching = Lock()
        self._held: Mapping[str, PyJWK] = {}
        self._fetched_at = self._tried_at = float("-inf")

    def named(self, name: str) -> PyJWK:
        """The key of this name; raises where the issuer has none, or cannot be asked."""
        if self._wanting(name) and self._fetching.acquire(blocking=name not in self._held):
            try:
                if self._wanting(name):
                    self._fetch()
            finally:
                self._fetching.release()
        now = self._monotonic()
        if now - self._fetched_at > _AT_MOST:
            raise SignInUnavailable(
                "the issuer of tokens does not answer as it should",
                remedy="Try again in a minute, or send an API key. The log of the service says more.",
            )
        if name not in self._held:
            raise SignInNeeded(
                "this token is signed with a key that its issuer does not have", remedy="Get a new token."
            )
        return self._held[name]

    def _wanting(self, name: str) -> bool:
        """Whether the keys should be fetched now."""
        now = self._monotonic()
        missing = name not in self._held or now - self._fetched_at > _FRESH
        return missing and now - self._tried_at > _AGAIN

    def _fetch(self) -> None:
        """Fetch them; where that fails, what is held stays, and the log says why."""
        try:
            self._held = _keys_of(self._issuer)
            self._fetched_at = self._monotonic()
        except (httpx.HTTPError, httpx.InvalidURL, PyJWTError, ValueError) as error:
            _log.warning("the issuer's keys could not be fetched", issuer=self._issuer, reason=str(error))
        finally:
            self._tried_at = self._monotonic()


class _Discovery(BaseModel):
    """What we need of the document in which an issuer says where everything is."""

    issuer: str
    jwks_uri: HttpUrl


def _keys_of(issuer: str) -> Mapping[str, PyJWK]:
    with httpx.Client(timeout=_TIMEOUT) as client:
        found = _Discovery.model_validate(
            _document(client, f"{issuer.rstrip('/')}/.well-known/openid-configuration")
        )
        if found.issuer != issuer:
            raise ValueError("the document there is of another issuer")
        if found.jwks_uri.scheme != "https" and not issuer.startswith("http://"):
            raise ValueError("its keys are not to be had over https")
        keys = PyJWKSet.from_dict(_document(client, str(found.jwks_uri)))
    return {key.key_id: key for key in keys if key.key_id and key.public_key_use in {None, "sig"}}


def _document(client: httpx.Client, address: str) -> dict[str, Any]:
    """A JSON object from there: not a large one, and not by drops."""
    until, body = time.monotonic() + _DEADLINE, bytearray()
    with client.stream("GET", address, headers={"Accept": "application/json"}) as answer:
        if answer.status_code != httpx.codes.OK:
            raise ValueError(f"{address} answered {answer.status_code}")
        for chunk in answer.iter_bytes():
            body += chunk
            if len(body) > _LARGEST or time.monotonic() > until:
                raise ValueError(f"{address} answers with too much, or too slowly")
    return _DOCUMENT.validate_json(bytes(body))
