"""Fines under the AI Act: Articles 99(3) to (6a), 75c(4) and 101; Union bodies are in ``union_bodies``."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from copilot.law import LawOnDay, Period, ProvisionId
from copilot.rules.binding import cited
from copilot.rules.fines.finding import (
    Clocks,
    Finding,
    ceiling_figures,
    limit_figures,
    where_named,
)
from copilot.rules.fines.limits import Ceiling, Limits, Pick, ceiling_of
from copilot.rules.fines.listing import LIMITS, TIER_OF, Listing, Tier, asked_which_duty, listed
from copilot.rules.fines.offender import Offender
from copilot.rules.fines.union_bodies import fine_of_union_body
from copilot.rules.fines.what_counts import what_counts
from copilot.rules.result import OpenQuestion, Step

VERSION = "1"

_STATES = ProvisionId.parse("eu-ai-act/art-99/1")
_AUTHORITIES = ProvisionId.parse("eu-ai-act/art-99/8")
_COURTS = ProvisionId.parse("eu-ai-act/art-99/9")
_AI_OFFICE = ProvisionId.parse("eu-ai-act/art-75c/4")
_NOT_LISTED = ProvisionId.parse("eu-ai-act/art-75c/4/a")
_TO_AI_OFFICE = ProvisionId.parse("eu-ai-act/art-75c/4/sub-3")
_COMPETENCE = ProvisionId.parse("eu-ai-act/art-75/1")
_COMMISSION = ProvisionId.parse("eu-ai-act/art-101/1")
VALID = Period(date(2024, 8, 1))
"""Since the Act entered into force; what came on 27 July 2026 is read from the wording of the day."""


def fine_under_ai_act(provision: ProvisionId, offender: Offender, law: LawOnDay) -> Finding:
    """The limit of a fine for infringing a provision of the AI Act, by who infringed it."""
    if offender.kind == "union-body":
        return fine_of_union_body(provision, law)
    listing = listed(provision, law)
    if listing is None and offender.supervisor == "ai-office" and _NOT_LISTED in law:
        listing = Listing("listed-duty", _NOT_LISTED, provision)
    return (
        _national(provision, offender, law)
        if listing is None
        else _listed(provision, listing, offender, law)
    )


def _listed(provision: ProvisionId, listing: Listing, offender: Offender, law: LawOnDay) -> Finding:
    limits = LIMITS[listing.tier]
    counts = what_counts(listing.tier, offender, law)
    ceiling = ceiling_of(limits, offender.turnover, counts.picks)
    clocks = Clocks.of(law, (provision, *([listing.through] if listing.through else []), listing.basis))
    counted = Step(
        question=f"How high can the fine be, with {limits}?",
        found=f"{ceiling}{_remark(offender)}",
        matters="It is the limit of the fine, not the fine: that is set case by case.",
        provision=TIER_OF[listing.tier],
    )
    fine = f"administrative fine {_how_high(limits, ceiling)} under {cited(law, listing.basis)}"
    named = where_named(law, provision, _how_named(provision, listing, law), listing.basis)
    return Finding(
        verdict=clocks.said_of(fine, law.day),
        basis=listing.basis,
        status=clocks.status,
        steps=(named, *clocks.steps, counts.step, counted, _who_fines(listing, offender, law)),
        figures=(*limit_figures(limits.sum, limits.percent, offender.turnover), *ceiling_figures(ceiling)),
        open_questions=(
            *asked_which_duty(provision, law),
            *_asked(listing.tier, offender, counts.picks, law),
            *clocks.open_questions,
        ),
        ceiling=ceiling,
    )


def _how_high(limits: Limits, ceiling: Ceiling) -> str:
    """The ceiling; where the facts leave it open, with the two limits it lies between."""
    if ceiling.exact is not None:
        return str(ceiling)
    if not ceiling.at_least and ceiling.at_most is None:
        return f"up to {limits} (which of them is open)"
    return f"{ceiling} (by {limits})"


def _remark(offender: Offender) -> str:
    if offender.turnover is None:
        return " (the turnover was not told)"
    return (
        " (there was no turnover, and the letter of the law has no least limit)"
        if not offender.turnover
        else ""
    )


def _how_named(provision: ProvisionId, listing: Listing, law: LawOnDay) -> str:
    name = cited(law, listing.basis)
    if listing.basis == _NOT_LISTED:
        return f"{name}: the AI Office may fine it although Art. 99(4) does not list it"
    through = f", through {law.provision(listing.through).label}" if listing.through else ""
    without = [
        law.provision(part).label for part in listing.but_not if part.within(provision) and part in law
    ]
    rest = f"; not for {', '.join(without)}" if without else ""
    return f"{name}{through}{rest}"


def _who_fines(listing: Listing, offender: Offender, law: LawOnDay) -> Step:
    question, matters = "Who imposes the fine?", "It decides the procedure and the remedies."
    if listing.tier == "model":
        return Step(question, "the Commission", matters, _COMMISSION)
    by_ai_office = offender.supervisor == "ai-office" or listing.basis.within(_AI_OFFICE)
    if by_ai_office and _AI_OFFICE in law:
        provision = _TO_AI_OFFICE if listing.tier == "information" else _AI_OFFICE
        return Step(question, "the AI Office, with its decision on the non-compliance", matters, provision)
    found = "national authorities or courts, as national law provides"
    return Step(question, found, matters, _COURTS)


def _asked(
    tier: Tier, offender: Offender, picks: Collection[Pick], law: LawOnDay
) -> tuple[OpenQuestion, ...]:
    asked = []
    if offender.kind is None and tier != "model":
        asked.append(
            OpenQuestion(
                "kind",
                "Is it an SME, a small mid-cap, a larger undertaking, a person, an authority or a Union body?",
                "By that the higher or the lower counts; Union bodies have sums of their own (Art. 100).",
            )
        )
    if offender.turnover is None and set(picks) != {"sum"}:
        asked.append(
            OpenQuestion(
                "turnover",
                "What was the total worldwide annual turnover in the preceding financial year, in EUR?",
                "Without it only the sum is known, not whether the share of turnover counts instead.",
            )
        )
    if tier == "model":
        asked.append(
            OpenQuestion(
                "intent",
                "Was the infringement intentional or negligent?",
                "Art. 101(1) fines no other.",
            )
        )
    if offender.kind == "public-authority":
        asked.append(
            OpenQuestion(
                "national-law-on-authorities",
                "How far does the Member State let public authorities be fined?",
                f"{cited(law, _AUTHORITIES)} leaves it to national law.",
            )
        )
    return tuple(asked)


def _national(provision: ProvisionId, offender: Offender, law: LawOnDay) -> Finding:
    """In no list: national rules under Article 99(1), as we read it."""
    name = cited(law, provision)
    clocks = Clocks.of(law, (provision, _STATES))
    found = (
        f"none of Art. 99(3) to (5) and 101(1) names {name}: what is left are national rules on penalties "
        "(our reading; no official statement was found)"
    )
    asked = [*asked_which_duty(provision, law)]
    if offender.supervisor is None and _NOT_LISTED in law:
        asked.append(
            OpenQuestion(
                "supervisor",
                f"Does the AI Office supervise the system ({cited(law, _COMPETENCE)})?",
                f"If it does, {cited(law, _NOT_LISTED)} fines up to the limits of Art. 99(4) what no list names.",
            )
        )
    return Finding(
        verdict=clocks.said_of(f"national penalties under {cited(law, _STATES)} (our reading)", law.day),
        basis=_STATES,
        status=clocks.status,
        steps=(where_named(law, provision, found, _STATES), *clocks.steps),
        open_questions=(*asked, *clocks.open_questions),
    )
