"""Active as passive, in sentences so plain that nothing else moves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.mutation.editing import Edit

_PARTICIPLE = {
    "keep": "kept", "publish": "published", "inform": "informed", "notify": "notified", "provide": "provided",
    "adopt": "adopted", "document": "documented", "report": "reported", "use": "used", "register": "registered",
    "describe": "described", "apply": "applied", "include": "included", "submit": "submitted", "appoint": "appointed",
    "investigate": "investigated", "determine": "determined", "establish": "established", "issue": "issued",
    "cover": "covered", "assess": "assessed", "monitor": "monitored", "retain": "retained", "disclose": "disclosed",
}  # fmt: skip
_PREPOSITION = r"(?:to|in|on|under|with|within|by|at|as|for|from)\b"
_ACTIVE = re.compile(
    r"^(?P<when>By [^,]+, )?(?P<subject>(?:The |An? |the )?(?:[\w-]+ ){0,5}?[\w-]+) "
    r"(?P<force>shall|must) (?P<verb>[a-z]+) "
    rf"(?P<thing>(?:the|an?|all|every|such|these|those)(?: (?!{_PREPOSITION})[\w-]+){{1,8}})"
    rf"(?P<rest>(?: {_PREPOSITION} [^,;:]*)?)\.$"
)
_MORE_THAN_A_THING = re.compile(
    r"\b(?:that|which|who|and|or|where|when|if|whether|how|its|their|it|they|means|available)\b"
)
_NAME = re.compile(r"(?:The|An?|Providers|Deployers|Importers|Issuers|Financial)\b")


def passive(text: str) -> Iterator[Edit]:
    """The provider shall keep the logs: as "The logs shall be kept by the provider"."""
    found = _ACTIVE.match(text)
    if found is None or found["verb"] not in _PARTICIPLE:
        return
    if _MORE_THAN_A_THING.search(f"{found['subject']} {found['thing']} {found['rest']}"):
        return
    who = found["subject"]
    who = who[0].lower() + who[1:] if _NAME.match(who) else who
    done = f"{found['force']} be {_PARTICIPLE[found['verb']]} by {who}{found['rest']}."
    said = f"{found['when'] or ''}{found['thing']} {done}"
    yield Edit(0, len(text), said[0].upper() + said[1:])
