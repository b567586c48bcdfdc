"""Does every date of the statement stand in what it cites, and for whom it is said?"""

from __future__ import annotations

import re

from copilot.grounding.checks.said import Said, fails, holds, idle, listed
from copilot.grounding.claim import Claim
from copilot.grounding.figures import Figure, exchanged, figures_in, unsupported
from copilot.grounding.plain import plain

_DATES = ("date", "time")
_ROUTE = re.compile(r"\bannex(?:es)? (iii|3|i|1)\b")
_NUMERAL = {"1": "i", "3": "iii"}


def dates_kept(claim: Claim) -> Said:
    """Each date is one of the cited text, dates of application included, and those of its own route.

    "Applies from 2 December 2027" is true of Annex III and false of Annex I: a date that the cited unit
    gives only for the one may not be said of the other.
    """
    if not claim.found:
        return idle("There is no source to hold dates against.")
    stated = [figure for figure in claim.figures if figure.kind in _DATES]
    if not stated:
        return idle("It states no date.")
    missing = unsupported(stated, claim.figures_held)
    if not missing and claim.aligned.is_near:
        missing = exchanged(stated, [figure for figure in claim.figures_followed if figure.kind in _DATES])
    if missing:
        return fails(f"{listed([figure.written for figure in missing])} is not in what it cites.")
    astray = [figure.written for figure in stated if _is_of_another_route(figure, claim)]
    if astray:
        return fails(f"{listed(astray)} is the date for another annex than the one the statement names.")
    return holds("Each date stands in what it cites.")


def _is_of_another_route(figure: Figure, claim: Claim) -> bool:
    """Whether the date is given in dates of application only, and in none for the annex the statement names."""
    named = _routes(claim.wording.folded)
    wordings = [part for cited in claim.found for part in cited.parts[:1]]
    dates = [plain(part).folded for cited in claim.found if cited.unit for part in cited.parts[1:]]
    if len(named) != 1 or not unsupported(
        [figure], [known for text in wordings for known in figures_in(text)]
    ):
        return False
    given = [_routes(line) for line in dates if not unsupported([figure], figures_in(line))]
    return bool(given) and all(routes and not routes & named for routes in given)


def _routes(folded: str) -> frozenset[str]:
    return frozenset(_NUMERAL.get(number, number) for number in _ROUTE.findall(folded))
