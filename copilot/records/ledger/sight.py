"""What of the ledger somebody may see: the one rule that the list, an entry, a replay and an export ask.

An answer is shown to who may see every text that it leaned on, and every policy that it names; a change of a policy to
who may see the policy. Of all else in the ledger nothing comes from a text, and whoever reads the ledger sees it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy import Connection

from copilot.actor import Actor
from copilot.errors import LedgerBroken, NotPermitted
from copilot.law import Corpus
from copilot.records.ledger import rows
from copilot.records.ledger.canonical import hash_of
from copilot.records.ledger.entry import Entry
from copilot.records.ledger.forms import AnswerForm, PolicyForm, read_form

_REMEMBERED = 4_096


class Sight:
    """What one actor may see, as long as one connection is open; ``closed`` are instruments they may not know of."""

    def __init__(self, connection: Connection, actor: Actor, closed: Iterable[str]) -> None:
        self._connection, self._actor = connection, actor
        self._closed = tuple(closed)
        self._open = lru_cache(maxsize=_REMEMBERED)(self._is_open)

    @property
    def sees_everything(self) -> bool:
        """Whether nothing is withheld from them."""
        return self._actor.sees_everything

    def sees(self, entry: Entry) -> bool:
        """Whether what an entry says is shown to them; else its number, time and kind are."""
        if self.sees_everything or entry.kind not in ("answer", "policy"):
            return True
        try:
            if entry.kind == "policy":
                return self._actor.may_see(read_form(PolicyForm, entry).audience)
            evidence = read_form(AnswerForm, entry).evidence
        except LedgerBroken:  # what cannot be read may be anything
            return False
        if not all(self._open(each.kept) for each in (*evidence.provisions, *evidence.context)):
            return False
        said = (entry.content, *(field.value for field in entry.fields.values()))
        return not any(name in text for name in self._closed for text in said)

    def require(self, entry: Entry) -> None:
        """End what would show an entry that they may not see."""
        if not self.sees(entry):
            raise NotPermitted(
                f"entry {entry.sequence} is withheld: it leans on texts that are not open to {self._actor.name}",
                remedy="Ask somebody to whom all audiences of its texts are open.",
            )

    def _is_open(self, sha256: str) -> bool:
        text = rows.text_kept(self._connection, sha256)
        if text is None or hash_of(text) != sha256:
            return False
        return self._actor.may_see(frozenset(json.loads(text)["audience"]))


def closed_to(actor: Actor, corpus: Corpus) -> frozenset[str]:
    """The instruments that an actor may not know of."""
    acts = corpus.instruments.values()
    return frozenset(act.id for act in acts if not actor.may_see(act.audience))
