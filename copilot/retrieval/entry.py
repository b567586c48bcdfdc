"""What the index holds of one wording: the words that are embedded, and what is filtered on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from copilot.law import Corpus, Provision

_OPEN_TO_ALL = "everyone"
_FORM = 4
"""Raised when an index is built in another way, so that an older one counts as outdated."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One wording as the index knows it."""

    key: str
    words: str
    wording: Provision

    @property
    def content_hash(self) -> str:
        """The same for the same words: their vector is kept from one index to the next."""
        return sha256(self.words.encode()).hexdigest()

    def metadata(self) -> dict[str, str | int | list[str]]:
        """What is kept beside a vector, so that the index alone tells what it holds and for whom."""
        until = self.wording.in_force.until
        return {
            "content": self.content_hash,
            "layer": self.wording.layer,
            "start": _as_number(self.wording.in_force.start),
            "until": _as_number(until or date.max),
            "audience": sorted(self.wording.audience) or [_OPEN_TO_ALL],
        }


def entries_of(corpus: Corpus) -> tuple[Entry, ...]:
    """An entry for every wording of the digest that has words of its own, ordered by key.

    The official text of a provision has the id of its digest: it is shown and quoted once the provision
    is found, and would only stand beside it twice among what is found.
    """
    entries = (
        Entry(f"{wording.id}@{wording.in_force.start}@{wording.layer}", _words(corpus, wording), wording)
        for wording in corpus.wordings()
        if wording.text and wording.layer == "digest"
    )
    return tuple(sorted(entries, key=lambda entry: entry.key))


def fingerprint(entries: Iterable[Entry], model: str) -> str:
    """Names exactly what an index holds: texts, dates, audiences and model."""
    digest = sha256(f"{_FORM}\n{model}".encode())
    for entry in entries:
        digest.update(f"{entry.key}\n{sorted(entry.metadata().items())}\n".encode())
    return digest.hexdigest()


def _words(corpus: Corpus, wording: Provision) -> str:
    """A wording in its context: the act, the headings above it, then its own words."""
    act = corpus.instruments[wording.instrument].short
    return "\n".join((f"{act} {wording.label}", *wording.heading_path[-2:], wording.title, wording.text))


def _as_number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
