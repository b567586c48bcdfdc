"""Recognises what must not leave the machine in a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from copilot.agent.masking.accounts import accounts, long_numbers
from copilot.agent.masking.closed_texts import ClosedTexts
from copilot.agent.masking.code_names import code_names
from copilot.agent.masking.contacts import contacts
from copilot.agent.masking.found import Found, disjoint
from copilot.agent.masking.names import names
from copilot.agent.masking.own_patterns import OwnPattern, found_by
from copilot.agent.masking.secrets import secrets
from copilot.agent.masking.vocabulary import WORD, Vocabulary, bare_words, without_possessive
from copilot.law import Corpus

KINDS = (
    "NAME",
    "CODE",
    "EMAIL",
    "PHONE",
    "IP",
    "IBAN",
    "CARD",
    "ACCOUNT",
    "ID",
    "SECRET",
    "CLOSED",
    "TEXT",
)
"""What placeholders are called. ``TEXT`` is what looked like a placeholder before anything was masked."""
_SHORTEST_PART = 3
_CUES = frozenset("project operation the and ltd plc gmbh inc llc llp".split())


@dataclass(frozen=True, slots=True)
class Recogniser:
    """What finds names, numbers, secrets, code names, closed texts and what a firm adds."""

    vocabulary: Vocabulary
    closed: ClosedTexts
    own: tuple[OwnPattern, ...] = ()

    @classmethod
    def of(cls, corpus: Corpus, own: tuple[OwnPattern, ...]) -> Recogniser:
        """A recogniser that knows the words of a corpus, and which of its texts are closed."""
        return cls(Vocabulary.of(corpus), ClosedTexts.of(corpus), own)

    @property
    def kinds(self) -> tuple[str, ...]:
        """All that a placeholder can be called."""
        return tuple(dict.fromkeys((*KINDS, *(own.kind for own in self.own))))

    def found_in(self, text: str) -> tuple[Found, ...]:
        """Everything found by itself, in the order of the text."""
        return disjoint(
            (
                *found_by(self.own, text),
                *self.closed.found_in(text),
                *secrets(text),
                *accounts(text),
                *contacts(text),
                *long_numbers(text),
                *code_names(text, self.vocabulary),
                *names(text, self.vocabulary),
            )
        )

    def parts(self, name: str) -> tuple[str, ...]:
        """The words of a name by which it may be called alone later: Price of Jane Price, Falcon of Project Falcon."""
        return tuple(
            word
            for word in bare_words(name)
            if len(word) >= _SHORTEST_PART
            and word.lower() not in _CUES
            and not self.vocabulary.is_proper(word)
        )

    def called_again(self, text: str, parts: Mapping[str, str]) -> tuple[Found, ...]:
        """Where parts of names stand alone; one that is an English word, too, counts with a capital only."""
        return tuple(
            Found(found.start(), found.start() + len(without_possessive(found[0])), kind)
            for found in WORD.finditer(text)
            if (kind := parts.get(without_possessive(found[0]).lower()))
            and not (found[0].islower() and self.vocabulary.knows(found[0]))
        )
