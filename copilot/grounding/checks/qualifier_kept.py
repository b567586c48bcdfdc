"""Does the statement keep the words that narrow what its source speaks of?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from copilot.grounding.alignment import Alignment
from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim
from copilot.grounding.wording.stems import stems_in

_NARROWS = {
    *("only", "solely", "exclusively", "immediately", "alone", "least", "most"),
    *("where", "if", "when", "unless", "once", "until"),
}
_MOST_STEMS = 2
_ALL_KEPT = 0.95
_OPENS = re.compile(r"(?:where|if|when|once|unless|until|as (?:soon|long|far) as|in (?:the )?cases?)\b")
_LAST_WORD = re.compile(r"[^\W_]+(?=[ -]$)")
_SAYS_NOTHING = ("in", "order")


def qualifier_kept(claim: Claim) -> Said:
    """One or two telling words cut out of a sentence ("independent", "only"), or its opening "where", widen it.

    Looked at only where every other word is the source's. Whole phrases may be left out; what depends on
    conditions is held against the source elsewhere. So is "AI systems", cut out of "high-risk AI systems".
    """
    if not claim.found:
        return idle("There is no source to hold its words against.")
    if not (claim.aligned.is_near and claim.aligned.kept >= _ALL_KEPT):
        return idle("Other words differ, too.")
    for cut in (*_cut_out(claim.aligned), *_cut_off(claim.aligned)):
        return fails(f"It leaves out “{cut}”.")
    return holds("It keeps the words that narrow its source.")


def _cut_out(aligned: Alignment) -> Iterator[str]:
    """Words left out of the middle; those that stand elsewhere in the statement were only moved."""
    moved = Counter(aligned.statement.words)
    moved.subtract(aligned.span.words)
    for edit in aligned.edits:
        cut = stems_in(" ".join(word for word in edit.dropped if moved[word] < 0))
        few = 0 < len(cut) <= _MOST_STEMS and len(edit.dropped) <= _MOST_STEMS + 1
        if edit.dropped == _SAYS_NOTHING:
            continue
        if not edit.added and (few or _NARROWS & {*edit.dropped}):
            yield " ".join(edit.dropped)


def _cut_off(aligned: Alignment) -> Iterator[str]:
    """What narrows the first words that are kept: the word that belongs to them, or a condition before them."""
    head = aligned.head
    last = _LAST_WORD.search(head)
    if last and stems_in(last[0]) and stems_in(" ".join(aligned.span.words[:1])):
        yield last[0]
    if _OPENS.match(head):
        yield head.strip(" ,")
