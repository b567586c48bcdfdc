"""How well a piece answers a question: the words it shares, weighed, and what the question is after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.agent.extractive.cues import cue
from copilot.agent.extractive.passage import Passage, Piece
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.words import covered, stems

_BY_RANK, _BY_PASSAGE, _BY_ROLE, _BY_CUE = 0.9, 0.5, 0.25, 0.35
_OF_A_POLICY, _OF_A_RECITAL, _OF_AN_AMENDMENT, _OF_NO_ACT_NAMED = 0.3, 0.5, 0.25, 0.25
_ELSEWHERE, _OF_ELSEWHERE = ("us-", "uk-"), 0.3
_OF_A_MANDATE, _OF_A_DEFINITION = 0.3, 0.8
_DEFINES = re.compile(r"(?:^|: )[‘'“][^’'”]+[’'”](?: \(\w+\))? (?:means|is the|is a)\b")
_MANDATE = re.compile(
    r"\b(?:the )?(?:Commission|ESMA|EBA|ESAs?|Board|Member States) (?:shall|may)\b|Commission",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"without (?:undue )?delay|immediately|promptly|as soon as|at the latest|not later than|no later than|before ",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|ten|twenty|thirty)\b.{0,25}\b(?:hours?|days?|weeks?|months?|years?)\b"
    r"|\bby \d{1,2} [A-Z]"
)
_SUM = re.compile(r"\b(?:EUR|%|per cent|percent)\b|\d %")
_EXCEPTED = cue("not apply", r"except\w*", r"exempt\w*", r"derogat\w*", "unless", "carve", r"exclu\w*")
_CUES = (
    (
        cue(r"how (?:long|soon|fast|quickly)", "deadline", "due", "by when", "within what", "until when"),
        _PERIOD,
    ),
    (cue(r"when (?:must|shall|should|do|does|is|are|has|have)"), _AT_ONCE),
    (cue(r"how (?:much|high)", "threshold", "amount", "maximum", "what percentage"), _SUM),
    (_EXCEPTED, _EXCEPTED),
    (
        cue(
            r"what (?:has|have|needs?|must|should|is|are|goes) .{0,60}\b(?:be in|in|into|contain\w*|includ\w*)\b",
            r"contents? of",
        ),
        cue("consists? of", r"contain\w*", r"comprise\w*", "at least the following"),
    ),
)
"""What a question asks for, and the form in which it is answered."""

_ROLES = (
    "provider",
    "deployer",
    "importer",
    "distributor",
    "authorised representative",
    "issuer",
    "controller",
    "processor",
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A piece with the paragraph it is of and its score."""

    piece: Piece
    passage: Passage
    score: float


def ranked(asked: Asked, passages: Sequence[Passage]) -> tuple[Ranked, ...]:
    """Every piece of some paragraphs, the one that answers best first; of two alike the earlier."""
    found = [
        Ranked(piece, passage, _score(asked, piece, passage, acts_named(asked, passages)))
        for passage in passages
        for piece in passage.pieces
    ]
    return tuple(sorted(found, key=lambda one: -round(one.score, 6)))


def acts_named(asked: Asked, passages: Sequence[Passage]) -> frozenset[str]:
    """The acts that the question names, among those that were found."""
    text = f" {asked.text} "
    return frozenset(
        passage.hit.act
        for passage in passages
        if (name := short_name(passage)) and re.search(rf"\b{re.escape(name)}\b", text)
    )


def short_name(passage: Passage) -> str:
    """What the act of a paragraph is called: ``AI Act`` of ``Art. 26(6) AI Act``."""
    label = passage.hit.label
    name = re.search(r"(?:^|[ )])((?:EU |UK |US )?[A-Z][\w/-]*(?: [A-Z][\w/-]*)*(?: \d+)?)$", label)
    return name[1] if name else ""


def _score(asked: Asked, piece: Piece, passage: Passage, acts: frozenset[str]) -> float:
    score = covered(asked.sought, piece.stems)
    score += _BY_PASSAGE * covered(asked.sought, passage.stems)
    score += _BY_RANK / (1 + passage.rank)
    score += 0.1 if piece.source == passage.hit else 0.0
    score += _of_role(asked, piece)
    score += sum(_BY_CUE for cue, sign in _CUES if cue.search(asked.text) and sign.search(piece.text))
    source = piece.source
    score -= _OF_A_MANDATE if _MANDATE.search(piece.text) and not _MANDATE.search(asked.text) else 0.0
    score -= _OF_A_DEFINITION if asked.kind != "definition" and _DEFINES.search(piece.text) else 0.0
    score -= _OF_A_RECITAL if source.is_recital else 0.0
    score -= _OF_AN_AMENDMENT if source.act == "ai-omnibus" and "omnibus" not in asked.text.lower() else 0.0
    score -= _OF_NO_ACT_NAMED if acts and source.act not in acts and not source.is_policy else 0.0
    score -= _OF_ELSEWHERE if source.act.startswith(_ELSEWHERE) and not (acts or asked.places) else 0.0
    if source.is_policy:
        score += _OF_A_POLICY if asked.about_policy else -_OF_A_POLICY * (0.3 if asked.about_us else 1)
    if any(unit.is_of(source) for unit in asked.units):
        score += 0.6
    return score


def _of_role(asked: Asked, piece: Piece) -> float:
    """A duty of the role that is asked about, rather than of another."""
    if asked.role not in _ROLES:
        return 0.0
    head = " ".join(piece.text.lower().split()[:14])
    if re.search(rf"\b{asked.role}s?\b", head):
        return _BY_ROLE
    others = [role for role in _ROLES if role != asked.role and re.search(rf"\b{role}s?\b", head)]
    return -_BY_ROLE if others else 0.0


def shares(asked: Asked, text: str) -> float:
    """The share of the question's own words that a text has, weighed by what they tell."""
    return covered(asked.own_words, stems(text))
