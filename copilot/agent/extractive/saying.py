"""Writing a statement: the words of a source, its pinpoint, and hardly anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from copilot.agent.extractive.passage import Piece
from copilot.agent.extractive.result import Result
from copilot.agent.extractive.seen import Seen
from copilot.agent.extractive.source import Source
from copilot.agent.extractive.words import stems
from copilot.grounding import Draft, DraftCitation
from copilot.law import label_of

FRAMEWORK_NAMES = {
    "eu-ai-act": "the AI Act",
    "nist-ai-rmf": "NIST AI RMF",
    "iso-42001": "ISO/IEC 42001",
    "soc-2": "SOC 2",
}
"""What the frameworks that results name by their ids are called."""

_JOINTS = re.compile(r"[;,]?\s*\b(?:and|or)$|[;,.]$")
_LAST_JOINT = re.compile(r"[;,]?\s*\b(and|or)$")
_POINT = re.compile(r"[a-z(]|(?:AI systems|Any|Not)\b")
_VERB = re.compile(
    r"\b(?:shall|must|may|is|are|does|do|has|have|apply|applies|was|were|can|should|cannot)\b"
)
_OF_A_LABEL = frozenset(
    ("annex", "point", "section", "ai", "act", "a", "b", "c", "d", "e", "f", "g", "h", "i")
)
_NUMBER_ALONE = re.compile(r"(?:note|risk|characteristic) \d")
"""Without its text, such a number reads like a figure."""

_SUBPARAGRAPH = re.compile(r", \w+ (?:subparagraph|paragraph)")
_WORD = re.compile(r"[^\W_]+")
_LITTLE, _SOME = 0.1, 0.19
"""What a pinpoint may make up of a statement: so little that it still counts as quoted, or as word by word."""

_MOST_NEWS, _A_CLAUSE = 2, 5
"""So many new words of a short pinpoint, and one of a longer one, are read as no words of the statement's own."""

_MEANS = re.compile(r" means? ")


def heading(words: str) -> Draft:
    """A phrase that only holds an answer together."""
    return Draft(words)


def pieces_said(pieces: Sequence[Piece]) -> Iterator[Draft]:
    """Pieces as statements; of several points of one list, what introduces it is said once, before them."""
    for lead, run in groupby(pieces, key=lambda piece: piece.lead if piece.is_point else piece):
        together = list(run)
        if len(together) == 1 or isinstance(lead, Piece) or _MEANS.search(together[0].quotes[1][1]):
            yield from (piece_said(piece) for piece in together)
            continue
        source, words = lead
        cite = DraftCitation(source.id, words)
        yield Draft(f"{_bare(words)}{_pinpoint(source, words)}:", (cite,))
        for piece in together:
            points = piece.quotes[1:]
            cites = tuple(DraftCitation(of.id, quote) for of, quote in points)
            text = _listed([quote for _, quote in points])
            yield Draft(_sentence(text, _pinpoint(piece.source, text)), cites)


def piece_said(piece: Piece) -> Draft:
    """A piece as a statement, with its pinpoint; words that are no sentence are said to be listed there."""
    (first, lead), *points = piece.quotes
    cites = tuple(DraftCitation(source.id, words) for source, words in piece.quotes)
    if not points and _is_fragment(lead):
        return Draft(f"{first.label}: {_bare(lead)}.", cites)
    if points and _MEANS.search(points[0][1]):
        lead, points, cites = points[0][1], points[1:], cites[1:]
    text = f"{lead} {_listed([words for _, words in points])}" if points else lead
    return Draft(_sentence(text, _pinpoint(piece.source, text)), cites)


