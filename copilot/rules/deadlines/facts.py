"""The facts a clock can depend on, each with the question that asks for it. Not told is not a no."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from copilot.errors import ToolInputError
from copilot.rules.result import OpenQuestion

Fact = Literal[
    "death",
    "widespread",
    "critical-infrastructure",
    "ai-office",
    "equivalent-reporting",
    "medical-device",
    "fundamental-rights",
    "provider-unreachable",
    "presents-risk",
    "risk-unlikely",
    "high-risk",
    "communication-exempt",
    "venue-operator",
    "past-activity",
    "threshold-reached",
    "report-required",
    "safe-harbour",
    "announced-publicly",
    "considers-impacts",
    "first-statement",
]

_QUESTIONS: dict[Fact, tuple[str, str]] = {
    "death": ("Has a person died?", "The report is due within 10 days then (Art. 73(4))."),
    "widespread": (
        "Is it a widespread infringement (Art. 3(61))?",
        "The report is due within 2 days then (Art. 73(3)).",
    ),
    "critical-infrastructure": (
        "Was the management or operation of critical infrastructure seriously and irreversibly disrupted?",
        "The report is due within 2 days then (Art. 73(3), 3(49)(b)).",
    ),
    "ai-office": (
        "Does the AI Office supervise the system (Art. 75(1))?",
        "The report goes to the AI Office then, and not to national authorities (Art. 75(1a)).",
    ),
    "equivalent-reporting": (
        "Is it a system of Annex III whose provider is under equivalent reporting duties of Union law?",
        "Only infringements of fundamental-rights law have to be reported then (Art. 73(9)).",
    ),
    "medical-device": (
        "Is the system a medical device or a safety component of one?",
        "Only infringements of fundamental-rights law have to be reported then, to a chosen authority (Art. 73(10)); "
        "what goes to the AI Office is not so limited (Art. 75(1a)).",
    ),
    "fundamental-rights": (
        "Did it lead to an infringement of Union law that protects fundamental rights (Art. 3(49)(c))?",
        "Where Art. 73(9) or (10) limits the duty, only such incidents are reported.",
    ),
    "provider-unreachable": (
        "Is the provider out of reach for the deployer?",
        "The deployer has to report as Art. 73 says then (Art. 26(5)).",
    ),
    "presents-risk": (
        "Does the system present a risk to health, safety or fundamental rights (Art. 79(1))?",
        "Causes have to be investigated and authorities informed then (Art. 20(2)).",
    ),
    "risk-unlikely": (
        "Is the breach unlikely to result in a risk to the rights and freedoms of natural persons?",
        "Only then need the authority not be notified (Art. 33(1)).",
    ),
    "high-risk": (
        "Is a high risk to the rights and freedoms of natural persons likely?",
        "The data subjects have to be told then (Art. 34(1)).",
    ),
    "communication-exempt": (
        "Are the data unintelligible to others, or is the high risk averted by later measures (Art. 34(3)(a), (b))?",
        "The data subjects need not be told then.",
    ),
    "venue-operator": (
        "Does the person who suspects operate a trading venue?",
        "The report goes to the authority of the venue then (Art. 16(1)), else to that of Art. 16(3).",
    ),
    "past-activity": (
        "Does the suspicion concern past orders or transactions, and arise from later events or information?",
        "The report has to explain the time that passed then (Art. 6(2) of Delegated Regulation (EU) 2016/957).",
    ),
    "threshold-reached": (
        "Have the transactions of the calendar year, without netting, reached the threshold of Art. 19(8) or (9)?",
        "Before it is reached, nothing has to be notified (Art. 19(1), third subparagraph).",
    ),
    "report-required": (
        "Must the report be made public under the rules of the venue or national law?",
        "Only such a report has a closed period before it (Art. 19(11)).",
    ),
    "safe-harbour": (
        "Does the disclosing market participant opt for the conditions of Art. 11(4)?",
        "Disclosure is deemed made in the normal exercise of duties only if they are met.",
    ),
    "announced-publicly": (
        "Was the information announced publicly in another way?",
        "The recipients need not be told then (Art. 11(6)).",
    ),
    "considers-impacts": (
        "Does the financial market participant consider principal adverse impacts, by choice or since it must?",
        "Only then is there a statement each year; otherwise it explains why not (Art. 4(1) SFDR).",
    ),
    "first-statement": (
        "Is it the first statement, for impacts first considered on the day given?",
        "The first covers the time since impacts were first considered and is due the year after.",
    ),
}


def question_for(fact: Fact) -> OpenQuestion:
    """What to ask where a fact was not told, and why it matters."""
    question, matters = _QUESTIONS[fact]
    return OpenQuestion(fact, question, matters)


def facts_told(told: Mapping[str, bool | None]) -> dict[Fact, bool | None]:
    """Facts by name as somebody types them."""
    unknown = [name for name in told if name not in _QUESTIONS]
    if unknown:
        raise ToolInputError(
            f"{unknown[0]!r} is no fact that a deadline depends on",
            remedy=f"One of: {', '.join(_QUESTIONS)}.",
        )
    return {fact: told[fact] for fact in _QUESTIONS if fact in told}


def any_of(*facts: bool | None) -> bool | None:
    """Whether one of several facts holds: unknown while none does and one was not told."""
    if True in facts:
        return True
    return None if None in facts else False
