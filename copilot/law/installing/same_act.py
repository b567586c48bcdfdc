"""Tells whether a text is the act it is installed as: the digest of that act must be about the same.

Numbers alone do not tell acts apart, since nearly every act has an Article 5. The digest keeps an act's
defined terms, so that the same unit of the same act shares most of its longer words, and that of another
act next to none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from copilot.errors import CorpusError
from copilot.law.instrument import Instrument
from copilot.law.official import OfficialUnit
from copilot.law.provision import Provision

_LONGER_WORD = re.compile(r"[^\W\d_]{5,}")
_ALIKE = 0.4


def require_same_act(
    units: Iterable[OfficialUnit], instrument: Instrument, digest: Iterable[Provision], file: str
) -> None:
    """Raise unless the digest knows half of the articles, and half of what they say."""
    ours = {wording.id.segments: wording for wording in digest if wording.instrument == instrument.id}
    kinds = {_kind(segments[0]) for segments in ours}
    comparable = [
        unit for unit in units if _kind(unit.path[0]) in kinds and instrument.restates(unit.path[0])
    ]
    articles = {unit.path[0] for unit in comparable}
    known = {article for article in articles if (article,) in ours}
    shared = [unit for unit in comparable if unit.path in ours]
    alike = [unit for unit in shared if _alike(unit, ours[unit.path])]
    if not alike or 2 * len(known) < len(articles) or 2 * len(alike) < len(shared):
        raise CorpusError(
            f"this is not the {instrument.short}: of its {len(articles)} articles, {len(known)} have a "
            f"number that the digest knows, and {len(alike)} of {len(shared)} units say alike",
            remedy=f"Give it the English text of the {instrument.short}, as its publisher offers it.",
            file=file,
        )


def _alike(unit: OfficialUnit, wording: Provision) -> bool:
    ours = _words(f"{wording.title} {wording.text}")
    return len(ours & _words(f"{unit.title} {unit.text}")) >= _ALIKE * len(ours)


def _words(text: str) -> set[str]:
    return set(_LONGER_WORD.findall(text.casefold()))


def _kind(top: str) -> str:
    """``art`` of ``art-6``: a consolidated text has no recitals, and a digest may restate none."""
    return top.partition("-")[0]
