"""What speaks for a candidate, as numbers: the ranking weighs them, and its weights are learned.

Each signal is read from what the asker may see alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copilot.retrieval.collection import Collection
from copilot.retrieval.cross_references import CrossReferences
from copilot.retrieval.lexical import Groups, LexicalIndex, Mask, Scores
from copilot.retrieval.question import Question

_ASKS_MEANING = re.compile(
    r"\b(?:mean(?:s|ing|t)?|defin\w+|what (?:is|are) (?:an?|the|meant)?\b|counts? as|counted as"
    r"|considered (?:an?|to be)|notion of|term)\b",
    re.IGNORECASE,
)
_ASKS_MONEY = re.compile(
    r"\b(?:fine[ds]?|penalt\w+|sanction\w*|how much|maximum|EUR|euro\w*|turnover|cost us)\b", re.IGNORECASE
)
_ASKS_TIME = re.compile(
    r"\b(?:(?:since|from|by|until|as of) when|when do(?:es)?|(?:what|which) date|deadline|time.?limit|timeframe|period"
    r"|how (?:long|soon|fast|quickly)|how many (?:days|months|years|hours)|within|starts? to apply|quickly|expire\w*"
    r"|valid)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The places of the candidates, and the signals of each."""

    places: NDArray[np.intp]
    signals: Mapping[str, NDArray[np.float32]]


def signals_of(
    places: NDArray[np.intp],
    question: Question,
    collection: Collection,
    lexical: LexicalIndex,
    visible: Mask,
    *,
    near: Scores,
    near_as_asked: Scores,
    article: Scores,
    first_scores: Scores,
    references: CrossReferences,
) -> Candidates:
    """Every signal of every candidate; ``first_scores`` say which texts lead before they are weighed."""
    traits = {name: values[places] for name, values in collection.traits.items()}
    asked = question.asked
    wants_meaning = float(bool(_ASKS_MEANING.search(asked)))
    wants_money = float(bool(_ASKS_MONEY.search(asked)))
    wants_time = float(bool(_ASKS_TIME.search(asked)))
    in_act = [collection.wording(place).instrument in question.acts for place in places]
    return Candidates(
        places,
        {
            **{name: traits[name] for name in ("recital", "annex", "policy", "amending", "point")},
            "act named": np.array(in_act, dtype=np.float32),
            "defines, as asked": traits["defines"] * wants_meaning,
            "money, as asked": traits["money"] * wants_money,
            "time, as asked": traits["time"] * wants_time,
            "near": near[places],
            "nearer as asked": (near_as_asked - near)[places],
            "paragraph near": _best_in_group(near, visible, collection.paragraphs)[places],
            "article": article[places],
            "article covers": lexical.group_coverage(question, visible, collection.articles)[places],
            "paragraph covers": lexical.group_coverage(question, visible, collection.paragraphs)[places],
            "referred to": references.towards(visible, first_scores)[places],
        },
    )


def _best_in_group(scores: Scores, visible: Mask, groups: Groups) -> Scores:
    """For every entry the best score of a visible one in its group."""
    best = np.full(int(groups.max()) + 1, -1.0, dtype=np.float32)
    np.maximum.at(best, groups[visible], scores[visible])
    return best[groups]
