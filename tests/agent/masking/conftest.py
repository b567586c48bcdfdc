from __future__ import annotations

import pytest

from copilot.agent.masking import Mask, Recogniser
from copilot.agent.masking.vocabulary import Vocabulary
from copilot.law import Corpus, load_corpus


@pytest.fixture(scope="session")
def shipped_corpus() -> Corpus:
    """The law and the sample firm's policies."""
    return load_corpus(policies=None)


@pytest.fixture(scope="session")
def recogniser(shipped_corpus: Corpus) -> Recogniser:
    return Recogniser.of(shipped_corpus, ())


@pytest.fixture(scope="session")
def vocabulary(recogniser: Recogniser) -> Vocabulary:
    return recogniser.vocabulary


@pytest.fixture
def mask(recogniser: Recogniser) -> Mask:
    return Mask(recogniser)
