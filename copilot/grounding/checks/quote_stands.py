"""Does each quote stand, word for word, in the very unit that is cited?"""

from __future__ import annotations

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Cited, Claim
from copilot.grounding.quotes import find_quote, too_short
from copilot.grounding.rendering import citable_text
from copilot.law import Provision


def quote_stands(claim: Claim) -> Said:
    """The quote is verbatim in the cited unit, save for typography, and long enough to mean something.

    It is looked for in that unit alone: a quote found "somewhere in the corpus", or across two passages
    joined, is the mistake that makes a quote check worthless.
    """
    looked_up = [cited for cited in claim.cited if cited.source is not None]
    if not looked_up:
        return idle("There is no source to look in.")
    for cited in looked_up:
        if not cited.draft.quote.strip(" .…"):
            return fails(f"{cited.draft.source} is cited without the words leaned on.")
        if cited.found is None:
            return fails(_not_found(claim, cited))
        if too_short(cited.draft.quote, cited.text):
            return fails(f"“{cited.draft.quote}” is too short to mean something by itself.")
    return holds("Each quote stands word for word in the unit cited.")


def _not_found(claim: Claim, cited: Cited) -> str:
    elsewhere = [
        name
        for name, source in claim.evidence
        if not (isinstance(source, Provision) and not claim.actor.may_see(source.audience))
        and find_quote(cited.draft.quote, citable_text(source, as_of=claim.as_of))
    ]
    hint = f" It stands in {elsewhere[0]}: cite that." if elsewhere else ""
    return f"“{cited.draft.quote}” is not, word for word, in {cited.draft.source}.{hint}"
