"""Makes a set of any size: real passages as far as they go, then new ones out of their sentences.

A made passage has as many sentences as some real one, each drawn from all sentences, so that its words are as
frequent and its length as usual as in the set. It answers nothing: such a set measures time, not quality.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from benchmarks.contestants import Passage

_END_OF_SENTENCE = re.compile(r"(?<=[.;:])\s+|\n+")


def of_size(real: Sequence[Passage], size: int, seed: int) -> tuple[Passage, ...]:
    """A sample of the real passages, or all of them and made ones beside; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  # made texts are no secret
    if size <= len(real):
        return tuple(chance.sample(list(real), size))
    sentences = [_sentences(passage.text) for passage in real]
    every = [sentence for held in sentences for sentence in held]
    made = (
        Passage(f"made/p-{number}", (), " ".join(chance.choices(every, k=len(chance.choice(sentences)))))
        for number in range(size - len(real))
    )
    return (*real, *made)


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _END_OF_SENTENCE.split(text) if sentence.strip()]
