"""Whether a regime is engaged by a launch on a day: what the facts say, and what its status lets them say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from copilot.law import LawOnDay, ProvisionId
from copilot.rules.ai_act.answers import Answer
from copilot.rules.jurisdictions.condition import Condition, deciding, value
from copilot.rules.jurisdictions.duties import DutyFinding, condition_of, duties_of
from copilot.rules.jurisdictions.known import Known
from copilot.rules.jurisdictions.register import (
    RULES_OUT,
    Asked,
    Confidence,
    Doubt,
    Kind,
    Regime,
    Register,
    Standing,
    Status,
)
from copilot.rules.jurisdictions.standing import Change, in_words, next_change, standing_on
from copilot.rules.result import OpenQuestion

Engagement: TypeAlias = Literal["engaged", "possible", "not engaged"]


@dataclass(frozen=True, slots=True)
class RegimeFinding:
    """One regime held against the launch. ``status`` is none before the register holds anything of it."""

    id: str
    name: str
    place: str
    kind: Kind
    engagement: Engagement
    reason: str
    status: Status | None
    note: str
    source: str
    confidence: Confidence
    next_change: Change | None
    provision: ProvisionId
    text_held: bool
    duties: tuple[DutyFinding, ...]
    gaps: tuple[str, ...]
    open_questions: tuple[OpenQuestion, ...]


def finding_of(
    regime: Regime, place: str, register: Register, known: Known, law: LawOnDay
) -> RegimeFinding:
    """Hold one regime against the launch."""
    standing = standing_on(regime, law.day)
    engagement, reason = _engaged(regime, standing, known)
    duties: tuple[DutyFinding, ...] = ()
    if standing is not None and engagement != "not engaged":
        duties = tuple(duties_of(regime, known, law.day, sure=engagement == "engaged"))
    told_by = standing or regime.standing[0]
    changes = (change for duty in duties if duty.owed == "owed" for change in duty.changes)
    questions = () if engagement == "not engaged" else _questions(regime, standing, engagement, known)
    return RegimeFinding(
        id=regime.id,
        name=regime.name,
        place=place,
        kind=regime.kind,
        engagement=engagement,
        reason=reason,
        status=standing.status if standing else None,
        note=standing.note if standing else "",
        source=register.source_of(told_by),
        confidence=told_by.confidence,
        next_change=next_change(regime, law.day, changes),
        provision=regime.provision,
        text_held=regime.text_held,
        duties=duties,
        gaps=regime.gaps,
        open_questions=tuple(dict.fromkeys(questions)),
    )


def _engaged(regime: Regime, standing: Standing | None, known: Known) -> tuple[Engagement, str]:
    """The status first: what is no law on the day is owed by nobody, whatever the facts."""
    if standing is None:
        return "not engaged", f"the register holds nothing of it before {regime.standing[0].from_}"
    if standing.status in RULES_OUT:
        return "not engaged", in_words(standing)
    if regime.engaged_if is None:
        return "possible", "its scope was not read"
    met = value(regime.engaged_if, known)
    if met is None:
        asked = dict.fromkeys(question.fact for question in known.questions(regime.engaged_if))
        return "possible", f"not told: {', '.join(asked)}"
    because = _because(regime, regime.engaged_if, known)
    if met is False:
        return "not engaged", because
    if standing.status == "unknown":
        return "possible", in_words(standing)
    if doubts := [doubt.matters for doubt in regime.doubts if _doubted(doubt, known) is not False]:
        return "possible", f"{because}; but {'; '.join(doubts)}"
    return "engaged", because


def _doubted(doubt: Doubt, known: Known) -> Answer:
    """Whether a doubt stands: always, where it has no condition."""
    return True if doubt.where is None else value(doubt.where, known)


def _because(regime: Regime, condition: Condition, known: Known) -> str:
    """The facts that decide, as they were told; for the AI Act what its own rules say."""
    if regime.ai_act_duties:
        return known.act.classification.verdict
    return "; ".join(dict.fromkeys(known.said(key) for key in deciding(condition, known)))


def _questions(
    regime: Regime, standing: Standing | None, engagement: Engagement, known: Known
) -> Iterator[OpenQuestion]:
    """What would settle the regime, then what would settle its duties; doubts wait until its facts are met."""
    met = None if regime.engaged_if is None else value(regime.engaged_if, known)
    if regime.engaged_if is not None:
        yield from known.questions(regime.engaged_if)
    for doubt in regime.doubts if met else ():
        if doubt.where is not None:
            yield from known.questions(doubt.where)
        if _doubted(doubt, known):
            yield _asked(regime, doubt)
    if standing is not None and standing.asks is not None:
        yield _asked(regime, standing.asks)
    if engagement == "engaged":
        for duty in regime.duties:
            yield from known.questions(condition_of(duty))
        mapped = {key for of_theme in regime.ai_act_duties for key in of_theme.keys}
        for owed in known.act.certain:
            yield from owed.open_questions if owed.key in mapped else ()


def _asked(regime: Regime, asked: Asked) -> OpenQuestion:
    matters = f"{asked.matters[0].upper()}{asked.matters[1:]}."
    return OpenQuestion(f"regime.{regime.id}", asked.question, matters)
