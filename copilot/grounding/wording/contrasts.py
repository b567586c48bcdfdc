"""Words that are each other's opposite or each other's rival in a rule: a statement that has the one where its
source has only the other says something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contrast:
    """One side of a pair, by its name and its words."""

    name: str
    words: re.Pattern[str]
    opposite: re.Pattern[str]


def _contrasts(name: str, one: str, other: str) -> tuple[Contrast, Contrast]:
    first, second = (re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") for words in (one, other))
    return Contrast(name, first, second), Contrast(name, second, first)


_PAIRS = (
    (
        "time",
        r"before|prior to|ahead of|in advance(?: of)?|until|no later than|not later than"
        r"|beforehand|ex ante|preced\w+|by the time",
        r"after|afterwards|subsequent\w*|later(?! than)|ex post|once|thereafter|upon|since|as soon"
        r" as",
    ),
    (
        "amount",
        r"at least|no less than|not less than|no fewer than|not fewer than|minimum|or more|more"
        r" than|exceed\w*|above|over|greater|higher|longer|increas\w*|larger|upwards",
        r"at most|no more than|not more than|up to|maximum|or less|less than|fewer than|below"
        r"|under(?= (?:eur|\d|€))|smaller|lower|shorter|decreas\w*|reduc\w*|not exceed\w*|within"
        r"|ceiling|cap(?:ped)?|not longer|no longer than",
    ),
    (
        "which of two",
        r"higher|highest|greater|greatest|larger|whichever is more|the maximum",
        r"lower|lowest|lesser|smaller|smallest|whichever is less",
    ),
    (
        "how many",
        r"all|every|each|any|whole|entire\w*|both|always|in every case|full\w*|complete\w*"
        r"|regardless|whoever|whatever|throughout|cumulative\w*|together",
        r"some|several|certain|a few|most|either|one of|many|selected|part of|partly|sometimes"
        r"|individual|at least one",
    ),
    (
        "and or or",
        r"both|all of|together|cumulative\w*|each of|every one of",
        r"either|any of|any one of|one of|alternatively|at least one",
    ),
    (
        "only",
        r"only|solely|exclusively|alone|merely|purely|nothing but|just|limited to|sole",
        r"also|in particular|among others|for example|including|such as|not only|besides",
    ),
    (
        "inclusion",
        r"includ\w+|inclusive|cover\w*|included|within the scope",
        r"exclud\w+|exclusive of|except\w*|leav\w+ out|outside",
    ),
    ("openness", r"public\w*|publish\w*|open\w*", r"private\w*|confidential\w*|secret\w*|closed"),
    ("directness", r"direct(?:ly)?", r"indirect(?:ly)?"),
    ("origin", r"internal\w*|in-house", r"external\w*|independent\w*|outside"),
    ("person", r"natural persons?|individuals?", r"legal persons?|undertakings?|entit(?:y|ies)"),
    (
        "base",
        r"turnover|revenues?|sales",
        r"profits?|assets?|income|capital|net asset value|market capitalisation",
    ),
    ("reach", r"worldwide|global\w*|world", r"union|national\w*|domestic\w*|eu|european|local\w*"),
    ("which year", r"preceding|previous|prior|last", r"current|following|next|coming|ongoing"),
    (
        "permission",
        r"allow\w*|permit\w*|grant\w*|authori[sz]\w*|approv\w*|accept\w*|lawful\w*",
        r"prohibit\w*|forbid\w*|ban\w*|refus\w*|reject\w*|den(?:y|ie[sd])|unlawful\w*|revok\w*"
        r"|withdraw\w*",
    ),
    (
        "fault",
        r"intentional\w*|deliberate\w*|knowing\w*|wilful\w*|purposeful\w*",
        r"negligen\w*|accident\w*|unintentional\w*|unknowing\w*|inadvertent\w*",
    ),
    (
        "choice",
        r"mandator\w*|compulsor\w*|obligatory|binding",
        r"voluntar\w*|optional\w*|non-binding|discretionary",
    ),
    (
        "direction of trade",
        r"buy\w*|purchas\w*|acquir\w*|acquisition\w*|bid\w*|long",
        r"sell\w*|sale\w*|dispos\w*|offer\w*|short",
    ),
    ("form", r"in writing|written|writing", r"oral\w*|verbal\w*|spoken"),
    ("risk", r"high-risk|high", r"low-risk|low|minimal\w*|limited-risk"),
    (
        "urgency",
        r"immediate\w*|at once|without (?:undue |further |any )*delay|prompt\w*|straight ?away|as"
        r" soon as|forthwith|right away|instant\w*|speedily|quick\w*",
        r"in due course|eventually|at (?:its|their) convenience|within a reasonable (?:time"
        r"|period)|when convenient|at leisure|later on",
    ),
    (
        "lasting",
        r"temporar\w*|provisional\w*|interim|for a time",
        r"permanent\w*|definitive\w*|indefinite\w*|forever",
    ),
    ("effect", r"adverse\w*|negative\w*|unfavourabl\w*|harmful", r"positive\w*|favourabl\w*|beneficial\w*"),
    (
        "strength",
        r"stricter|more restrictive|tighter|more stringent",
        r"laxer|less restrictive|looser|more lenient|milder",
    ),
    (
        "seriousness",
        r"serious\w*|grave\w*|significant\w*|substantial\w*|severe\w*|material\w*",
        r"minor|trivial\w*|insignificant\w*|immaterial\w*|non-serious|slight\w*",
    ),
    (
        "quality",
        r"accurate\w*|correct\w*|complete\w*|true",
        r"inaccurate\w*|incorrect\w*|incomplete\w*|misleading\w*|false\w*",
    ),
    ("likelihood", r"likely|probabl\w*", r"unlikely|improbabl\w*"),
)
_CONTRASTS = tuple(side for pair in _PAIRS for side in _contrasts(*pair))


def contrasts_between(statement: str, source: str) -> tuple[tuple[str, str], ...]:
    """Where a statement has one side and its source only the other: the name of the pair, the words said."""
    return tuple(
        (contrast.name, said[0])
        for contrast in _CONTRASTS
        if (said := contrast.words.search(statement))
        and not contrast.words.search(source)
        and contrast.opposite.search(source)
        and not contrast.opposite.search(statement)
    )
