"""Reading a question before it is looked up: what it names, and the words it is looked up by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from copilot.law import ProvisionId
from copilot.law.references import InstrumentNames, Reference, parse
from copilot.retrieval.everyday import EverydayWords
from copilot.retrieval.words import pairs, stems

_EVERYDAY, _LAW = 0.5, 0.7
"""What an everyday word counts beside the law's word for it, and what the law's word counts."""

_WANTS_TEXT = re.compile(r"\b(?:says?|text of|wording of|quote|contents? of|show me)\b", re.IGNORECASE)
_HARDLY_A_WORD = 1
_LONGEST = 4_000
_TYPOGRAPHY = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-"})

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is looked up.

    ``bare`` is what it asks once the names of acts are taken out: they say where to look, not what for.
    ``in_law_words`` adds the law's words for everyday ones. ``numbers`` are units named without an act.
    ``about_text`` where it wants to read what it names, rather than mentions it.
    """

    asked: str
    bare: str
    in_law_words: str
    acts: frozenset[str]
    named: frozenset[ProvisionId]
    numbers: frozenset[tuple[str, ...]]
    about_text: bool
    words: Weights
    pairs: Weights
    meant: str


def read_question(text: str, names: InstrumentNames, everyday: EverydayWords) -> Question:
    """Read a question; of a very long one only the beginning counts."""
    asked = text[:_LONGEST].translate(_TYPOGRAPHY).strip()
    found = parse(asked, names)
    numbered = () if found else _numbered(asked, names)
    bare = _without(asked, tuple(reference for reference in found if not reference.id.segments))
    bare = bare if stems(bare) else asked
    translated = everyday.found_in(bare)
    named = frozenset(reference.id for reference in found if reference.id.segments)
    acts = frozenset(reference.id.instrument for reference in found)
    said, meant = stems(translated.said), stems(translated.meant)
    words = dict.fromkeys(meant, _LAW)
    words |= {word: _EVERYDAY if word in said and word not in meant else 1.0 for word in stems(bare)}
    return Question(
        asked=asked,
        bare=bare,
        in_law_words=f"{bare} {translated.meant}".strip(),
        acts=acts,
        named=named,
        numbers=frozenset(reference.id.segments for reference in numbered),
        about_text=bool(_WANTS_TEXT.search(asked))
        or len(stems(_without(asked, (*found, *numbered)))) <= _HARDLY_A_WORD,
        words=words,
        pairs=dict.fromkeys(pairs(meant), _LAW) | dict.fromkeys(pairs(stems(bare)), 1.0),
        meant=translated.meant,
    )


def _without(text: str, references: tuple[Reference, ...]) -> str:
    """The text without the words of these references; those of a range share theirs."""
    for start, end in sorted({(reference.start, reference.end) for reference in references}, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(text.split())


def _numbered(text: str, names: InstrumentNames) -> tuple[Reference, ...]:
    """The units named without an act, as some regulation would have them."""
    regulation = next((name for name, kind in names.kinds.items() if kind == "regulation"), None)
    found = parse(text, names, default=regulation) if regulation else ()
    return tuple(reference for reference in found if reference.id.segments)
