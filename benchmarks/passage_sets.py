"""Reads a set of passages and questions from elsewhere.

``--documents`` is a folder or a zip of JSON files, one a document: a list of records with ``DocumentID``,
``PassageID`` and ``Passage``. ``--questions`` is a JSON list of records with ``Question`` and ``Passages``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from pydantic import BaseModel

from benchmarks.contestants import Passage
from benchmarks.records import read_bytes, records_in
from copilot.errors import CorpusError
from copilot.law import ProvisionId

_LAST_STEP = re.compile(r"^(.*?)\.?(?:\([^()]*\)|[^.()]+)\.?$")
_HEADING_WORDS = 15
_FORM = "See the beginning of benchmarks/passage_sets.py for the form that is read."


class _Key(BaseModel):
    DocumentID: int | str
    PassageID: int | str

    @property
    def pair(self) -> tuple[str, str]:
        return str(self.DocumentID), str(self.PassageID)


class _Passage(_Key):
    Passage: str


class _Question(BaseModel):
    Question: str
    Passages: list[_Key]


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the keys of the passages that answer it."""

    id: str
    text: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class PassageSet:
    """Passages, and questions whose answers are among them."""

    passages: tuple[Passage, ...]
    questions: tuple[Question, ...]

    def sample(self, size: int, questions: int, seed: int) -> PassageSet:
        """Some questions, the passages that answer them, and others up to ``size``; the order is kept."""
        chance = random.Random(seed)  # noqa: S311  # a sample is no secret
        places = sorted(chance.sample(range(len(self.questions)), min(questions, len(self.questions))))
        asked = tuple(self.questions[place] for place in places)
        kept = {key for question in asked for key in question.answers}
        others = [passage.id for passage in self.passages if passage.id not in kept]
        kept.update(chance.sample(others, max(0, min(size - len(kept), len(others)))))
        return PassageSet(tuple(passage for passage in self.passages if passage.id in kept), asked)


def read_passage_set(documents: Path, questions: Path) -> PassageSet:
    """Read both; empty passages and those under a key already taken are left out."""
    texts: dict[tuple[str, str], str] = {}
    for record in _passages(documents):
        if text := record.Passage.strip():
            texts.setdefault(record.pair, text)
    ids = _ids(texts)
    passages = tuple(Passage(ids[key], _headings(key, texts), text) for key, text in texts.items())
    asked = tuple(_questions(questions, ids))
    if not passages or not asked:
        missing = "passage with words" if not passages else "question that a passage answers"
        raise CorpusError(
            f"there is no {missing}", remedy=_FORM, file=str(questions if passages else documents)
        )
    return PassageSet(passages, asked)


def _passages(documents: Path) -> Iterator[_Passage]:
    for name, content in _files(documents):
        yield from records_in(content, _Passage, name, _FORM)


def _files(documents: Path) -> Iterator[tuple[str, bytes]]:
    if documents.is_dir():
        for file in sorted(documents.rglob("*.json")):
            yield str(file), read_bytes(file)
        return
    if not documents.exists():
        raise CorpusError("there is no such file or folder", remedy=_FORM, file=str(documents))
    try:
        with ZipFile(documents) as archive:
            names = (
                name for name in archive.namelist() if name.endswith(".json") and "__MACOSX" not in name
            )
            for name in sorted(names):
                yield f"{documents}:{name}", archive.read(name)
    except BadZipFile as error:
        raise CorpusError(
            f"it is no folder and no zip: {error}", remedy=_FORM, file=str(documents)
        ) from error


def _questions(file: Path, ids: Mapping[tuple[str, str], str]) -> Iterator[Question]:
    for number, record in enumerate(records_in(read_bytes(file), _Question, str(file), _FORM)):
        answers = frozenset(ids[key.pair] for key in record.Passages if key.pair in ids)
        if answers:
            yield Question(str(number), record.Question, answers)


def _ids(texts: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """An id for each passage, one beside the other: made of its own, with a number where two come out alike.

    None is below another one, since ours takes what lies below for a part and lists one part of each paragraph.
    """
    ids: dict[tuple[str, str], str] = {}
    taken: set[ProvisionId] = set()
    for document, passage in texts:
        act, slug = (
            "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "whole" for name in (document, passage)
        )
        numbered = (slug if number == 1 else f"{slug}-no{number}" for number in count(1))
        named = (ProvisionId(f"document-{act}", (name,)) for name in numbered)
        unit = next(unit for unit in named if unit not in taken)
        taken.add(unit)
        ids[document, passage] = str(unit)
    return ids


def _headings(key: tuple[str, str], texts: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    """The short passages whose ids this one begins with: they are the headings above it."""
    document, rest = key
    found: list[str] = []
    while (match := _LAST_STEP.match(rest)) and match[1]:
        rest = match[1]
        above = texts.get((document, rest)) or texts.get((document, f"{rest}."))
        if above and len(above.split()) <= _HEADING_WORDS:
            found.append(above)
    return tuple(reversed(found))
