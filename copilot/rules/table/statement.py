"""A fact as a statement: the question turned round, so that a condition reads like the law it restates.

Nothing is worded anew. Whoever reads the statement reads the question that is asked, as answered yes or no.
"""

from __future__ import annotations

import re

from copilot.rules.ai_act.facts import Fact

_ACTS_NAMED = re.compile(
    r"""^(?P<verb>Is|Are|Was|Had|Has|Have|Can|Would|Must|Does|Do|Did)\ (?P<subject>
    it,\ or\ its\ output,|it,\ at\ the\ border,|it|you,\ [^,]+,|you|there|people|text
    |its\ (?:outputs\ \(.*?\)|output|design|failure\ or\ malfunctioning|sole\ purpose|function|output
        |parameters\ \(weights\ included\),\ architecture\ and\ usage\ information)
    |the\ (?:firm|FCA|ability\ to\ make\ an\ informed\ decision|Member\ State's\ law|law\ enforcement\ authority
        |AI\ system\ itself|initial\ provider|person\ shown|system|deployer|score|assessment|use|model
        |Commission|law)
    |those\ decisions|consumers\ or\ retail\ customers|face\ recognition
    |that\ (?:third\ country\ or\ organisation|material|person|offence|law|text)|that
    |an?\ (?:'without\ right'\ defence|image,\ audio\ or\ video|deployer|person)
    |persons\ affected\ by\ it|significant\ harm\ to\ a\ person\ or\ group|remote\ identification
    |generating\ or\ manipulating\ such\ material|technical\ tools,\ indicators\ or\ benchmarks
    |Union\ and\ national\ law|other\ Union\ law|Union\ law|the\ logs\ it\ generates\ automatically
    |models,\ systems,\ tools,\ services,\ components\ or\ processes\ of\ third\ parties
    )\ (?P<rest>.+?)\?(?:\ \(.*\))?$""",
    re.VERBOSE,
)
_READ_OFF = {
    "product.covered": ("a law of Annex I covers the product", "no law of Annex I covers the product"),
    "product.section_a": (
        "a law of Annex I, Section A, covers the product",
        "no law of Annex I, Section A, covers the product",
    ),
    "product.section_b": (
        "a law of Annex I, Section B, covers the product",
        "no law of Annex I, Section B, covers the product",
    ),
    "product.section_a_until_2026": (
        "a law of Annex I, Section A, as worded until 26 July 2026, covers the product",
        "no law of Annex I, Section A, as worded until 26 July 2026, covers the product",
    ),
    "product.section_b_until_2026": (
        "a law of Annex I, Section B, as worded until 26 July 2026, covers the product",
        "no law of Annex I, Section B, as worded until 26 July 2026, covers the product",
    ),
    "general_purpose.above_threshold": (
        "its training took more than 10^25 floating-point operations",
        "its training took 10^25 floating-point operations or fewer",
    ),
}
"""Answers that are read off a list or a figure, where no question of yes or no is asked."""

_SECOND_QUESTION = ", and can it "
_SEVERAL_VERBS = (": ", ", or ")


def stated(fact: Fact, *, holds: bool) -> str:
    """What it says of a system that the answer is yes, or no.

    A question whose grammar is not known here is given as it is asked, with its answer.
    """
    if fact.key in _READ_OFF:
        return _READ_OFF[fact.key][0 if holds else 1]
    asked = _ACTS_NAMED.match(fact.question)
    if asked is None or (_SECOND_QUESTION in fact.question and not holds):
        return f"{'yes' if holds else 'no'} to “{fact.question}”"
    verb, subject, rest = asked["verb"].lower(), asked["subject"], asked["rest"]
    said = _affirmed(verb, rest) if holds else _denied(verb, subject, rest)
    return f"{subject} {said}"


def _affirmed(verb: str, rest: str) -> str:
    """Where more than one verb hangs on ``does``, it stays."""
    if _SECOND_QUESTION in rest:
        return f"{verb} {rest.replace(_SECOND_QUESTION, ', and it can ')}"
    if verb == "does" and not any(mark in rest for mark in _SEVERAL_VERBS):
        return _third_person(rest)
    return rest if verb == "do" else f"{verb} {rest}"


def _denied(verb: str, subject: str, rest: str) -> str:
    if subject == "there":
        return f"{verb} no {rest.removeprefix('a ')}"
    return f"cannot {rest}" if verb == "can" else f"{verb} not {rest}"


def _third_person(rest: str) -> str:
    """``only label or filter data``: ``only labels or filters data``."""
    words = rest.split(" ")
    first = next(place for place, word in enumerate(words) if word == "apply" or not word.endswith("ly"))
    for place in (first, first + 2) if words[first + 1 : first + 2] == ["or"] else (first,):
        words[place] = _inflected(words[place])
    return " ".join(words)


def _inflected(verb: str) -> str:
    if verb.endswith(("s", "x", "ch", "sh", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search("[^aeiou]y$", verb) else f"{verb}s"
