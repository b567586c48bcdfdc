"""``duties``: what each role owes by each tier that is certain or possible, and from when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import get_args

from copilot.law import label_of
from copilot.rules.ai_act.answers import Answer, every, some
from copilot.rules.ai_act.classification import classify
from copilot.rules.ai_act.dates import Binds, Route, binding_dates, law_on
from copilot.rules.ai_act.duties.calendar import span_of
from copilot.rules.ai_act.duties.duty import Duties, Duty, Ground, Lightened, NotOwed
from copilot.rules.ai_act.duties.reading import DutyReading, questions, read_duty
from copilot.rules.ai_act.duties.registry import RULES
from copilot.rules.ai_act.duties.rule import DutyRule, Relief
from copilot.rules.ai_act.duties.situation import Situation
from copilot.rules.ai_act.duties.transition import timing
from copilot.rules.ai_act.facts import FACTS, AISystem
from copilot.rules.ai_act.rule import Tier, act
from copilot.rules.ai_act.verdict import Certainty
from copilot.rules.fines.listing import listed
from copilot.rules.result import OpenQuestion, Step

VERSION = "1"

_GRAVITY: dict[str, int] = {tier: place for place, tier in enumerate(get_args(Tier))}
_ROUTES: dict[str, Route] = {
    "high-risk-annex-i-a": "annex-i",
    "high-risk-annex-i-b": "annex-i",
    "high-risk-annex-iii": "annex-iii",
    "derogated": "annex-iii",
}
_SECTION_B_BESIDE = (
    "Annex I, Section B, and another ground make it high-risk at once. Art. 2(2) leaves little of the Act "
    "for systems of Section B; whether also for what follows from the other ground, the sources held do "
    "not say. The duties on that ground are listed."
)
_SECTION_B_BINDS = act("art-6/1")
_SECTION_B_BEFORE = (
    "Annex I, Section B, makes it high-risk from the day on which Art. 6(1) applies. Whether Art. 2(2) keeps "
    "Art. 4 and 50 from it before that day as well, the sources held do not say; they are not listed."
)


def duties(system: AISystem, as_of: date) -> Duties:
    """What the person asking owes for a system as of a day, by each role that is certain or possible.

    Raises what ``classify`` raises: ``NotInForce`` before the Act, ``ContradictoryFacts``.
    """
    classification = classify(system, as_of)
    situation = Situation(system, classification)
    valid = span_of(as_of, classification.valid)
    read = [
        (rule, found)
        for rule in RULES
        if as_of in rule.in_force and (found := read_duty(rule, situation)) is not None
    ]
    owed = tuple(
        _duty(rule, found, found.certainty, situation, valid.start)
        for rule, found in read
        if found.certainty is not None
    )
    return Duties(
        as_of=as_of,
        version=VERSION,
        valid=valid,
        classification=classification,
        duties=tuple(sorted(owed, key=_gravity)),
        not_owed=tuple(
            NotOwed(rule.key, rule.title, rule.role, rule.provision, found.reason)
            for rule, found in read
            if found.certainty is None
        ),
        notes=tuple(_notes(situation, owed)),
        open_questions=tuple(_open_questions(situation, read, owed)),
        steps=(*classification.steps, *(_step(rule, found) for rule, found in read)),
    )


def _duty(
    rule: DutyRule, found: DutyReading, certainty: Certainty, situation: Situation, start: date
) -> Duty:
    when = timing(_dates(rule, found, situation, start), rule.role, situation.system, start)
    reliefs = [
        (one, every((one.holds.value(situation.answers), _has_ground(one, found))))
        for one in rule.reliefs
        if start in one.in_force
    ]
    open_reliefs = [
        index for one, holds in reliefs if holds is None for index in one.holds.pending(situation.answers)
    ]
    asked = (*questions((*found.pending, *open_reliefs)), *when.open_questions)
    return Duty(
        key=rule.key,
        title=rule.title,
        what=rule.what,
        role=rule.role,
        provisions=tuple(dict.fromkeys((rule.provision, *rule.also))),
        grounds=found.grounds,
        certainty=certainty,
        binds=when.binds,
        standing=when.standing,
        listing=listed(rule.provision, law_on(start)),
        evidence=rule.evidence,
        reliefs=tuple(Lightened(one.about, one.provision) for one, holds in reliefs if holds),
        open_questions=tuple(dict.fromkeys(asked)),
    )


def _has_ground(relief: Relief, found: DutyReading) -> Answer:
    """Whether the duty follows from what a relief is made for: as surely as it is owed, perhaps, or not at all."""
    if relief.follows is None:
        return True
    surest = found.grounds[0].certainty
    reached = (one for one in found.grounds if relief.follows.reaches(one.source, one.provision))
    return some(True if one.certainty == surest else None for one in reached)


def _dates(rule: DutyRule, found: DutyReading, situation: Situation, start: date) -> tuple[Binds, ...]:
    """The dates by the surest grounds: what is merely possible does not move the date of what is certain."""
    surest = found.grounds[0].certainty
    routes = dict.fromkeys(_ROUTES.get(one.source) for one in found.grounds if one.certainty == surest)
    placed_on = situation.system.market.placed_on
    dates = (
        binds for route in routes for binds in binding_dates((rule.provision,), start, route, placed_on)
    )
    return tuple(dict.fromkeys(dates))


def _gravity(duty: Duty) -> int:
    """The gravest ground first; within it the rules keep the order of the law."""
    return min(_gravity_of(ground) for ground in duty.grounds)


def _gravity_of(ground: Ground) -> int:
    return _GRAVITY.get(ground.source, len(_GRAVITY))


def _notes(situation: Situation, owed: Iterable[Duty]) -> Iterator[str]:
    """What the sources held leave in doubt."""
    if situation.only_section_b and any(
        duty.standing == "not-yet" for duty in owed if duty.provision == _SECTION_B_BINDS
    ):
        yield _SECTION_B_BEFORE
    if situation.holds("high-risk-annex-i-b") and situation.holds(
        "high-risk-annex-iii", "high-risk-annex-i-a"
    ):
        yield _SECTION_B_BESIDE


def _open_questions(
    situation: Situation, read: Sequence[tuple[DutyRule, DutyReading]], owed: Sequence[Duty]
) -> Iterator[OpenQuestion]:
    """What alone leaves a duty open comes first, then what settles tiers and roles, then all the rest.

    Among questions of one kind that which bears on most duties comes before the others.
    """
    alone = (
        question
        for rule, found in read
        if _only_its_own_facts(rule, found, situation)
        for question in questions(found.pending)
    )
    rest = (question for duty in owed for question in duty.open_questions)
    asked = (*_most_asked(alone), *situation.classification.open_questions, *_most_asked(rest))
    known: set[str] = set()
    for question in asked:
        if question.fact not in known:
            known.add(question.fact)
            yield question


def _only_its_own_facts(rule: DutyRule, found: DutyReading, situation: Situation) -> bool:
    """Whether role and tier are certain, so that nothing but its own condition leaves a duty open."""
    held = {one.role for one in situation.classification.roles if one.certainty == "certain"}
    settled = found.certainty == "possible" and found.grounds[0].certainty == "certain"
    return settled and rule.role in held


def _most_asked(asked: Iterable[OpenQuestion]) -> Iterator[OpenQuestion]:
    return (question for question, _ in Counter(asked).most_common())


def _step(rule: DutyRule, found: DutyReading) -> Step:
    if found.certainty is None:
        said = f"no: {found.reason}"
    elif found.certainty == "possible":
        told = ", ".join(dict.fromkeys(FACTS[index].told for index in found.pending))
        said = f"open: {told}" if told else "open: depends on the tier or the role"
    else:
        said = "yes" if found.certainty == "certain" else "yes, if the Act reaches the system"
    about = f"{rule.role}: {rule.title}, {label_of(rule.provision.segments)}?"
    return Step(about, said, rule.what, rule.provision)
