"""What the tests of deadlines share: the corpus, and a way to ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from copilot.law import Corpus, load_corpus
from copilot.rules.deadlines import Deadlines, deadlines, event_named, facts_told

Ask = Callable[..., Deadlines]


@pytest.fixture(scope="session")
def real_corpus() -> Corpus:
    """The texts that ship."""
    return load_corpus(policies=None)


@pytest.fixture(scope="session")
def ask(real_corpus: Corpus) -> Ask:
    """Ask for the deadlines of an event in Berlin, with facts as keywords: ``death=True``."""
    laws = {}

    def asked(
        words: str,
        known_at: str,
        *,
        as_of: str = "2026-11-20",
        zone: str = "Europe/Berlin",
        holidays: set[str] | None = None,
        **facts: bool,
    ) -> Deadlines:
        regime, event = words.split()
        named, told_regime = event_named(event, regime)
        return deadlines(
            named,
            datetime.fromisoformat(known_at),
            told_regime,
            zone=ZoneInfo(zone),
            law=laws.setdefault(as_of, real_corpus.as_of(date.fromisoformat(as_of))),
            facts=facts_told({name.replace("_", "-"): told for name, told in facts.items()}),
            holidays=None if holidays is None else {date.fromisoformat(day) for day in holidays},
        )

    return asked
