"""What the tests of SFDR share: the texts that ship, and a way to ask with facts as keywords."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from copilot.law import Corpus, LawOnDay, load_corpus
from copilot.rules.sfdr import (
    EntityDuties,
    ProductDuties,
    entity_from,
    product_from,
    sfdr_entity,
    sfdr_product,
)

AskEntity = Callable[..., EntityDuties]
AskProduct = Callable[..., ProductDuties]
LawOf = Callable[[str], LawOnDay]
TODAY = "2026-11-20"


@pytest.fixture(scope="session")
def real_corpus() -> Corpus:
    """The texts that ship."""
    return load_corpus(policies=None)


@pytest.fixture(scope="session")
def law_of(real_corpus: Corpus) -> LawOf:
    """The law of a day, read once."""
    laws: dict[str, LawOnDay] = {}

    def law(day: str) -> LawOnDay:
        return laws.setdefault(day, real_corpus.as_of(date.fromisoformat(day)))

    return law


@pytest.fixture(scope="session")
def entity(law_of: LawOf) -> AskEntity:
    """What an entity owes: ``entity(aifm=True, average_employees=501)``."""

    def asked(*, as_of: str = TODAY, **facts: Any) -> EntityDuties:
        return sfdr_entity(entity_from(facts, "a test"), law_of(as_of))

    return asked


@pytest.fixture(scope="session")
def product(law_of: LawOf) -> AskProduct:
    """What is disclosed for a UCITS, where nothing else is told."""

    def asked(*, as_of: str = TODAY, **facts: Any) -> ProductDuties:
        told = {"kind": "ucits", "maker": "ucits-manager", **facts}
        return sfdr_product(product_from(told, "a test"), law_of(as_of))

    return asked
