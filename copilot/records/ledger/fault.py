"""What can be wrong with a ledger, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FaultKind = Literal[
    "altered",
    "missing",
    "unlinked",
    "key",
    "clock",
    "field",
    "text",
    "policy",
    "trigger",
    "cut",
    "replaced",
    "head",
    "ledger",
]
"""
- ``altered``: an entry is not what was sealed: it was edited, inserted or moved.
- ``missing``: entries are gone from the start or from between.
- ``unlinked``: an entry was sealed over another one than stands before it.
- ``key``: an entry was sealed with a key that is not held, or was not in use.
- ``clock``: an entry is earlier than the one before it, or lies in the future.
- ``field``, ``text``: a part of an entry, or a text it leans on, is not the one it names, or is gone.
- ``policy``: a policy that was uploaded, or what became of it, is not what its entry says, or has no entry.
- ``trigger``: the database no longer refuses changes.
- ``cut``, ``replaced``: the end, or an entry, is not the one of a head that was exported.
- ``head``: the head itself is not as the ledger gave it out.
- ``ledger``: the head is of another ledger, or the ledger has lost its name.
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was written; ``sequence`` is the entry it was found at, if it is at one."""

    kind: FaultKind
    sequence: int | None
    said: str
