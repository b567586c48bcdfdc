"""Names of people and firms: what is written with a capital and is no word of the law, of English or of a place.

A name is known by itself (Kowalska), by a given name before it (Jane Price), by a title (Ms Young), by how the
person is introduced (my colleague Mark Bell), or by what a firm calls itself (Green Water Ltd). A surname that
is an English word and stands alone is not known; a firm can list it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from copilot.agent.masking.found import Found
from copilot.agent.masking.introductions import firms, introduced
from copilot.agent.masking.vocabulary import (
    WORD,
    Vocabulary,
    begins_sentence,
    is_given_name,
    without_possessive,
)

_PARTICLES = frozenset(
    "von van de der den del della di da du la le el al bin ibn ter ten zu zur dos das af av".split()
)
_BETWEEN = re.compile(r"(?: |\. | & )\Z")
_MOST_AFTER_A_GIVEN_NAME = 3


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str
    capital: bool
    given: bool
    known: bool
    proper: bool
    first: bool


def names(text: str, vocabulary: Vocabulary) -> Iterator[Found]:
    """Every one."""
    tokens = [_token(text, found, vocabulary) for found in WORD.finditer(text)]
    yield from _runs(text, tokens, _marked(text, tokens))
    yield from introduced(text, vocabulary)
    yield from firms(text, vocabulary)


def _token(text: str, found: re.Match[str], vocabulary: Vocabulary) -> _Token:
    word = without_possessive(found[0])
    given = is_given_name(word)
    return _Token(
        found.start(),
        found.start() + len(word),
        word,
        capital=not word[0].islower(),
        given=given,
        known=vocabulary.knows(word)
        and not (given and word.isupper() and word.lower() not in vocabulary.ordinary),
        proper=vocabulary.is_proper(word),
        first=not found[0].islower() and begins_sentence(text, found.start()),
    )


def _marked(text: str, tokens: Sequence[_Token]) -> list[bool]:
    """Which words are a part of a name."""
    marked = [False] * len(tokens)
    for place, token in enumerate(tokens):
        following = _run_after(text, tokens, place) if token.given else []
        if token.capital and not token.known:
            marked[place] = True
        if token.given and (marked[place] or (token.capital and _is_meant(token, following))):
            marked[place] = True
            for after, other in enumerate(following[:_MOST_AFTER_A_GIVEN_NAME], start=place + 1):
                surname = after == place + 1 and not token.known
                if (other.proper and not surname) or (other.known and not other.capital):
                    break
                marked[after] = True
        elif token.given and not token.capital and not token.known:
            marked[place] = True
            if following and not following[0].known:
                marked[place + 1] = True
    return marked


def _run_after(text: str, tokens: Sequence[_Token], place: int) -> list[_Token]:
    """The words that follow with nothing between them but what stands within a name."""
    run: list[_Token] = []
    for before, token in zip(tokens[place:], tokens[place + 1 :], strict=False):
        between = text[before.end : token.start]
        if not _BETWEEN.match(between) or (between == ". " and len(before.word) > 1):
            break
        run.append(token)
        if len(run) == _MOST_AFTER_A_GIVEN_NAME:
            break
    return run


def _is_meant(token: _Token, following: Sequence[_Token]) -> bool:
    """Whether a given name that is a word, too (Mark, Grace), stands for a person."""
    surname = bool(following) and following[0].capital and not following[0].proper
    if token.word.isupper():
        return surname and following[0].word.isupper()
    if token.first:
        return surname and not following[0].known
    return surname or not token.proper


def _runs(text: str, tokens: Sequence[_Token], marked: Sequence[bool]) -> Iterator[Found]:
    """Each stretch of marked words as one name, with the initials and small words in and before it."""
    place = 0
    while place < len(tokens):
        if not marked[place]:
            place += 1
            continue
        last = place
        while True:
            after = last + 1
            while after < len(tokens) and _joins(tokens[after]) and not marked[after]:
                after += 1
            if after >= len(tokens) or not marked[after] or not _near(text, tokens[last : after + 1]):
                break
            last = after
        first = place
        while (
            first
            and len(tokens[first - 1].word) == 1
            and tokens[first - 1].capital
            and tokens[first - 1].word != "I"
        ):
            if text[tokens[first - 1].end : tokens[first].start] not in (". ", ".", " "):
                break
            first -= 1
        yield Found(tokens[first].start, tokens[last].end, "NAME")
        place = last + 1


def _joins(token: _Token) -> bool:
    return token.word in _PARTICLES or (len(token.word) == 1 and token.capital)


def _near(text: str, tokens: Sequence[_Token]) -> bool:
    return all(
        _BETWEEN.match(text[one.end : other.start]) or text[one.end : other.start] == "."
        for one, other in pairwise(tokens)
    )
