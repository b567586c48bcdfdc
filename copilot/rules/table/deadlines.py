"""The section on deadlines: what each event sets running, by the law of a day.

The rules on deadlines are code. Each is asked with nothing told, and then with each fact told yes or no, so
that every duty it knows is listed, with what it depends on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from copilot.law import LawOnDay
from copilot.rules.binding import cited
from copilot.rules.deadlines import Deadline, Deadlines, Event, Fact, deadlines
from copilot.rules.deadlines.facts import question_for
from copilot.rules.deadlines.registry import RULES, Rule
from copilot.rules.table.notes import plain
from copilot.rules.table.section import Entry, Part, Section, grid

_REGIMES = {"ai-act": "AI Act", "gdpr": "GDPR", "mar": "Market abuse", "sfdr": "SFDR"}
_CODE = (
    "The rules are code and not data (`copilot/rules/deadlines`). What follows is what each of them answers: first "
    "with nothing told, so with every duty that is possible; then what changes where one fact is told. A clock "
    "counts from the moment the event became known, or from the moment the law counts from."
)


def section(law: LawOnDay) -> Section:
    """Each event, with the duties it sets running."""
    parts = (Part(heading, tuple(_events(regime, law))) for regime, heading in _REGIMES.items())
    return Section("Deadlines", tuple(parts), (_CODE,))


def _events(regime: str, law: LawOnDay) -> Iterator[Entry]:
    for event, rule in RULES.items():
        if rule.regime == regime:
            yield Entry(event, tuple(_event(event, rule, law)))


def _event(event: Event, rule: Rule, law: LawOnDay) -> Iterator[str]:
    yield plain(rule.find.__doc__)
    yield from ("", f"- Version {rule.version} of the rule, valid {rule.valid}")
    if law.day not in rule.valid:
        yield f"- Not asked as of {law.day}: the rule was written for the law {rule.valid}"
        return
    if rule.facts:
        yield from ("", *grid(("fact", "question", "why it matters"), tuple(_facts(rule))))
    yield ""
    nothing_told = _asked(event, rule, law, {})
    counted = {figure.name: f"{figure.value} {figure.unit}" for figure in nothing_told.result.figures}
    yield from (f"- {_duty(each, counted, law)}" for each in nothing_told.deadlines)
    for fact in rule.facts:
        for answer in (True, False):
            told = _asked(event, rule, law, {fact: answer})
            changes = "; ".join(_changes(nothing_told.deadlines, told.deadlines, law))
            if changes:
                yield f"- Where `{fact}` is {'yes' if answer else 'no'}: {changes}"


def _facts(rule: Rule) -> Iterator[tuple[str, ...]]:
    for fact in rule.facts:
        asked = question_for(fact)
        yield f"`{fact}`", asked.question, asked.matters


def _asked(event: Event, rule: Rule, law: LawOnDay, facts: Mapping[Fact, bool | None]) -> Deadlines:
    known_at = datetime(law.day.year, law.day.month, law.day.day, tzinfo=UTC)
    return deadlines(
        event, known_at, rule.regime, zone=ZoneInfo("UTC"), law=law, facts=facts, holidays=None
    )


def _duty(each: Deadline, counted: dict[str, str], law: LawOnDay) -> str:
    """One duty in one line: whose, to whom, how soon, what is in it, and what it depends on."""
    said = [f"{each.who}: {each.duty}"]
    if each.addressee:
        said.append(f"to {each.addressee}")
    if each.pace:
        said.append(each.pace)
    if str(each.basis) in counted:
        said.append(f"clock: {counted[str(each.basis)]}")
    if each.only_if:
        said.append(f"only if {each.only_if}")
    if each.through:
        said.append(f"through {cited(law, each.through)}")
    contents = f" Contents: {', '.join(each.contents)}." if each.contents else ""
    note = f" {each.note}" if each.note else ""
    status = "" if each.status == "binds" else f" On {law.day}: {each.status}."
    return f"{'; '.join(said)} ({cited(law, each.basis)}).{contents}{note}{status}"


def _changes(before: tuple[Deadline, ...], after: tuple[Deadline, ...], law: LawOnDay) -> Iterator[str]:
    """What falls away by an answer, what comes in, and what goes to somebody else or says more."""
    old, new = ({(each.duty, each.who, each.basis): each for each in found} for found in (before, after))
    yield from (f"not: {_short(each, law)}" for key, each in old.items() if key not in new)
    for key, each in new.items():
        if key not in old:
            yield f"also: {_duty(each, {}, law)}"
            continue
        if each.addressee != old[key].addressee:
            yield f"{_short(each, law)} goes to {each.addressee}"
        if more := [part for part in each.contents if part not in old[key].contents]:
            yield f"{_short(each, law)} contains {', '.join(more)}"


def _short(each: Deadline, law: LawOnDay) -> str:
    return f"{each.duty} ({cited(law, each.basis)})"
