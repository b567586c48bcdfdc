"""Does each citation name something?"""

from __future__ import annotations

from copilot.errors import UnknownProvision
from copilot.grounding.checks.said import Said, fails, holds
from copilot.grounding.claim import Claim
from copilot.grounding.evidence import is_tool
from copilot.law import ProvisionId


def citation_exists(claim: Claim) -> Said:
    """A statement leans on something, and each id it cites can be one of a source held.

    A statement without a citation is not supported: counting it as faithful is how evaluation kits come to
    pass made-up text.
    """
    if not claim.draft.citations:
        return fails("It cites nothing: a statement needs a provision or a tool's result, and its words.")
    for citation in claim.draft.citations:
        source = citation.source.strip()
        if claim.evidence.called(source) or is_tool(source):
            continue
        try:
            unit = ProvisionId.parse(source)
        except UnknownProvision:
            return fails(f"“{source}” is not the id of a provision, nor the name of a tool's result.")
        if claim.evidence.names.kinds and unit.instrument not in claim.evidence.names.kinds:
            return fails(f"{source}: no instrument {unit.instrument} is held.")
    return holds("Each citation names a provision or a tool's result.")
