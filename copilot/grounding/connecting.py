"""Phrases that hold an answer together and claim nothing: "In short:", "The duties are:"."""

from __future__ import annotations

import re

from copilot.grounding.figures import figures_in
from copilot.grounding.plain import plain
from copilot.grounding.wording import wording_of
from copilot.grounding.wording.stems import stems_in

_MOST_WORDS = 8
_PHRASE = re.compile(
    r"(?:in (?:short|brief|sum(?:mary)?|detail|particular|addition|practice|both cases)|to sum"
    r" up|overall|first(?:ly)?"
    r"|second(?:ly)?|third(?:ly)?|finally|next|then|also|moreover|furthermore|further|besides"
    r"|in other words|that said"
    r"|(?:more|first) on (?:this|that)|as (?:follows|for (?:that|this))|for (?:example"
    r"|instance)|note|please note|here is (?:why|how|what))"
    r"(?: (?:this|that|it|the following|the rest|more|the details?))?(?: (?:holds|applies here"
    r"|means|follows|is))?[,.:]?"
    r"|(?:here (?:is|are)|these are|this is|there (?:is|are)|see|below (?:is|are)|what follows"
    r" (?:is|are))? ?(?:the|its|their|some|more|all|other)?"
    r" ?(?:main |following |relevant |key |other |further |open )*"
    r"(?:dut(?:y|ies)|dates?|deadlines?|conditions?|exceptions?|exemptions?|steps?|rules?"
    r"|sources?|details?|points?|reasons?"
    r"|requirements?|provisions?|questions?|answers?|obligations?|figures?|fines?|penalties"
    r"|summary|background|result|basis)"
    r"(?: (?:is|are|was|were|reads?|follows?|here|below|in detail|in short|as follows|these"
    r"|this|the following))*[:.]"
)


def is_connecting(text: str) -> bool:
    """Whether a phrase only connects: few words of a known form, no figure, no word of force, no actor."""
    folded = plain(text).folded.strip(" *_#-")
    wording = wording_of(text)
    claims = bool(figures_in(folded) or wording.clauses or wording.actors or wording.denials)
    return (
        not claims
        and len(wording.words) <= _MOST_WORDS
        and len(stems_in(folded)) <= _MOST_WORDS // 2
        and _PHRASE.fullmatch(folded) is not None
    )
