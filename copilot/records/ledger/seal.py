"""The seal of an entry: an HMAC over all of it and over the seal before it, so that entries form one chain."""

from __future__ import annotations

import hmac
from hashlib import sha256

from copilot.records.ledger.canonical import FORM, canonical, hash_of
from copilot.records.ledger.entry import Entry
from copilot.records.ledger.key import Key

BEFORE_THE_FIRST = ""


def seal_of(entry: Entry, ledger: str, key: Key) -> str:
    """What ``entry.mac`` must be: HMAC-SHA256 over the canonical form of a list of what the entry says."""
    return sealed(
        key,
        "entry",
        ledger,
        entry.sequence,
        entry.at,
        entry.kind,
        entry.key,
        entry.previous,
        hash_of(entry.content),
    )


def sealed(key: Key, what: str, *parts: str | int) -> str:
    """The seal over some parts; ``what`` they are keeps a seal of one thing from being one of another."""
    said = canonical([f"regulatory-copilot {what}", FORM, *parts])
    return hmac.new(key.secret, said.encode(), sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two seals are equal; the time it takes does not tell how far they are."""
    return hmac.compare_digest(one.encode(errors="replace"), other.encode(errors="replace"))
