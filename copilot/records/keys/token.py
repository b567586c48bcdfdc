"""What is handed to who calls: the kind, the id and the secret of a key, as ``cpk_<id>_<secret>``.

Only the SHA-256 of the secret is kept. A slow hash is for passwords, which people make up and others guess; nobody
guesses 256 random bits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from typing import Literal, TypeAlias

from copilot.records.ledger import RandomBytes

KeyKind: TypeAlias = Literal["key", "session"]
_KINDS: dict[str, KeyKind] = {"cpk": "key", "cps": "session"}
_PREFIXES = {kind: prefix for prefix, kind in _KINDS.items()}
_TOKEN = re.compile(r"(cpk|cps)_([0-9a-f]{16})_([0-9a-f]{64})")
_ID_BYTES, _SECRET_BYTES = 8, 32


@dataclass(frozen=True, slots=True, repr=False)
class Token:
    """A token in its parts."""

    kind: KeyKind
    id: str
    secret: str

    @classmethod
    def new(cls, kind: KeyKind, random_bytes: RandomBytes) -> Token:
        """One that was never given out."""
        return cls(kind, random_bytes(_ID_BYTES).hex(), random_bytes(_SECRET_BYTES).hex())

    @classmethod
    def read(cls, text: str) -> Token | None:
        """The parts of a text, where it has the form of a token."""
        form = _TOKEN.fullmatch(text)
        return None if form is None else cls(_KINDS[form[1]], form[2], form[3])

    @property
    def text(self) -> str:
        """The whole, to be handed over."""
        return f"{_PREFIXES[self.kind]}_{self.id}_{self.secret}"

    @property
    def hash(self) -> str:
        """What is kept of the secret."""
        return sha256(self.secret.encode()).hexdigest()

    def fits(self, kept: str) -> bool:
        """Whether this is the secret whose hash is kept, in a time that does not tell how much of it fits."""
        return compare_digest(self.hash, kept)


def kind_of(text: str) -> KeyKind | None:
    """Whether a text that is sent along is meant as a key or a session of ours; it may still be wrong."""
    return _KINDS.get(text.partition("_")[0])
