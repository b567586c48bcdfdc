"""OpenID Connect: a token that the firm's own login issued says who calls, once its signature and claims hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import jwt
from pydantic import JsonValue

from api.access.caller import Caller
from api.access.signing_keys import SigningKeys
from copilot.actor import Actor
from copilot.errors import SignInNeeded
from copilot.permissions import ROLES
from copilot.settings import Settings

if TYPE_CHECKING:
    from jwt.types import Options

_SIGNED_BY_KEY_PAIR = (
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"
)  # fmt: skip
_CLOCKS_DIFFER_BY = 30
_CHECKED: Options = {"require": ["exp", "iss", "aud", "sub"], "enforce_minimum_key_length": True}
_NEW_ONE = "Get a new token from the login of your firm."


class Tokens:
    """Reads tokens of the issuer that is set. Which of its checks a forged one failed is told to nobody."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._keys = SigningKeys(settings.oidc_issuer or "")

    def caller(self, token: str) -> Caller:
        """Who a token speaks for; raises where it does not hold, or the issuer cannot be asked for its keys."""
        claims = self._claims(token)
        settings = self._settings
        name, roles = (
            _claim(claims, settings.oidc_name_claim),
            _words(_claim(claims, settings.oidc_roles_claim)),
        )
        if not isinstance(name, str) or not name.isprintable() or not name.strip():
            raise SignInNeeded("this token does not name who calls", remedy=_NEW_ONE)
        audiences = _words(_claim(claims, settings.oidc_audiences_claim))
        return Caller(
            actor=Actor(name, frozenset(audiences)),
            roles=frozenset(role for role in ROLES if role in roles),
            proof="token",
            credential=f"token:{claims['sub']}",
        )

    def _claims(self, token: str) -> Mapping[str, JsonValue]:
        try:
            header = jwt.get_unverified_header(token)
            if header.get("alg") not in _SIGNED_BY_KEY_PAIR or not header.get("kid"):
                raise _does_not_hold()
            claims: Mapping[str, JsonValue] = jwt.decode(
                token,
                self._keys.named(header["kid"]),
                algorithms=_SIGNED_BY_KEY_PAIR,
                audience=self._settings.oidc_audience,
                issuer=self._settings.oidc_issuer,
                leeway=_CLOCKS_DIFFER_BY,
                options=_CHECKED,
            )
        except jwt.ExpiredSignatureError:
            raise SignInNeeded("this token has expired", remedy=_NEW_ONE) from None
        except jwt.PyJWTError:
            raise _does_not_hold() from None
        return claims


def _does_not_hold() -> SignInNeeded:
    return SignInNeeded("this token is none that is taken here", remedy=_NEW_ONE)


def _claim(claims: Mapping[str, JsonValue], name: str) -> JsonValue:
    """A claim, or one inside others, whose names stand between dots."""
    if name in claims:
        return claims[name]
    outer, _, inner = name.partition(".")
    within = claims.get(outer)
    return _claim(within, inner) if inner and isinstance(within, dict) else None


def _words(claim: JsonValue) -> frozenset[str]:
    """What a claim lists, as a list or as words between spaces."""
    if isinstance(claim, str):
        return frozenset(claim.split())
    return (
        frozenset(each for each in claim if isinstance(each, str))
        if isinstance(claim, list)
        else frozenset()
    )
