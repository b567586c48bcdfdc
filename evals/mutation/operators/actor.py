"""Another actor: provider and deployer, controller and processor change places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from evals.mutation.editing import Edit, in_text_and_quote

_PAIRS = (
    ("provider", "deployer"),
    ("importer", "distributor"),
    ("controller", "processor"),
    ("issuer", "trading venue"),
    ("financial market participant", "financial adviser"),
    ("notified body", "notifying authority"),
    ("notified bodies", "notifying authorities"),
    ("market surveillance authority", "notified body"),
    ("market surveillance authorities", "notified bodies"),
    ("national competent authority", "notified body"),
    ("national competent authorities", "notified bodies"),
    ("competent authority", "trading venue"),
    ("competent authorities", "trading venues"),
    ("supervisory authority", "data protection officer"),
    ("data subject", "controller"),
    ("Member States", "providers"),
    ("AI Office", "Board"),
    ("Commission", "European Data Protection Supervisor"),
    ("authorised representative", "importer"),
    ("Head of Compliance", "Chief Risk Officer"),
    ("Head of AI Governance", "Chief Data Officer"),
    ("Chief Risk Officer", "Head of Compliance"),
    ("covered person", "broker"),
    ("control room", "front office"),
    ("executive leaders", "data scientists"),
)
_NOT_THE_ACTOR = r"(?<!service )(?<!services )(?<!data )(?<!party )(?<!PEPP )(?<!joint )(?<![\w-])"
_EXCHANGED = [(one, other) for one, other in _PAIRS] + [(other, one) for one, other in _PAIRS[:5]]


def actor_edits(text: str) -> Iterator[Edit]:
    """For each actor another one, wherever it is named; where both are, they change places.

    Two that are named together ("providers and deployers") stay: exchanged, they would say the same.
    """
    for one, other in _EXCHANGED:
        both = re.compile(
            rf"{_NOT_THE_ACTOR}(?:(?P<one>{one})|(?P<other>{other}))(?P<end>s|'s|s'|’s)?(?![\w-])"
        )
        named = [found for found in both.finditer(text) if found["one"]]
        if named and not _together(text, one, other):
            changed = both.sub(partial(_instead, one=one, other=other), text)
            yield _narrowed(text, changed)


def _instead(found: re.Match[str], *, one: str, other: str) -> str:
    return (other if found["one"] else one) + (found["end"] or "")


def _together(text: str, one: str, other: str) -> bool:
    joint = r"s?(?:,| and| or|, or| and/or)(?: (?:the|a|an|its|where applicable, the))? "
    return bool(re.search(rf"\b(?:{one}{joint}{other}|{other}{joint}{one})", text))


def _narrowed(text: str, changed: str) -> Edit:
    """The whole change as one edit of the words between the first and the last that differ."""
    start = next(
        (at for at, (old, new) in enumerate(zip(text, changed, strict=False)) if old != new),
        min(len(text), len(changed)),
    )
    end = 0
    while end < min(len(text), len(changed)) - start and text[-1 - end] == changed[-1 - end]:
        end += 1
    start = text.rfind(" ", 0, start) + 1
    while end and text[-end] != " ":
        end -= 1
    return Edit(start, len(text) - end, changed[start : len(changed) - end])


other_actor = in_text_and_quote(actor_edits)