def _pinpoint(source: Source, words: str) -> str:
    """How people cite a source, in brackets; shorter, or not at all, behind a statement that is short itself.

    A pinpoint is no word of the source, and the checks hold a statement to its source by the share of its words
    that are. The whole name of a unit stands beside the statement in its citation.
    """
    if source.is_policy and words.rstrip(" .;")[-1:].isdigit():
        return ""
    bare = label_of(source.segments)
    bare = "" if _NUMBER_ALONE.match(bare) else bare
    labels = [label for label in (source.label, _SUBPARAGRAPH.sub("", source.label), bare) if label]
    return _first_brief(labels, words)


def _first_brief(labels: Sequence[str], words: str) -> str:
    told = len(_WORD.findall(words))
    for most in (_LITTLE, _SOME):
        for label in labels if most == _LITTLE else labels[-1:]:
            size = len(_WORD.findall(label))
            if size <= most * (told + size) and _is_brief(label, words):
                return f" ({label})"
    return ""


def _is_brief(label: str, words: str) -> bool:
    told = _WORD.findall(label.lower())
    said = set(stems(words))
    news = {
        word
        for word in told
        if word.isalpha() and word not in _OF_A_LABEL and not said.issuperset(stems(word))
    }
    return len(news) <= (_MOST_NEWS if len(told) < _A_CLAUSE else 1)


def said(result: Result, *quotes: str, text: str | None = None, pinpoint: str = "") -> Draft:
    """Words of a result as a statement; ``text`` where they are put together a little otherwise."""
    cites = tuple(DraftCitation(result.source.id, quote) for quote in quotes)
    words = text or " ".join(quotes)
    return Draft(_sentence(words, _first_brief([pinpoint], words) if pinpoint else ""), cites)


def question_said(result: Result, question: str) -> Draft:
    """A question that a tool left open."""
    return Draft(question, (DraftCitation(result.source.id, question),))


def pinpoint_of(seen: Seen, provision: str) -> str:
    """How people cite a provision that only a result names; its act is called as in the labels that were seen."""
    act, *segments = provision.split("/")
    if held := seen.provision(provision):
        return held.label
    label = label_of(tuple(segments)) if segments else ""
    beside = next((source for source in seen.provisions if source.act == act and source.label), None)
    if beside is None:
        return f"{label} {FRAMEWORK_NAMES.get(act, '').removeprefix('the ')}".strip()
    return f"{label} {beside.label.removeprefix(label_of(beside.segments)).strip()}".strip()


def questions_of(result: Result, most: int, known: str = "") -> Iterator[Draft]:
    """What would have to be known, the likelier to matter here first, below a heading."""
    asked = sorted(result.open, key=lambda one: _is_far_off(one.question, known))[:most]
    if asked:
        yield heading("Open questions:")
    yield from (question_said(result, one.question) for one in asked)


_FAR_OFF = re.compile(r"\b(?:military|scientific research|third country's public authority|real-world)\b")


def _is_far_off(question: str, known: str) -> bool:
    found = _FAR_OFF.search(question)
    return bool(found and found[0] not in known.lower())


def _is_fragment(words: str) -> bool:
    """Whether words are a point that reads on from an introduction which was not brought."""
    if _MEANS.search(words):
        return False
    if _VERB.search(words):
        return False
    return words[:1].islower() or (words.rstrip().endswith(";") and bool(_POINT.match(words)))


def _sentence(text: str, label: str) -> str:
    """A text as one sentence with a capital, and its pinpoint before the full stop."""
    bare = _bare(text)
    return f"{bare[:1].upper()}{bare[1:]}{label}."


def _bare(text: str) -> str:
    return _JOINTS.sub("", _JOINTS.sub("", text.strip())).rstrip(" ;,.:?")


def _listed(points: list[str]) -> str:
    """Points as one run of clauses, joined as their list joins them."""
    told = ""
    for number, point in enumerate(points):
        joint = _LAST_JOINT.search(point)
        bare = _bare(point)
        if point.endswith(":"):
            told += f"{bare}: "
        elif number == len(points) - 1:
            told += bare
        else:
            told += f"{bare}; {joint[1]} " if joint else f"{bare}; "
    return told
