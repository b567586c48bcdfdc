"""The modal force of a sentence: which words bind, allow, forbid or advise, whom, and to do what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from copilot.grounding.wording.actors import Actor, actors_in
from copilot.grounding.wording.stems import stems_in

Force = Literal["duty", "ban", "leave", "advice", "no duty"]

_ADVERB = (
    r"(?:(?:also|only|always|immediately|in turn|further|therefore|then|still|\w+ly|in any"
    r" case|at least)[, ]+){0,2}"
)
_BE = r"(?:is|are|was|were|be|been|being)"
_CUES: tuple[tuple[Force, str], ...] = (
    ("no duty", r"(?:do|does|shall|must|will) not (?:apply|cover|extend|oblige|benefit)\b"),
    (
        "ban",
        rf"(?:shall|must|may|can|should) {_ADVERB}(?:not|never|neither|under no circumstances|in no case)\b"
        rf"|cannot\b|can't\b",
    ),
    (
        "ban",
        rf"{_BE} (?:\w+ )?(?:prohibited|banned|forbidden|barred|unlawful|illegal|off limits|ruled"
        rf" out)\b",
    ),
    (
        "ban",
        rf"(?:{_BE}|{_BE} \w+ly) not (?:\w+ )?(?:allowed|permitted|authori[sz]ed|entitled|free"
        rf"|lawful)\b|not to be\b",
    ),
    (
        "ban",
        r"(?:prohibits|forbids|bans|bars)\b|refrains? from\b|abstains? from\b|prohibition (?:of"
        r"|on)\b|a ban on\b",
    ),
    (
        "no duty",
        rf"need not\b|{_BE} not (?:\w+ )?(?:required|obliged|bound|needed|necessary|mandatory"
        rf"|compulsory)\b",
    ),
    (
        "no duty",
        r"(?:do|does|did) not (?:have|need) to\b|(?:has|have|with) no (?:duty|obligation|need)\b"
        r"|no need to\b|(?:has|have) not to\b",
    ),
    ("no duty", rf"{_BE} (?:\w+ )?exempt(?:ed)?\b|{_BE} not (?:available|covered)\b"),
    (
        "advice",
        rf"should\b|ought to\b|{_BE} (?:\w+ )?(?:encouraged|recommended|advised|invited)\b"
        rf"|recommends?\b",
    ),
    (
        "leave",
        rf"may\b|might\b|can\b|could\b|{_BE} {_ADVERB}(?:allowed|permitted|free|entitled|empowered"
        rf"|authori[sz]ed) to\b",
    ),
    (
        "leave",
        r"(?:has|have|with|the)(?: (?:the|a|at|least|all|these|following|no|any|more)){0,4} "
        r"(?:rights?|powers?|option|freedom|discretion|choice|possibility)\b",
    ),
    (
        "leave",
        rf"{_BE} {_ADVERB}(?:allowed|permitted|optional|voluntary|possible|entitled)\b|allows\b"
        rf"|permits\b|at (?:its|their) discretion\b",
    ),
    (
        "duty",
        rf"shall\b|must\b|(?:has|have) to\b|{_BE} {_ADVERB}(?:required|obliged|bound|due|obligatory"
        rf"|mandatory|compulsory|expected|subject|responsible)\b",
    ),
    (
        "duty",
        rf"(?:is|are) to {_ADVERB}(?!be\b(?! \w+(?:ed|en|pt|ld|ut|de|wn)\b))\w+|needs? to\b|(?:a"
        rf"|the|its|their) (?:duty|obligation)\b",
    ),
    ("duty", r"owes?\b|requires\b|obliges\b|will (?!not\b)\w+"),
)
_CUE = re.compile("|".join(rf"(?P<c{n}>(?<![\w-])(?:{cue}))" for n, (_, cue) in enumerate(_CUES)))
_NOBODY = re.compile(
    r"(?<![\w-])(?:no (?!later|more|less|fewer|longer|case|earlier|way)(?:[\w-]+ ){1,6}?"
    r"|nobody|no one|none|neither|nor|in no case|never)\W?"
)
_STARTS = re.compile(
    r"[;:]|, (?=(?:and |but |or )?(?:the|each|every|any|it|they|this|these|that|those|its)\b)"
)
_PREPOSITION = re.compile(
    r"\b(?:of|by|to|from|with|for|against|under|towards|on|between|than|within|whose)(?: \w+){0,2} $"
)
_AGENT = re.compile(
    r"\b(?:be|been|being|is|are|was|were)\b[^;:]{0,90}?\bby (?:the |an? |its |their |any |every |each )?$"
)
_PRONOUN = re.compile(
    r"(?:^|\s)(?:it|they|he|she|these|this|those|which|who|that|such \w+|the (?:former"
    r"|latter))\W*(?:\w+ly )?$"
)
_ASIDE = re.compile(
    r"\b(?:that|which|who|whose) (?:[\w'-]+ )?$|\b(?:so that|where|when|if|whether|once|as"
    r" soon as|until|unless|because|how|what|as)"
    r" (?:[\w'-]+ ){0,4}$"
)
_MILD = {"can", "could", "might"}
_LIMITS = re.compile(
    r"(?: [\w'-]+){0,3}? (?:only|(?:no|not) (?:later|more|longer|earlier|less|fewer)|later"
    r" than|earlier than|more than|at most)\b"
)
_REACH = 14


_TOGETHER: dict[tuple[Force, Force], Force] = {
    ("ban", "duty"): "no duty",
    ("ban", "leave"): "ban",
    ("ban", "ban"): "leave",
    ("no duty", "leave"): "ban",
    ("leave", "duty"): "leave",
    ("advice", "duty"): "advice",
}


class _Cue(NamedTuple):
    force: Force
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One word of force with what stands around it.

    ``owed_by`` are the roles that the force is laid on: the subject, or who acts in a passive. It is empty
    where a pronoun or nobody is named. A clause is ``aside`` where it only describes or makes a condition:
    "a system that may harm", "if it can". ``mild`` is a word that often says a mere possibility, and a clause is
    ``limited`` where it draws a line: "may be kept no longer than" binds as much as it allows.
    """

    force: Force
    owed_by: frozenset[str]
    subject: frozenset[str]
    doing: tuple[str, ...]
    aside: bool
    mild: bool
    limited: bool


