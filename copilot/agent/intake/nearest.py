"""The second voice: a description that no phrase speaks for, beside sample descriptions by meaning.

It is heard only where no phrase proposes a use that Art. 5, Annex III or Annex I covers, and says no more than that
a sentence comes nearer to a sample of a provision than to any sample that falls under none. The thresholds belong
to the bundled model, which is why no other is used here, whatever the settings choose for search.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import numpy as np

from copilot.agent.intake.description import Description, Sentence
from copilot.agent.intake.proposal import Proposal, Value
from copilot.agent.intake.samples import Samples, shipped_samples, vectors_of
from copilot.retrieval import Embedder, SentenceTransformersEmbedder, Vectors
from copilot.rules.ai_act import lessens

NEAR, NEARER_BY = 0.45, 0.15
"""As ``benchmarks/intake.py`` measures them on our own descriptions."""

_ACT = "eu-ai-act"
_FEWEST_WORDS = 5
_MOST_SENTENCES = 40


class Nearest:
    """Sample descriptions, embedded at the first question and kept in ``folder`` where there is one.

    ``near`` is the least cosine to a sample that counts, ``nearer_by`` by how much it must exceed that to every
    sample under no provision.
    """

    def __init__(
        self,
        embedder: Embedder,
        folder: Path | None = None,
        near: float = NEAR,
        nearer_by: float = NEARER_BY,
    ) -> None:
        self._embedder, self._folder = embedder, folder
        self._near, self._nearer_by = near, nearer_by

    @classmethod
    def bundled(cls, folder: Path) -> Nearest:
        """With the bundled model, for which the thresholds are measured."""
        return cls(SentenceTransformersEmbedder("bundled"), folder)

    def proposals(self, description: Description, by_phrases: Collection[Proposal]) -> Iterator[Proposal]:
        """What the nearest samples propose; nothing where phrases propose a regulated use already."""
        known = {(one.fact, one.value) for one in by_phrases}
        regulated = (held.proposes.items() for held in shipped_samples().provisions)
        if any(all(fact in known for fact in facts) for facts in regulated):
            return
        answered = {one.fact for one in by_phrases}
        lessened = {one.fact.partition(".")[0] for one in by_phrases if one.lessens}
        for sentence in description.sentences[:_MOST_SENTENCES]:
            held = self._nearest(description, sentence)
            if held is None or any(fact.partition(".")[0] in lessened for fact in held.proposes):
                continue
            for fact, value in held.proposes.items():
                if fact not in answered:
                    yield _proposal(description, sentence, held, fact, value)

    def _nearest(self, description: Description, sentence: Sentence) -> Samples | None:
        if len(sentence.words) < _FEWEST_WORDS or sentence.says_no:  # vectors hardly know a denial
            return None
        vector = self._embedder.embed_query(_text(description, sentence))
        of_provisions, of_neither = self._vectors
        likeness = [float((vectors @ vector).max()) for vectors in of_provisions]
        best = int(np.argmax(likeness))
        ahead = likeness[best] - float((of_neither @ vector).max())
        near = likeness[best] >= self._near and ahead >= self._nearer_by
        return shipped_samples().provisions[best] if near else None

    @cached_property
    def _vectors(self) -> tuple[list[Vectors], Vectors]:
        samples = shipped_samples()
        vectors = vectors_of(samples.texts, self._embedder, self._folder)
        ends = list(accumulate(len(held.examples) for held in samples.provisions))
        *of_provisions, of_neither = np.split(vectors, ends)
        return of_provisions, of_neither


def _text(description: Description, sentence: Sentence) -> str:
    return description.text[sentence.words[0].start : sentence.words[-1].end]


def _proposal(
    description: Description, sentence: Sentence, held: Samples, fact: str, value: Value
) -> Proposal:
    return Proposal(
        fact,
        value,
        words=_text(description, sentence),
        start=sentence.words[0].start,
        end=sentence.words[-1].end,
        confidence="low",
        lessens=lessens(fact, value),
        nearest=f"{_ACT}/{held.provision}",
    )
