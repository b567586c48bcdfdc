"""Answers on a system that is described: its class, what is owed for it, and the regimes it meets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.agent.extractive.passage import Passage, passages_of
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.result import ReadStep, Result
from copilot.agent.extractive.saying import (
    heading,
    piece_said,
    pieces_said,
    pinpoint_of,
    question_said,
    questions_of,
    said,
)
from copilot.agent.extractive.seen import Seen
from copilot.agent.extractive.tiers import duties_that_follow
from copilot.agent.extractive.words import covered, stems, weight
from copilot.agent.extractive.writing.dates import dated
from copilot.agent.wire import Declined
from copilot.grounding import Draft, sentences_in

_MOST_DUTIES, _MOST_QUESTIONS, _MOST_REASONS, _MOST_REGIMES, _MOST_PROVISIONS = 10, 3, 3, 8, 8
_SURE = re.compile(r"\((?:high|medium) confidence\)")
_OF_ANY = (
    "Is it machine-based?",
    "Do you use it under your authority?",
    "Did you develop it, or have it developed?",
)
"""What is true of nearly every system and says nothing of its class."""

_LONGEST = 110
_NAMES_OTHERS = re.compile(r"\bArt(?:icle|\.)s? \d")
"""An article without its act would be read as one of the act that a pinpoint beside it names."""

_STANDING = re.compile(r"On the day: (?P<status>.+?)\. Confidence")


def class_of(asked: Asked, seen: Seen) -> Iterator[Draft | Declined]:
    """The class, by which provision and from when, what was read off the words, and what would have to be known."""
    result = seen.results("classify_ai_system")[0]
    if not _tells_enough(result):
        yield "missing_fact"
        return
    yield heading("In short:")
    yield said(result, result.clauses[0])
    yield from dated(asked, seen, most=1)
    laws = [
        source
        for source in seen.provisions
        if source.id in _resting(result) or source.id.startswith("eu-ai-act/art-6/3")
    ]
    pieces = [piece for passage in passages_of(laws) for piece in passage.pieces]
    if pieces:
        yield heading("The rules are:")
    yield from pieces_said(pieces[:_MOST_PROVISIONS])
    read = [step for step in result.steps if _SURE.search(step.found) and step.question not in _OF_ANY]
    if read:
        yield heading("The reasons are:")
    for step in sorted(read, key=lambda step: "high confidence" not in step.found)[:_MOST_REASONS]:
        yield question_said(result, step.question)
        yield said(result, step.found)
    yield from questions_of(result, _MOST_QUESTIONS, asked.text)


def _tells_enough(result: Result) -> bool:
    """Whether the description says what the system is for, and not only that it is one."""
    return any(
        step.found.startswith("yes") and _SURE.search(step.found) and step.question not in _OF_ANY
        for step in result.steps
    )


def _resting(result: Result) -> frozenset[str]:
    return frozenset(step.provision for step in result.steps)


def duties_for(asked: Asked, seen: Seen) -> Iterator[Draft | Declined]:
    """The class, then each duty with its provision, from when, and what would have to be known."""
    result = seen.results("duties_of")[0]
    if not _tells_enough(result):
        yield "missing_fact"
        return
    yield heading("In short:")
    yield said(result, result.clauses[0])
    owed = [_duty(seen, result, step) for step in duties_that_follow(result)]
    if owed:
        yield heading("The duties:")
    yield from list(dict.fromkeys(owed))[:_MOST_DUTIES]
    yield from dated(asked, seen)
    yield from questions_of(result, _MOST_QUESTIONS, asked.text)


def _duty(seen: Seen, result: Result, step: ReadStep) -> Draft:
    """The sentence of the provision that says the duty, where it was brought; else the words of the result."""
    first = sentences_in(step.found)[0].text.rstrip(".")
    sought = {stem: weight(stem) for stem in stems(first)}
    passages = (passage for passage in passages_of(seen.provisions) if _is_of(passage, step.provision))
    pieces = [piece for passage in passages for piece in passage.pieces if piece.length <= _LONGEST]
    if pieces:
        return piece_said(
            max(pieces, key=lambda piece: (round(covered(sought, piece.stems), 6), -piece.place))
        )
    pinpoint = "" if _NAMES_OTHERS.search(first) else pinpoint_of(seen, step.provision)
    return said(result, first, pinpoint=pinpoint)


def _is_of(passage: Passage, provision: str) -> bool:
    return any(unit.id == provision or unit.id.startswith(f"{provision}/") for unit in passage.units)


def places_for(asked: Asked, seen: Seen) -> Iterator[Draft | Declined]:
    """The regimes that are engaged or may be, what the places share, and what would have to be known."""
    result = seen.results("jurisdictions_of")[0]
    yield heading("In short:")
    yield from (said(result, clause) for clause in result.clauses[:3])
    engaged = [
        step
        for step in result.steps
        if step.question.endswith("engaged?") and not step.found.startswith("not engaged")
    ]
    order = sorted(engaged, key=lambda step: step.found.startswith("possible"))[:_MOST_REGIMES]
    if order:
        yield heading("In detail:")
    for step in order:
        name = step.question.removeprefix("Is ").removesuffix(" engaged?")
        standing = _STANDING.match(step.matters)
        status = f"; on the day it is {standing['status']}" if standing else ""
        possibly, not_told, _ = step.found.partition(": not told")
        text = f"{name}: {possibly}{', since it was not told in full' if not_told else ''}{status}"
        yield said(result, step.question, step.found, step.matters, text=text)
    yield from questions_of(result, _MOST_QUESTIONS, asked.text)
