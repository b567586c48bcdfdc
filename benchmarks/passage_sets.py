"""Sets of passages and questions from elsewhere, read into a corpus so that our own search runs on them.

``--documents`` is a folder or a zip of JSON files, one a document: a list of records with ``DocumentID``,
``PassageID`` and ``Passage``. ``--questions`` is a JSON list of records with ``Question`` and ``Passages``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from copilot.law import Corpus, Instrument, Period, Provision, ProvisionId
from copilot.law.provision import Placed

_START = date(2000, 1, 1)
_LAST_STEP = re.compile(r"^(.*?)\.?(?:\([^()]*\)|[^.()]+)\.?$")
_HEADING_WORDS = 15


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the keys of the passages that answer it."""

    id: str
    text: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class PassageSet:
    """Passages as a corpus, and questions whose answers are among them."""

    corpus: Corpus
    questions: tuple[Question, ...]


def read_passage_set(documents: Path, questions: Path) -> PassageSet:
    """Read both; empty passages and those under a key already taken are left out."""
    passages: dict[tuple[str, str], str] = {}
    for record in _records(documents):
        key, text = (str(record["DocumentID"]), str(record["PassageID"])), str(record["Passage"]).strip()
        if text:
            passages.setdefault(key, text)
    ids = _provision_ids(passages)
    placed = [_placed(ids[key], _headings(key, passages), text) for key, text in passages.items()]
    acts = [_instrument(name) for name in dict.fromkeys(unit.instrument for unit in ids.values())]
    return PassageSet(Corpus(acts, placed), tuple(_questions(questions, ids)))


def _records(documents: Path) -> Iterator[dict[str, object]]:
    if documents.suffix == ".zip":
        with ZipFile(documents) as archive:
            names = [
                name for name in archive.namelist() if name.endswith(".json") and "__MACOSX" not in name
            ]
            for name in sorted(names):
                yield from json.loads(archive.read(name))
        return
    for file in sorted(documents.rglob("*.json")):
        yield from json.loads(file.read_text(encoding="utf-8"))


def _questions(file: Path, ids: dict[tuple[str, str], ProvisionId]) -> Iterator[Question]:
    for number, record in enumerate(json.loads(file.read_text(encoding="utf-8"))):
        keys = {(str(passage["DocumentID"]), str(passage["PassageID"])) for passage in record["Passages"]}
        answers = frozenset(str(ids[key]) for key in keys if key in ids)
        if answers:
            yield Question(str(number), record["Question"], answers)


def _provision_ids(passages: dict[tuple[str, str], str]) -> dict[tuple[str, str], ProvisionId]:
    """An id for each passage: made of its own, with a number where two come out alike."""
    taken: dict[ProvisionId, int] = {}
    ids = {}
    for document, passage in passages:
        slug = "-".join(re.findall(r"[a-z0-9]+", passage.lower())) or "whole"
        unit = ProvisionId(f"document-{document.lower()}", (slug,))
        taken[unit] = taken.get(unit, 0) + 1
        ids[document, passage] = unit if taken[unit] == 1 else unit.child(str(taken[unit]))
    return ids


def _headings(key: tuple[str, str], passages: dict[tuple[str, str], str]) -> tuple[str, ...]:
    """The short passages whose ids this one begins with: they are the headings above it."""
    document, rest = key
    found: list[str] = []
    while (match := _LAST_STEP.match(rest)) and match[1]:
        rest = match[1]
        above = passages.get((document, rest)) or passages.get((document, f"{rest}."))
        if above and len(above.split()) <= _HEADING_WORDS:
            found.append(above)
    return tuple(reversed(found))


def _placed(unit: ProvisionId, headings: tuple[str, ...], text: str) -> Placed:
    wording = Provision(unit, headings, "", text, Period(_START), "digest", unit.instrument)
    return Placed(wording, unit.instrument, 1)


def _instrument(name: str) -> Instrument:
    return Instrument.model_validate(
        {
            "id": name,
            "title": name,
            "short": name,
            "kind": "guidance",
            "jurisdiction": "-",
            "publisher": "-",
            "status": "-",
            "versions": [{"from": _START, "source": name}],
        }
    )
