"""Who is named in a sentence: the roles of the acts held, under one name each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_ACTORS = {
    "authorised representative": r"authori[sz]ed representatives?",
    "affected person": r"affected persons?|persons? affected|data subjects?",
    "AI Office": r"ai office",
    "board": r"(?:ai|european artificial intelligence|management) board|the board",
    "chief executive": r"chief executive officer|ceo",
    "chief risk officer": r"chief risk officer|cro",
    "client": r"clients?|customers?",
    "closely associated person": r"(?:persons? )?closely associated(?: persons?)?(?: with (?:them|him|her))?",
    "Commission": r"(?<!delegated )commission(?! de)",
    "competent authority": r"(?:national )?competent authorit(?:y|ies)",
    "compliance": r"head of compliance|compliance (?:department|function|team|officer)|compliance(?="
    r" (?:shall|must|may|is"
    r"|has|answers|reviews|approves|keeps|decides|reports|checks|records|informs))",
    "control room": r"control room",
    "controller": r"controllers?",
    "Council": r"(?<!parliament and of the )council(?! regulation| directive)",
    "court": r"courts?(?! (?:proceedings|cases?))|judicial authorit(?:y|ies)",
    "data protection authority": r"data protection authorit(?:y|ies)|data protection supervisor",
    "deployer": r"deployers?",
    "distributor": r"distributors?",
    "employer": r"employers?",
    "EBA": r"eba",
    "EIOPA": r"eiopa",
    "ESMA": r"esma",
    "European Parliament": r"european parliament|parliament",
    "financial adviser": r"financial advis[eo]rs?",
    "financial market participant": r"financial market participants?",
    "importer": r"importers?",
    "investment firm": r"investment firms?",
    "issuer": r"issuers?",
    "law enforcement authority": r"law[ -]enforcement authorit(?:y|ies)|police",
    "manager": r"persons? discharging managerial responsibilit(?:y|ies)|pdmrs?|senior managers?"
    r"|managers(?! of)",
    "market operator": r"(?:market|venue) operators?|operators? of (?:a |the )?(?:trading venues?|regulated markets?)",
    "market surveillance authority": r"(?:market )?surveillance authorit(?:y|ies)",
    "Member State": r"member states?",
    "notified body": r"notified bod(?:y|ies)",
    "notifying authority": r"notifying authorit(?:y|ies)",
    "operator": r"(?<!market )(?<!venue )operators?(?! of)",
    "processor": r"processors?",
    "product manufacturer": r"(?:product )?manufacturers?",
    "provider": r"providers?",
    "recipient": r"recipients?|(?:persons?|those|anyone) who receives?",
    "scientific panel": r"scientific panel",
    "supervisory authority": r"supervisory authorit(?:y|ies)|supervisors?",
    "third party": r"third[ -]part(?:y|ies)",
    "trading venue": r"trading venues?",
    "worker": r"workers?|employees?|staff",
}
_ACTOR = re.compile(
    "|".join(rf"(?P<a{n}>(?<![\w-])(?:{pattern})(?![\w-]))" for n, pattern in enumerate(_ACTORS.values()))
)
_NAMES = tuple(_ACTORS)
_BROADER = {
    "operator": {"provider", "deployer", "importer", "distributor", "authorised representative"},
    "competent authority": {
        "market surveillance authority",
        "supervisory authority",
        "notifying authority",
    },
    "supervisory authority": {"competent authority", "data protection authority"},
    "closely associated person": {"manager"},
    "worker": {"employer"},
}


class Actor(NamedTuple):
    """One actor named, and where."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def actors_in(folded: str) -> tuple[Actor, ...]:
    """The actors a text in small letters names, in its order."""
    return tuple(
        Actor(_NAMES[int((match.lastgroup or "a0")[1:])], *match.span())
        for match in _ACTOR.finditer(folded)
    )


def covered(actors: frozenset[str], by: frozenset[str]) -> bool:
    """Whether each actor is among others, itself or under a broader name."""
    return all(actor in by or _BROADER.get(actor, set()) & by for actor in actors)


_TOLD = re.compile(
    r"\b(?:inform\w*|notif\w*|tell\w*|told|report\w*|communicat\w*|submit\w*|provid(?:e|es|ed"
    r"|ing)|request\w*|asks?|require"
    r"|cooperat\w*|transmit\w*|advis\w*|consult\w*|suppl\w*|giv\w*|hand\w*|send\w*|sent"
    r"|forward\w*|pass\w*)\b"
)
_REACH = 60


def addressed_in(folded: str) -> frozenset[str]:
    """Who is told, asked or given something: the actors named right behind such a word."""
    actors = actors_in(folded)
    return frozenset(
        actor.name
        for verb in _TOLD.finditer(folded)
        for actor in actors
        if 0 < actor.start - verb.end() < _REACH and not _stops(folded[verb.end() : actor.start])
    )


def _stops(between: str) -> bool:
    """Whether a new clause begins, or a passive names who acts."""
    return any(mark in between for mark in (";", ". ", " by ", " shall ", " must ", " may ", " that "))
