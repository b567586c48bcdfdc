"""What officers say and what the law says: "kill switch" is a "stop button", "hiring" is "recruitment".

The table is ``corpus/everyday-words.yaml``; a firm's own words belong there, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from copilot.retrieval.words import plain_words

_TABLE = "everyday-words.yaml"


@dataclass(frozen=True, slots=True)
class InLawWords:
    """The everyday words found in a question, and the law's words for them."""

    said: str
    meant: str


class EverydayWords:
    """Phrases of everyday speech, each with the law's words for it."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._meant = {
            " ".join(plain_words(phrase)): meant
            for phrases, meant in table.items()
            for phrase in phrases.split(",")
        }
        self._longest = max((len(phrase.split()) for phrase in self._meant), default=0)

    @classmethod
    @cache
    def shipped(cls) -> EverydayWords:
        """The table of the corpus."""
        return cls(yaml.safe_load(files("corpus").joinpath(_TABLE).read_text(encoding="utf-8")))

    def found_in(self, question: str) -> InLawWords:
        """All phrases of the table that the question says; the law's words for them each once."""
        words = plain_words(question)
        said = dict.fromkeys(
            phrase
            for start in range(len(words))
            for length in range(1, self._longest + 1)
            if (phrase := " ".join(words[start : start + length])) in self._meant
        )
        meant = dict.fromkeys(self._meant[phrase] for phrase in said)
        return InLawWords(" ".join(said), " ".join(meant))
