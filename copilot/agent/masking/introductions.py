"""Names that the words around them give away: a title, an introduction, the legal form of a firm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.agent.masking.found import Found
from copilot.agent.masking.vocabulary import (
    WORD,
    Vocabulary,
    begins_sentence,
    is_given_name,
    shipped_words,
    without_possessive,
)

_WITH_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*"
_PARTICLES = r"(?:(?:von|van|de|der|den|del|di|da|du|la|le|al|bin|zu) )*"
_NAME = rf"(?P<name>{_WITH_CAPITAL}(?: {_PARTICLES}{_WITH_CAPITAL}){{0,2}})"
_TITLES = (
    "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Lord|Lady|Dame|Herr|Frau|Monsieur|Madame|Mme|Signor|Signora|Señor|Señora|"
    "Judge|Captain"
)
_TELLING = (
    "colleague|trader|manager|boss|employee|analyst|broker|dealer|secretary|lawyer|wife|husband|brother|sister|son|"
    "daughter|friend|intern|applicant|candidate|whistleblower|chairman|chairwoman|named|dear|regards|signed|sincerely"
)
_TELLING_LITTLE = "is|am|I'm|from|met|hello|hi|called|officer|director|client|customer|insider|counterparty"
_TITLED = re.compile(rf"\b(?:{_TITLES})\.? (?:(?:Dr|Prof)\.? )?{_NAME}")
_INTRODUCED = re.compile(rf"\b(?i:(?P<sure>{_TELLING})|{_TELLING_LITTLE}),? (?:by )?{_NAME}")
_FIRM = re.compile(
    rf"(?P<name>(?:{_WITH_CAPITAL},? (?:& )?){{1,4}})"
    r"(?:Ltd|plc|PLC|GmbH|AG|SE|S\.A\.|SA|N\.V\.|NV|B\.V\.|BV|Inc|Corp|LLC|LLP|SpA|S\.p\.A\.|Oyj|Oy|AB|ASA|KGaA|KG|"
    r"SARL|SAS|S\.à r\.l\.|SICAV)(?![\w-]| \d)"
)


def introduced(text: str, vocabulary: Vocabulary) -> Iterator[Found]:
    """People with a title, and those whose name follows what they are: my colleague Mark Bell."""
    for pattern in (_TITLED, _INTRODUCED):
        for found in pattern.finditer(text):
            sure = pattern is _TITLED or found["sure"] is not None
            end = _end(found, vocabulary, sure=sure)
            if end > found.start("name"):
                yield Found(found.start("name"), end, "NAME")


def firms(text: str, vocabulary: Vocabulary) -> Iterator[Found]:
    """What stands before a legal form, without the words that only begin the sentence."""
    for found in _FIRM.finditer(text):
        words = list(WORD.finditer(text, found.start("name"), found.end("name")))
        while words and (vocabulary.is_proper(words[0][0]) or _only_begins(text, words[0])):
            words.pop(0)
        if words:
            yield Found(words[0].start(), found.end(), "NAME")


def _end(found: re.Match[str], vocabulary: Vocabulary, *, sure: bool) -> int:
    """Where the name ends: before a word of the law; where little is told, before any word that is known."""
    end, given = found.start("name"), False
    for word in WORD.finditer(found.string, found.start("name"), found.end("name")):
        bare = without_possessive(word[0])
        begins = word.start() == found.start("name")
        if not (sure and (given or (begins and is_given_name(bare)))):
            if vocabulary.is_proper(bare) or (bare.isupper() and len(bare) > 1):
                break
            if not sure and vocabulary.knows(bare):
                break
        given = begins and is_given_name(bare)
        end = word.start() + len(bare)
    return end


def _only_begins(text: str, word: re.Match[str]) -> bool:
    return begins_sentence(text, word.start()) and word[0].lower() in shipped_words("known-words.txt")
