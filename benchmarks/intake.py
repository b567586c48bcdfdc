"""Measures intake on descriptions that are prohibited, high-risk or neither.

    python -m benchmarks.intake                   our own descriptions, on which phrases and thresholds were made
    python -m benchmarks.intake scenarios.json    those of others

The file of others is a JSON list of records with the fields below and ``risk_level``; ``limited`` and ``minimal``
both count as neither. Measured from all fields and from ``intended_use`` alone, with phrases only and with the second
voice; at last the thresholds of the second voice, by halves.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

from pydantic import BaseModel
from rich.console import Console
from rich.table import Table

from benchmarks.records import read_bytes, records_in
from copilot.agent.intake import Call, ClassifiedDescription, Nearest, classify_description
from copilot.errors import CopilotError
from copilot.retrieval import SentenceTransformersEmbedder, Vectors
from copilot.rules.ai_act import AISystem

_OWN = Path(__file__).with_name("intake-descriptions.jsonl")
_DAY = date(2026, 11, 20)
_FORM = "A record has intended_use, system_type, input_data, domain, role and risk_level."
_THRESHOLDS = tuple((near, ahead) for near in (0.45, 0.5, 0.55) for ahead in (0.05, 0.1, 0.15))
_PRACTICES = frozenset(
    "influence intimate_imagery child_abuse_material social_scoring crime_risk face_database biometrics "
    "live_identification emotions".split()
)


class _Own(BaseModel):
    description: str
    call: Call


class _Scenario(BaseModel):
    intended_use: str
    system_type: str
    input_data: str
    domain: str
    role: str
    risk_level: str

    @property
    def call(self) -> str:
        """The class it was judged to be in."""
        return self.risk_level if self.risk_level in ("prohibited", "high-risk") else "neither"

    @property
    def whole(self) -> str:
        """Every field that describes the system; the articles and duties of a record are no part of it."""
        return (
            f"{self.intended_use}. {self.system_type}. Input data: {self.input_data}. "
            f"Domain: {self.domain}. Role: {self.role}."
        )


_Texts = Sequence[tuple[str, str]]
"""Each description after the class it was judged to be in."""


@dataclass(frozen=True, slots=True)
class _Judged:
    number: int
    text: str
    expected: str
    found: ClassifiedDescription

    @property
    def call(self) -> Call:
        return self.found.result.called.call

    @property
    def right(self) -> bool:
        return self.call == self.expected

    @property
    def reveals(self) -> bool:
        """Whether an open question asks for an element of a practice of Art. 5."""
        asked = self.found.result.classification.open_questions
        return any(one.fact.partition(".")[0] in _PRACTICES for one in asked)


class _Remembering:
    """The bundled embedder, which embeds each text once."""

    def __init__(self) -> None:
        self._embedder = SentenceTransformersEmbedder("bundled")
        self.model, self.embed = self._embedder.model, self._embedder.embed

    @cache  # noqa: B019  # it lives as long as the measurement
    def embed_query(self, text: str) -> Vectors:
        return self._embedder.embed_query(text)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.intake", description=_FORM)
    parser.add_argument("scenarios", type=Path, nargs="?", help="descriptions of others; without: our own")
    given = parser.parse_args()
    embedder = _Remembering()
    try:
        sets = _own() if given.scenarios is None else _of_others(given.scenarios)
    except CopilotError as error:
        sys.stderr.write(f"Error: {error}\n{error.remedy}\n")
        return error.exit_code
    for name, texts in sets.items():
        _print_outcome(f"{name}, phrases alone", _judged(texts, None))
        _print_outcome(f"{name}, both voices", _judged(texts, Nearest(embedder)))
    _print_thresholds(next(iter(sets.values())), embedder)
    return 0


def _own() -> dict[str, _Texts]:
    lines = _OWN.read_text(encoding="utf-8").splitlines()
    held = [_Own.model_validate_json(line) for line in lines]
    return {"our own": [(one.call, one.description) for one in held]}


def _of_others(file: Path) -> dict[str, _Texts]:
    held = list(records_in(read_bytes(file), _Scenario, str(file), _FORM))
    return {
        "all fields": [(one.call, one.whole) for one in held],
        "intended use": [(one.call, one.intended_use) for one in held],
    }


def _judged(texts: _Texts, nearest: Nearest | None) -> list[_Judged]:
    return [
        _Judged(number, text, expected, classify_description(text, AISystem(), nearest, _DAY))
        for number, (expected, text) in enumerate(texts)
    ]


def _judged_again(one: _Judged, nearest: Nearest) -> _Judged:
    return replace(one, found=classify_description(one.text, AISystem(), nearest, _DAY))


def _print_outcome(name: str, judged: Sequence[_Judged]) -> None:
    console = Console(width=140)
    halves = ", ".join(_share([one for one in judged if one.number % 2 == odd]) for odd in (0, 1))
    console.print(f"\n[bold]{name}: {_share(judged)} right[/bold]; even and odd records: {halves}")
    table = Table("judged as", *(f"called {call}" for call in get_args(Call)), "right")
    calls = Counter((one.expected, one.call) for one in judged)
    for expected in get_args(Call):
        counts = [str(calls[expected, call]) for call in get_args(Call)]
        table.add_row(expected, *counts, _share([one for one in judged if one.expected == expected]))
    console.print(table)
    for one in judged:
        if not one.right:
            grounds = ", ".join(str(finding.provision) for finding in one.found.result.called.findings)
            console.print(
                f"  {one.number}: {one.expected}, called {one.call} ({grounds}): {one.text[:150]}"
            )
    missed = [one for one in judged if one.expected == "prohibited" and one.call == "neither"]
    silent = [one.number for one in missed if not one.reveals]
    console.print(
        f"  prohibited, called neither: {len(missed)}; without an open question on a practice: {silent}"
    )


def _print_thresholds(texts: _Texts, embedder: _Remembering) -> None:
    """The second voice is heard only where phrases call nothing, so only these are judged again."""
    table = Table("nearest", "nearer by", "even", "odd", title="Thresholds of the second voice")
    alone = _judged(texts, None)
    for near, ahead in _THRESHOLDS:
        nearest = Nearest(embedder, near=near, nearer_by=ahead)
        judged = [_judged_again(one, nearest) if one.call == "neither" else one for one in alone]
        halves = (_share([one for one in judged if one.number % 2 == odd]) for odd in (0, 1))
        table.add_row(str(near), str(ahead), *halves)
    Console(width=140).print(table)


def _share(judged: Sequence[_Judged]) -> str:
    right = sum(one.right for one in judged)
    return f"{right}/{len(judged)} ({right / len(judged):.1%})" if judged else "-"


if __name__ == "__main__":
    sys.exit(main())
