"""Sanctions for market abuse: Article 30(2) MAR says how high the maximum in national law must at least be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from copilot.errors import ToolInputError
from copilot.law import LawOnDay, Period, ProvisionId
from copilot.rules.binding import cited
from copilot.rules.fines.finding import Clocks, Finding, limit_figures, where_named
from copilot.rules.fines.limits import euro, share_of
from copilot.rules.fines.offender import Offender
from copilot.rules.result import Figure, OpenQuestion, Step

VERSION = "1"
VALID = Period(date(2016, 7, 3))

_LISTED = ProvisionId.parse("mar/art-30/1/a")
_HIGHER = ProvisionId.parse("mar/art-30/3")
_GAIN = ProvisionId.parse("mar/art-30/2/h")
_LISTING_ACT = date(2026, 6, 5)


@dataclass(frozen=True, slots=True)
class _Maximum:
    """What the maximum must at least be for some articles, in the wording from a day until another.

    ``instead`` is the sum that authorities must be able to impose where the share would be
    disproportionately low; ``instead_sme`` the one Member States may allow for an SME.
    """

    basis: ProvisionId
    articles: tuple[int, ...]
    total: Decimal | None
    percent: Decimal | None
    worded: Period
    instead: Decimal | None = None
    instead_sme: Decimal | None = None


_BEFORE, _SINCE = Period(VALID.start, _LISTING_ACT), Period(_LISTING_ACT)


def _maximum(
    point: str,
    articles: tuple[int, ...],
    total: int | None,
    percent: str | None,
    worded: Period,
    instead: int | None = None,
    instead_sme: int | None = None,
) -> _Maximum:
    sums = [None if each is None else Decimal(each) for each in (total, percent, instead, instead_sme)]
    return _Maximum(
        ProvisionId.parse(f"mar/art-30/2/{point}"), articles, sums[0], sums[1], worded, *sums[2:]
    )


_PERSONS = (
    _maximum("i/i", (14, 15), 5_000_000, None, VALID),
    _maximum("i/ii", (16, 17), 1_000_000, None, VALID),
    _maximum("i/iii", (18, 19, 20), 500_000, None, VALID),
)
_FIRMS = (
    _maximum("j/i", (14, 15), 15_000_000, "15", VALID),
    _maximum("j/ii", (16, 17), 2_500_000, "2", _BEFORE),
    _maximum("j/iii", (18, 19, 20), 1_000_000, None, _BEFORE),
    _maximum("j/ii", (16,), 2_500_000, "2", _SINCE),
    _maximum("j/iii", (17,), None, "2", _SINCE, 2_500_000, 1_000_000),
    _maximum("j/iv", (18, 19), None, "0.8", _SINCE, 1_000_000, 400_000),
    _maximum("j/v", (20,), 1_000_000, "0.8", _SINCE),
)
_PARAGRAPHS: dict[int, tuple[str, ...]] = {
    14: (),
    15: (),
    16: ("1", "2"),
    17: ("1", "2", "4", "5", "8"),
    18: ("1", "2", "3", "4", "5", "6"),
    19: ("1", "2", "3", "5", "6", "7", "11"),
    20: ("1",),
}
_DEFINED = {"art-8": 14, "art-10": 14, "art-12": 15}
"""Articles that say what Articles 14 and 15 prohibit: who does that infringes the prohibition."""


def fine_under_mar(provision: ProvisionId, offender: Offender, law: LawOnDay) -> Finding:
    """How high the maximum sanction in national law must at least be, by article and offender."""
    if offender.kind == "union-body":
        raise ToolInputError(
            "MAR has sanctions for natural and legal persons, none of its own for Union bodies",
            remedy="Ask for natural-person, or for one of the kinds of undertaking.",
        )
    article = _listed_article(provision)
    clocks = Clocks.of(law, (provision, _LISTED))
    if article is None:
        return _unlisted(provision, law, clocks)
    maxima = [each for each in _possible(offender) if article in each.articles and law.day in each.worded]
    named = f"Art. {article}, which it defines" if provision.segments[0] in _DEFINED else "it"
    bases = ", ".join(cited(law, each.basis) for each in maxima)
    found = f"{cited(law, _LISTED)} lists {named}; how high: {bases}"
    verdict = "; ".join(f"{_said(each, offender)} ({cited(law, each.basis)})" for each in maxima)
    return Finding(
        verdict=clocks.said_of(f"the maximum in national law must be at least {verdict}", law.day),
        basis=maxima[0].basis,
        status=clocks.status,
        steps=(
            where_named(law, provision, found, _LISTED),
            *clocks.steps,
            *(_step(each, offender) for each in maxima),
            _gain_step(offender),
            _national_step(),
        ),
        figures=(*(_figures(maxima, offender)), *_gain_figures(offender)),
        open_questions=(*_asked(offender, maxima), *clocks.open_questions),
    )


def _listed_article(provision: ProvisionId) -> int | None:
    """The article an infringement is one of, if Article 30(1)(a) lists it or some paragraph of it."""
    top = provision.segments[0] if provision.segments else ""
    if top in _DEFINED:
        return _DEFINED[top]
    article = next((each for each in _PARAGRAPHS if top == f"art-{each}"), None)
    if article is None or not _PARAGRAPHS[article] or len(provision.segments) == 1:
        return article
    return article if provision.segments[1] in _PARAGRAPHS[article] else None


def _possible(offender: Offender) -> tuple[_Maximum, ...]:
    if offender.kind is None:
        return (*_PERSONS, *_FIRMS)
    return _PERSONS if offender.kind == "natural-person" else _FIRMS


def _said(maximum: _Maximum, offender: Offender) -> str:
    parts = []
    if maximum.percent is not None:
        told = offender.turnover
        share = "" if told is None else f" ({euro(share_of(told, maximum.percent))})"
        parts.append(f"{maximum.percent} % of turnover{share}")
    if maximum.total is not None:
        parts.append(euro(maximum.total))
    said = " or ".join(parts)
    if maximum.instead is not None:
        said += f", or {euro(maximum.instead)} where that would be disproportionately low"
    if maximum.instead_sme is not None and offender.kind in ("sme", None):
        said += f" (Member States may allow {euro(maximum.instead_sme)} instead for an SME)"
    return said


def _step(maximum: _Maximum, offender: Offender) -> Step:
    both = maximum.total is not None and maximum.percent is not None
    return Step(
        question=f"How high must the maximum for {_whom(maximum)} at least be?",
        found=_said(maximum, offender),
        matters="The provision does not say which of the two counts where they differ."
        if both
        else "A lower maximum in national law would fall short of MAR.",
        provision=maximum.basis,
    )


def _gain_step(offender: Offender) -> Step:
    told = "not told" if offender.gain is None else euro(offender.gain * 3)
    return Step(
        question="What are three times the profits gained or losses avoided, if they can be determined?",
        found=told,
        matters="The maximum must be at least that, too.",
        provision=_GAIN,
    )


def _national_step() -> Step:
    return Step(
        question="Can national law go higher?",
        found="yes: Member States may provide for higher sanctions",
        matters="The figures are the least a maximum must be; the maximum itself stands in national law.",
        provision=_HIGHER,
    )


def _figures(maxima: list[_Maximum], offender: Offender) -> tuple[Figure, ...]:
    """The figures of each maximum, by whom they are for where both are possible."""
    figures: list[Figure] = []
    for each in maxima:
        whom = f", {_whom(each)}" if offender.kind is None else ""
        turnover = None if each in _PERSONS else offender.turnover
        found = [*limit_figures(each.total, each.percent, turnover)]
        if each.instead is not None:
            found.append(Figure("sum instead", each.instead, "EUR"))
        if each.instead_sme is not None and offender.kind in ("sme", None):
            found.append(Figure("sum instead for an SME", each.instead_sme, "EUR"))
        figures += [replace(figure, name=f"{figure.name}{whom}") for figure in found]
    return tuple(figures)


def _whom(maximum: _Maximum) -> str:
    return "a natural person" if maximum in _PERSONS else "a legal person"


def _gain_figures(offender: Offender) -> tuple[Figure, ...]:
    return () if offender.gain is None else (Figure("three times the gain", offender.gain * 3, "EUR"),)


def _asked(offender: Offender, maxima: list[_Maximum]) -> tuple[OpenQuestion, ...]:
    asked = []
    if offender.kind is None:
        asked.append(
            OpenQuestion("kind", "Is the offender a natural or a legal person?", "The sums differ.")
        )
    if offender.turnover is None and any(each.percent is not None for each in maxima):
        asked.append(
            OpenQuestion(
                "turnover",
                "What was the total annual turnover by the last accounts approved (of a group: consolidated, of "
                "its ultimate parent), in EUR?",
                "The share of turnover cannot be computed without it.",
            )
        )
    if offender.gain is None:
        asked.append(
            OpenQuestion(
                "gain",
                "What profit did the infringement bring, or what loss did it avoid, if that can be determined?",
                "The maximum must be at least three times as much.",
            )
        )
    asked.append(
        OpenQuestion(
            "national-law",
            "What maximum does the Member State's law set?",
            "MAR sets only the least it may be; in some Member States criminal law takes the place of sanctions.",
        )
    )
    return tuple(asked)


def _unlisted(provision: ProvisionId, law: LawOnDay, clocks: Clocks) -> Finding:
    found = f"{cited(law, _LISTED)} does not list it; national law may still sanction it"
    return Finding(
        verdict=clocks.said_of(
            f"no least maximum for {cited(law, provision)}: it is for national law", law.day
        ),
        basis=_LISTED,
        status=clocks.status,
        steps=(where_named(law, provision, found, _LISTED), *clocks.steps, _national_step()),
        open_questions=clocks.open_questions,
    )
