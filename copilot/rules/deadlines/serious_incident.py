"""Serious incidents with AI systems: Articles 73, 75(1a) and, for deployers, 26(5) of the AI Act."""

from __future__ import annotations

from datetime import date

from copilot.law import Period, ProvisionId
from copilot.rules.deadlines.counting import days_after
from copilot.rules.deadlines.deadline import Deadline, Findings
from copilot.rules.deadlines.facts import Fact, any_of

VERSION = "1"
VALID = Period(date(2024, 8, 1))
PROVIDER_FACTS: tuple[Fact, ...] = (
    "death",
    "widespread",
    "critical-infrastructure",
    "ai-office",
    "equivalent-reporting",
    "medical-device",
    "fundamental-rights",
)
DEPLOYER_FACTS: tuple[Fact, ...] = (
    "provider-unreachable",
    *(fact for fact in PROVIDER_FACTS if fact != "ai-office"),
)

_FIFTEEN = ProvisionId.parse("eu-ai-act/art-73/2")
_TWO = ProvisionId.parse("eu-ai-act/art-73/3")
_TEN = ProvisionId.parse("eu-ai-act/art-73/4")
_INVESTIGATE = ProvisionId.parse("eu-ai-act/art-73/6")
_EQUIVALENT = ProvisionId.parse("eu-ai-act/art-73/9")
_DEVICES = ProvisionId.parse("eu-ai-act/art-73/10")
_AI_OFFICE = ProvisionId.parse("eu-ai-act/art-75/1a")
_DEPLOYER = ProvisionId.parse("eu-ai-act/art-26/5")

_PACE_NOTE = (
    "Immediately once a causal link with the AI system is established or reasonably likely; the date is the outer "
    "limit. An incomplete initial report may come first and a complete one follow (Art. 73(5))."
)
_DEATH_NOTE = (
    "Immediately once a causal link is established or suspected; the date is the outer limit. An incomplete initial "
    "report may come first and a complete one follow (Art. 73(5))."
)


def reported_by_provider(found: Findings) -> None:
    """The provider reports to the authorities of the Member States where it happened: 15, 10 or 2 days."""
    _report(found, "the provider", only_if=None)


def reported_by_deployer(found: Findings) -> None:
    """The deployer informs at once, the provider first; it reports itself only where that cannot be reached."""
    found.add(
        Deadline(
            duty="inform of the serious incident",
            who="the deployer",
            addressee="the provider first, then the importer or distributor and the market surveillance authorities",
            basis=_DEPLOYER,
            pace="immediately",
            due=None,
        )
    )
    unreachable = found.ask("provider-unreachable", _DEPLOYER)
    if unreachable is not False:
        _report(found, "the deployer", None if unreachable else "the provider cannot be reached")


def _report(found: Findings, who: str, only_if: str | None) -> None:
    owed = _owed(found, who)
    if owed is False:
        return
    conditions = [only_if] if only_if else []
    if owed is None:
        conditions.append(
            "the duty is not limited to infringements of fundamental-rights law (Art. 73(9), (10))"
        )
    addressee = _addressee(found, who)
    widespread, critical = (found.ask(fact, _TWO) for fact in ("widespread", "critical-infrastructure"))
    two, ten = any_of(widespread, critical), found.ask("death", _TEN)
    cases = [
        (_TWO, 2, two, "it is a widespread infringement or disrupts critical infrastructure", _PACE_NOTE),
        (_TEN, 10, ten, "a person has died", _DEATH_NOTE),
        (_FIFTEEN, 15, not (two or ten), "", _PACE_NOTE),
    ]
    for basis, days, holds, case, note in cases:
        if holds is False:
            continue
        counted = days_after(found.situation.known_at, days, found.situation.zone)
        needed = [*conditions, *([case] if holds is None else [])]
        found.add(
            Deadline(
                duty=f"report the serious incident ({days} days)",
                who=who,
                addressee=addressee,
                basis=basis,
                pace="immediately",
                due=counted.due,
                only_if=" and ".join(needed) or None,
                through=_through(who),
                note=note,
            ),
            counted,
        )
    _investigate(found, who, " and ".join(conditions) or None)


def _through(who: str) -> ProvisionId | None:
    """A deployer reports because Article 26(5) says so, and not before that applies."""
    return None if who == "the provider" else _DEPLOYER


def _owed(found: Findings, who: str) -> bool | None:
    """Whether this incident has to be reported: not where the duty is limited to others; none where that is open."""
    equivalent = found.ask("equivalent-reporting", _EQUIVALENT)
    limits = any_of(equivalent, _limited_as_device(found, who))
    if limits is False:
        return True
    rights = found.ask("fundamental-rights", _EQUIVALENT if equivalent is not False else _DEVICES)
    if rights is True:
        return True
    return False if limits and rights is False else None


def _limited_as_device(found: Findings, who: str) -> bool | None:
    """Article 73(10), which Article 75(1a) leaves out of what holds for reports to the AI Office."""
    device = found.ask("medical-device", _DEVICES)
    if device is False or who != "the provider" or _AI_OFFICE not in found.situation.law:
        return device
    to_ai_office = found.ask("ai-office", _AI_OFFICE)
    if to_ai_office:
        return False
    return None if to_ai_office is None else device


def _addressee(found: Findings, who: str) -> str:
    where = "the market surveillance authorities of the Member States where the incident occurred"
    if found.situation.told("medical-device"):
        where = "the authority that the Member States where the incident occurred have chosen (Art. 73(10))"
    if who != "the provider" or _AI_OFFICE not in found.situation.law:
        return where
    told = found.ask("ai-office", _AI_OFFICE)
    if told is None:
        return f"{where}; the AI Office instead if it supervises the system"
    return "the AI Office" if told else where


def _investigate(found: Findings, who: str, only_if: str | None) -> None:
    found.add(
        Deadline(
            duty="investigate the incident and the system after the report",
            who=who,
            addressee=None,
            basis=_INVESTIGATE,
            pace="without delay",
            due=None,
            contents=("a risk assessment of the incident", "corrective action"),
            contents_basis=_INVESTIGATE,
            only_if=only_if,
            through=_through(who),
            note="The authorities are told before the system is altered in a way that may affect finding the causes.",
        )
    )
