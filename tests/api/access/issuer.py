"""An OpenID Connect issuer of our own, on loopback: it publishes its keys, and signs what a test wants signed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

from tests.loopback import Answer, Loopback, Request, listening

AUDIENCE = "regulatory-copilot"
DISCOVERY, KEYS = "/.well-known/openid-configuration", "/keys"
_RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
_ELLIPTIC = ec.generate_private_key(ec.SECP256R1())
UNPUBLISHED = rsa.generate_private_key(public_exponent=65537, key_size=2048)
"""A key that is none of the issuer's."""


@dataclass
class Issuer:
    """The issuer, what it publishes and what it was asked for."""

    loopback: Loopback
    published: dict[str, tuple[str, PrivateKeyTypes]] = field(
        default_factory=lambda: {"rsa": ("RS256", _RSA), "elliptic": ("ES256", _ELLIPTIC)}
    )

    @property
    def name(self) -> str:
        """What its tokens call it."""
        return self.loopback.address

    @property
    def asked(self) -> list[str]:
        """The paths that were asked for."""
        return [request.path for request in self.loopback.asked]

    def claims(self, **other: object) -> dict[str, Any]:
        """What a token says that holds; a claim of None is left out."""
        said = {
            "iss": self.name,
            "aud": AUDIENCE,
            "sub": "flint-7",
            "iat": int(time.time()),
            "exp": int(time.time()) + 300,
            "roles": ["officer"],
            "audiences": ["control-room"],
        }
        return {name: value for name, value in (said | other).items() if value is not None}

    def token(self, kid: str = "rsa", **claims: object) -> str:
        """A token, signed with one of its keys."""
        algorithm, key = self.published[kid]
        return jwt.encode(self.claims(**claims), key, algorithm, headers={"kid": kid})

    def answer(self, request: Request) -> Answer:
        """What it answers while it is well."""
        if request.path == DISCOVERY:
            return Answer({"issuer": self.name, "jwks_uri": f"{self.name}{KEYS}"})
        if request.path == KEYS:
            return Answer({"keys": [_public(kid, *key) for kid, key in self.published.items()]})
        return Answer(status=404)


def _public(kid: str, algorithm: str, key: PrivateKeyTypes) -> dict[str, Any]:
    """The public half of a key, as issuers publish it."""
    if isinstance(key, rsa.RSAPrivateKey):
        return RSAAlgorithm.to_jwk(key.public_key(), as_dict=True) | {
            "kid": kid,
            "alg": algorithm,
            "use": "sig",
        }
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return ECAlgorithm.to_jwk(key.public_key(), as_dict=True) | {"kid": kid, "use": "sig"}


@contextmanager
def issuing() -> Iterator[Issuer]:
    """Run an issuer."""
    with listening() as loopback:
        issuer = Issuer(loopback)
        loopback.answer = issuer.answer
        yield issuer
