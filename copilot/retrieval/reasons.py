"""Why a wording was found, said in a line."""

from __future__ import annotations

from copilot.retrieval.collection import Collection
from copilot.retrieval.naming import Naming
from copilot.retrieval.question import Question
from copilot.retrieval.signals import Candidates
from copilot.retrieval.words import stems

_NEAR = 0.35
_REFERRED_TO = 0.2
_WORDS = 6


def reasons_for(
    row: int, candidates: Candidates, question: Question, naming: Naming, collection: Collection
) -> str:
    """Named, of the act named, the same words, the law's words, referred to, near in meaning: what holds."""
    place = int(candidates.places[row])
    held = set(stems(collection.entries[place].words))
    signals = {name: float(values[row]) for name, values in candidates.signals.items()}
    same = _shared(question.bare, held)
    meant = _shared(question.meant, held - set(stems(question.bare)))
    found = [
        naming.says(place),
        "of the act you named" if signals["act named"] else None,
        f"same words: {', '.join(same)}" if same else None,
        f"in the law's words: {', '.join(meant)}" if meant else None,
        "what matches refers to it" if signals["referred to"] >= _REFERRED_TO else None,
    ]
    reasons = [reason for reason in found if reason]
    if signals["near"] >= _NEAR or not reasons:
        reasons.append("near in meaning")
    return "; ".join(reasons)


def _shared(text: str, held: set[str]) -> list[str]:
    """The words of a text that the wording has as well, as the text has them."""
    words = dict.fromkeys(word for word in text.split() if set(stems(word)) & held)
    return [word.strip(".,;:?!\"'()") for word in words][:_WORDS]
