"""Reads the cases that ship, or a firm's own in a folder of the same form, and names every line that is faulty."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from copilot.errors import UnusableCase
from evals.cases.alike import alike_among
from evals.cases.case import Case, Place
from evals.cases.faults import SCHEMA, Fault, raise_for
from evals.cases.question import Golden
from evals.cases.refusal import Answerable, Refusal
from evals.cases.time_flip import TimeFlip

_GOLDEN = "golden"
_LINES = ".jsonl"
_TIME_FLIPS = "time-flips.jsonl"
_REFUSALS = "refusals.jsonl"
_MATCHED = "refusals-matched.jsonl"

Kind = TypeVar("Kind", bound=Case)


@dataclass(frozen=True, slots=True)
class Cases:
    """Every case of a folder, kind by kind."""

    golden: tuple[Golden, ...]
    time_flips: tuple[TimeFlip, ...]
    refusals: tuple[Refusal, ...]
    matched: tuple[Answerable, ...]

    def __iter__(self) -> Iterator[Case]:
        return iter((*self.golden, *self.time_flips, *self.refusals, *self.matched))


def read_cases(folder: Path | None = None) -> Cases:
    """The cases that ship, or those in ``folder``; one error names every faulty line.

    A folder has ``golden/*.jsonl``, ``time-flips.jsonl``, ``refusals.jsonl`` and ``refusals-matched.jsonl``, as many
    of them as there are cases for.
    """
    root: Traversable = files("evals.cases") if folder is None else folder
    faults: list[Fault] = []
    golden = [case for file in _golden_files(root) for case in _read(Golden, root, file, faults)]
    cases = Cases(
        tuple(golden),
        tuple(_read(TimeFlip, root, _TIME_FLIPS, faults)),
        tuple(_read(Refusal, root, _REFUSALS, faults)),
        tuple(_read(Answerable, root, _MATCHED, faults)),
    )
    raise_for(faults)
    if not any(True for _ in cases):
        raise UnusableCase(
            f"there are no cases in {root}",
            remedy="Name a folder with golden/*.jsonl, time-flips.jsonl, refusals.jsonl or refusals-matched.jsonl.",
        )
    raise_for((*_given_twice(cases), *_unmatched(cases), *_asked_twice(cases)))
    return cases


def read_golden(folder: Path | None = None) -> tuple[Golden, ...]:
    """The golden questions."""
    return read_cases(folder).golden


def read_time_flips(folder: Path | None = None) -> tuple[TimeFlip, ...]:
    """The questions whose answer changed between two days."""
    return read_cases(folder).time_flips


def read_refusals(folder: Path | None = None) -> tuple[Refusal, ...]:
    """The questions that have to be refused."""
    return read_cases(folder).refusals


def read_matched(folder: Path | None = None) -> tuple[Answerable, ...]:
    """Their twins, which have to be answered."""
    return read_cases(folder).matched


def _golden_files(root: Traversable) -> tuple[str, ...]:
    within = root.joinpath(_GOLDEN)
    if not within.is_dir():
        return ()
    return tuple(
        sorted(f"{_GOLDEN}/{file.name}" for file in within.iterdir() if file.name.endswith(_LINES))
    )


def _read(kind: type[Kind], root: Traversable, file: str, faults: list[Fault]) -> Iterator[Kind]:
    lines = root.joinpath(file)
    if not lines.is_file():
        return
    for number, line in enumerate(_text_of(lines, file).split("\n"), start=1):
        if not line.strip():
            continue
        place = Place(file, number)
        try:
            case = kind.model_validate_json(line)
        except ValidationError as error:
            faults.extend(_faults_of(error, place))
            continue
        case.read_at(place)
        yield case


def _text_of(lines: Traversable, file: str) -> str:
    try:
        return lines.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableCase(
            f"{file} cannot be read: {error}", remedy="Write it as UTF-8, one case a line."
        ) from error


def _faults_of(error: ValidationError, place: Place) -> Iterator[Fault]:
    for fault in error.errors():
        field = ".".join(map(str, fault["loc"])) or "case"
        yield Fault(place, field, fault["msg"].removeprefix("Value error, "), SCHEMA)


def _given_twice(cases: Cases) -> Iterator[Fault]:
    first: dict[str, Case] = {}
    for case in cases:
        known = first.setdefault(case.id, case)
        if known is not case:
            yield Fault(
                case.place,
                "id",
                f"{json.dumps(case.id)} is that of {known.place}, too",
                "Give it another id.",
            )


def _unmatched(cases: Cases) -> Iterator[Fault]:
    missing = {case.id: case for case in cases.matched}
    known = set(missing)
    for refusal in cases.refusals:
        if refusal.matched not in known:
            what = f"{json.dumps(refusal.matched)} is not in {_MATCHED}"
            yield Fault(refusal.place, "matched", what, "Write the twin, or correct its id.")
        elif missing.pop(refusal.matched, None) is None:
            what = f"{json.dumps(refusal.matched)} is the twin of another refusal already"
            yield Fault(refusal.place, "matched", what, "Give each refusal a twin of its own.")
    for case in missing.values():
        yield Fault(
            case.place,
            "id",
            f"no refusal has {json.dumps(case.id)} as its twin",
            "Match it, or take it out.",
        )


def _asked_twice(cases: Cases) -> Iterator[Fault]:
    twins = [frozenset((refusal.id, refusal.matched)) for refusal in cases.refusals]
    for one, other in alike_among(tuple(cases), twins):
        what = f"asks nearly the same as {json.dumps(one.id)} ({one.place})"
        yield Fault(other.place, "question", what, "Ask something else, or take one of the two out.")
