"""How an entity keeps, words and files what it publishes: Articles 12, 13, 15 and 18a, and Article 2 of the RTS."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from copilot.law import Period
from copilot.rules.sfdr.duty import Capacity, Condition, Duty, rts, sfdr
from copilot.rules.sfdr.entity.capacity import adviser, exempt_intermediary, iorp, participant
from copilot.rules.sfdr.held import Held, every, opposite
from copilot.rules.sfdr.told import Told

_RATINGS = Period(date(2026, 7, 2))
"""Since Regulation (EU) 2024/3005 amended Article 13."""

_ACCESS_POINT = Period(date(2024, 1, 9))
"""Since Regulation (EU) 2023/2869 added Article 18a."""


def _intermediary(told: Told) -> Held:
    """An insurance intermediary that Art. 17 does not exempt."""
    advises = every(told.yes("insurance_intermediary"), told.yes("insurance_advice"))
    return every(advises, opposite(exempt_intermediary(told)))


def _and(capacity: Condition, fact: str) -> Condition:
    return lambda told: every(capacity(told), told.yes(fact))


def _of_both(whose: Capacity, prefix: str, capacity: Condition) -> Iterator[Duty]:
    """What participants and advisers owe alike."""
    yield Duty(
        f"{prefix}presentation",
        whose,
        rts("art-2"),
        "Provide what the RTS ask for free of charge, easy to find and to read, searchable; on the website with the "
        "dates of publication and update; with LEIs and ISINs where there are any.",
        capacity,
        ("the dates shown", "the version history in file names"),
    )
    yield Duty(
        f"{prefix}marketing",
        whose,
        sfdr("art-13/1"),
        "See to it that marketing communications do not contradict what is disclosed under SFDR.",
        capacity,
        ("the review of marketing communications against the disclosures",),
    )
    yield Duty(
        f"{prefix}marketing-ratings",
        whose,
        sfdr("art-13/3"),
        "Put on the website what Annex III, point 1, to Regulation (EU) 2024/3005 asks for on each ESG rating issued "
        "in marketing, and link to it there.",
        _and(capacity, "esg_ratings_in_marketing"),
        ("the page of the website", "the link in the communication"),
        valid=_RATINGS,
    )
    yield Duty(
        f"{prefix}access-point",
        whose,
        sfdr("art-18a/1"),
        "Submit what is published under Art. 3, 4, 5 and 10(1) to the collection body at the same time, in the format "
        "and with the data about it that ESAP needs.",
        capacity,
        ("the confirmation of the collection body",),
        valid=_ACCESS_POINT,
    )
    yield Duty(
        f"{prefix}identifier",
        whose,
        sfdr("art-18a/2"),
        "Obtain a legal entity identifier for what is submitted to ESAP.",
        _and(capacity, "legal_person"),
        ("the identifier",),
        dated_by=sfdr("art-18a/1"),
        valid=_ACCESS_POINT,
    )


DUTIES = (
    Duty(
        "updating",
        "financial market participant",
        sfdr("art-12/1"),
        "Keep what is published under Art. 3, 5 and 10 up to date, and explain each amendment clearly on the same "
        "website.",
        participant,
        ("the versions of the pages", "the explanations of amendments"),
    ),
    Duty(
        "adviser-updating",
        "financial adviser",
        sfdr("art-12/2"),
        "Keep what is published under Art. 3 and 5 up to date, and explain each amendment clearly on the same website.",
        adviser,
        ("the versions of the pages", "the explanations of amendments"),
    ),
    *_of_both("financial market participant", "", participant),
    *_of_both("financial adviser", "adviser-", adviser),
    Duty(
        "iorp-channel",
        "financial market participant",
        sfdr("art-15/1"),
        "As an IORP: publish what Art. 3 to 7 and 10(1) ask for as Art. 36(2), point (f), of Directive (EU) 2016/2341 "
        "says.",
        iorp,
        ("the publication",),
    ),
    Duty(
        "intermediary-channel",
        "financial adviser",
        sfdr("art-15/2"),
        "As an insurance intermediary: communicate what Art. 3, 4(5), 5, 6 and 10(1) ask for as Art. 23 of Directive "
        "(EU) 2016/97 says.",
        _intermediary,
        ("the information given to clients",),
    ),
)