def clauses_in(folded: str) -> tuple[Clause, ...]:
    """The clauses of a sentence that bind, allow, forbid or advise."""
    return tuple(_clauses(folded))


def _clauses(folded: str) -> Iterator[Clause]:
    actors = actors_in(folded)
    cues = tuple(_cues(folded))
    before = 0
    for number, cue in enumerate(cues):
        until = cues[number + 1].start if number + 1 < len(cues) else len(folded)
        start = max([before, *(match.end() for match in _STARTS.finditer(folded, before, cue.start))])
        subject = folded[start : cue.start]
        nobody = cue.force in ("duty", "leave", "advice") and _NOBODY.search(subject)
        yield Clause(
            "ban" if nobody else cue.force,
            _agents(folded, cue.start, until, actors) or _subjects(folded, start, cue.start, actors),
            frozenset(stems_in(subject)[-_REACH:]),
            stems_in(folded[cue.end : until])[:_REACH],
            aside=_ASIDE.search(folded[before : cue.start]) is not None,
            mild=folded[cue.start : cue.end] in _MILD,
            limited=_LIMITS.match(folded[cue.end : until]) is not None,
        )
        before = cue.end


def _cues(folded: str) -> Iterator[_Cue]:
    """The words of force; two in a row make one: "shall not be required to" is no duty."""
    last: _Cue | None = None
    for match in _CUE.finditer(folded):
        force = _CUES[int((match.lastgroup or "c0")[1:])][0]
        if last and not folded[last.end : match.start()].strip():
            last = _Cue(_TOGETHER.get((last.force, force), force), last.start, match.end())
            continue
        if last:
            yield last
        last = _Cue(force, *match.span())
    if last:
        yield last


def _subjects(folded: str, start: int, end: int, actors: tuple[Actor, ...]) -> frozenset[str]:
    """The roles that stand before the word of force on their own, not "of" or "to" another."""
    if _PRONOUN.search(folded[start:end]):
        return frozenset()
    return frozenset(
        actor.name
        for actor in actors
        if start <= actor.start < end
        and not _PREPOSITION.search(folded[max(start, actor.start - 40) : actor.start])
    )


def _agents(folded: str, start: int, end: int, actors: tuple[Actor, ...]) -> frozenset[str]:
    """Who acts where the sentence says it in the passive: "shall be kept by the deployer"."""
    return frozenset(
        actor.name
        for actor in actors
        if start < actor.start < end and _AGENT.search(folded[start : actor.start])
    )
