"""The section on jurisdictions: each regime of the register, what engages it, what it asks, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from copilot.law import LawOnDay
from copilot.rules.ai_act.facts import FACTS, Fact
from copilot.rules.jurisdictions import LAUNCH_FACTS, Regime, Register, shipped_register, standing_on
from copilot.rules.jurisdictions.condition import Above, AllOf, AnyOf, Condition, NotOf
from copilot.rules.jurisdictions.known import REACHED
from copilot.rules.jurisdictions.register import Duty, Standing
from copilot.rules.table.section import Entry, Part, Section, grid
from copilot.rules.table.statement import stated

_FACTS = {fact.key: fact for fact in FACTS} | {
    key: Fact(key, asked.question, asked.matters) for key, asked in LAUNCH_FACTS.items()
}


def section(law: LawOnDay) -> Section:
    """The register that ships with the texts, place by place."""
    register = shipped_register(law.corpus)
    parts = tuple(
        Part(
            place.name,
            tuple(
                _entry(regime, register, law) for regime in register.regimes if place.id == regime.places[0]
            ),
            tuple(f"{remark.text} [{remark.provision}]" for remark in place.remarks),
        )
        for place in register.places
    )
    facts = grid(("fact", "question", "why it matters"), tuple(_rows()))
    return Section(
        "Jurisdictions",
        (*parts, Part("Facts of a launch", (Entry("launch", facts),))),
        (
            f"Read from `corpus/jurisdictions.yaml`, known until {register.known_until}. Absence of a regime is no "
            "finding that nothing applies. H: an official text or three dated sources; M: one careful source; "
            "L: weak; GK: general knowledge.",
        ),
    )


def _entry(regime: Regime, register: Register, law: LawOnDay) -> Entry:
    return Entry(f"{regime.name} (`{regime.id}`)", tuple(_lines(regime, register, law)))


def _lines(regime: Regime, register: Register, law: LawOnDay) -> Iterator[str]:
    places = ", ".join(register.place(place).name for place in regime.places)
    held = "" if regime.text_held else "; the texts held do not restate the regime itself"
    yield f"A {regime.kind} of {places} [{regime.provision}{held}]."
    yield ""
    now = standing_on(regime, law.day)
    for standing in regime.standing:
        yield _standing(standing, register, now=standing is now)
    yield from ("", "Engaged where:", "")
    if regime.engaged_if is None:
        yield "- nothing of its scope was read, so it is always possible and never certain"
    else:
        yield from _condition(regime.engaged_if)
    for doubt in regime.doubts:
        yield from ("", f"Left open: {doubt.matters} ({doubt.question})")
        if doubt.where is not None:
            yield from ("", *_condition(doubt.where))
    if regime.duties or regime.ai_act_duties:
        yield from ("", "Asks for:", "")
    for duty in regime.duties:
        yield from _duty(duty)
    for of_the_act in regime.ai_act_duties:
        yield f"- Duties of the AI Act on {of_the_act.theme}: {', '.join(of_the_act.keys)}"
    if regime.gaps:
        yield from ("", "Not held:", "", *(f"- {gap}" for gap in regime.gaps))


def _standing(standing: Standing, register: Register, *, now: bool) -> str:
    since = f"from {standing.from_}" if standing.from_ else "since before the register begins"
    note = f": {standing.note}" if standing.note else ""
    mark = " (on the day)" if now else ""
    return (
        f"- {standing.status} {since}{mark}{note}. {register.source_of(standing)} ({standing.confidence})"
    )


def _duty(duty: Duty) -> Iterator[str]:
    whom = {"anyone": "whoever is engaged"}.get(duty.who, f"the {duty.who}")
    days = [f"from {duty.from_}" if duty.from_ else "", f"until {duty.until}" if duty.until else ""]
    when = " ".join(day for day in days if day)
    yield f"- {duty.theme}, {whom}{', ' + when if when else ''}: {duty.asks} [{duty.provision}]"
    if duty.only_if is not None:
        yield "  - only where:"
        yield from _condition(duty.only_if, depth=4)


def _condition(
    condition: Condition, bullet: str = "- ", depth: int = 0, *, holds: bool = True
) -> Iterator[str]:
    """The same nested list as for the AI Act; a regime's conditions are data of their own kind."""
    lead, below = " " * depth + bullet, depth + len(bullet)
    match condition:
        case AllOf() | AnyOf():
            parts = condition.all if isinstance(condition, AllOf) else condition.any
            every = isinstance(condition, AllOf)
            yield f"{lead}{_HEADS[every, holds]}"
            for number, part in enumerate(parts, start=1):
                yield from _condition(part, f"{number}. ", below)
        case NotOf():
            yield from _condition(condition.part, bullet, depth, holds=not holds)
        case Above():
            side = "lies above" if holds else "does not lie above"
            yield f"{lead}`{condition.figure}` {side} {condition.above:f}"
        case _:
            yield f"{lead}{_leaf(condition, holds=holds)}"


_HEADS = {
    (True, True): "all of:",
    (True, False): "not all of:",
    (False, True): "one of:",
    (False, False): "none of:",
}


def _leaf(key: str, *, holds: bool) -> str:
    if key == REACHED:
        return f"the AI Act {'reaches' if holds else 'does not reach'} the system or a model of yours (`{key}`)"
    return f"{stated(_FACTS[key], holds=holds)} (`{key}`)"


def _rows() -> Iterator[tuple[str, ...]]:
    for key, asked in LAUNCH_FACTS.items():
        yield f"`{key}`", asked.question, asked.matters
