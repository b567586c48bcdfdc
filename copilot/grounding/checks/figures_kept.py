"""Does every figure of the statement stand in what it cites?"""

from __future__ import annotations

import re

from copilot.grounding.checks.said import Said, fails, holds, idle, listed
from copilot.grounding.claim import Claim
from copilot.grounding.figures import exchanged, unsupported
from copilot.grounding.wording.contrasts import contrasts_between

_DATES = ("date", "time")
_SHARES_AND_SUMS = ("%", "eur", "usd", "gbp")
_OF = re.compile(r"\bof (?:[\w-]+ ){0,4}[\w-]+")


def figures_kept(claim: Claim) -> Said:
    """Each sum, share, period and count is one of the cited text or of a cited tool's result.

    They are compared in one form, so that "two weeks" is "14 days"; numbers of articles and of lists are no
    figures. A figure that was changed is the error that likeness of words or of vectors never shows.
    """
    if not claim.found:
        return idle("There is no source to hold figures against.")
    stated = [figure for figure in claim.figures if figure.kind not in _DATES]
    if not stated:
        return idle("It states no figure.")
    missing = unsupported(stated, claim.figures_held)
    if not missing and claim.aligned.is_near:
        missing = exchanged(stated, claim.figures_followed)
    if not missing and (base := _other_base(claim)):
        return fails(f"Its figures are of {base}, and its source's are not.")
    if missing:
        return fails(f"{listed([figure.written for figure in missing])} is not in what it cites.")
    return holds("Each figure stands in what it cites.")


def _other_base(claim: Claim) -> str:
    """What a share or a sum is said to be of ("of net profit"), where its source has only the rival of it."""
    if not any(figure.unit in _SHARES_AND_SUMS for figure in claim.figures):
        return ""
    own, theirs = (" ".join(_OF.findall(text.folded)) for text in (claim.wording, claim.aligned.source))
    return next((said for name, said in contrasts_between(own, theirs) if name == "base"), "")
