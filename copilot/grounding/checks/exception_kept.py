"""Does a quote stop before its exception?"""

from __future__ import annotations

from collections.abc import Iterator

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Cited, Claim
from copilot.grounding.plain import plain
from copilot.grounding.sentences import sentences_in
from copilot.grounding.wording.conditions import EXCEPTION_SAID, exception_in
from copilot.grounding.wording.denial import denials_in
from copilot.grounding.wording.stems import stems_in


def exception_kept(claim: Claim) -> Said:
    """What the quoted sentence goes on to except ("unless ...", "without prejudice to ...") is said.

    A quote cut off before its exception is true to the letter and false: plain quote checks let a third of
    such quotes pass. An ellipsis that leaves out an exception or a "not" is the same.
    """
    tails = [tail for cited in claim.found for tail in (*_left_out(cited), *_rest_of_sentence(cited))]
    if not claim.found:
        return idle("There is no quote to look at.")
    for tail in tails:
        begins = exception_in(tail)
        if begins and not _is_mentioned(tail[tail.index(begins) :], claim):
            return fails(f"The quote leaves out what the sentence excepts: “{begins} …”.")
    if any(denials_in(gap) > 0 for cited in claim.found for gap in _left_out(cited)):
        return fails("The quote leaves out a “not” or “no” between its parts.")
    return holds("No quote stops before an exception of its sentence.")


def _left_out(cited: Cited) -> tuple[str, ...]:
    return cited.found.left_out if cited.found else ()


def _rest_of_sentence(cited: Cited) -> Iterator[str]:
    """What follows the quote in the sentence it ends in."""
    if cited.found is None:
        return
    last = cited.found.places[-1][1]
    at = 0
    for part in cited.parts:
        for sentence in sentences_in(part):
            if at + sentence.start < last <= at + sentence.end:
                yield plain(cited.text[last : at + sentence.end]).folded
        at += len(part) + 1


def _is_mentioned(exception: str, claim: Claim) -> bool:
    """Whether the statement excepts something too, in words of this exception, or in most of its words."""
    says, stated = set(stems_in(exception)), set(claim.wording.stems)
    shared = len(says & stated) / max(1, len(says))
    return shared >= 0.5 or (bool(EXCEPTION_SAID.search(claim.wording.folded)) and (shared > 0 or not says))
