"""The section on what is owed under the AI Act: each duty, on whom, on which ground, and what lightens it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from copilot.law import LawOnDay, Period, ProvisionId, label_of
from copilot.rules.ai_act.derogation import DEROGATION
from copilot.rules.ai_act.duties import BEARERS
from copilot.rules.ai_act.duties import rule as duty_rule
from copilot.rules.ai_act.duties.owed import VERSION
from copilot.rules.ai_act.duties.registry import RULES
from copilot.rules.ai_act.duties.rule import Case, DutyRule, Follows
from copilot.rules.ai_act.formula import all_of
from copilot.rules.fines.listing import listed
from copilot.rules.table.condition import Named, condition
from copilot.rules.table.notes import notes_of
from copilot.rules.table.section import Entry, Part, Section

_NAMED: Named = {DEROGATION: "the derogation of Art. 6(3) holds"}
_READ = (
    "A duty is owed where the person has the role, the system is in a tier the duty follows from, the condition of "
    "the case holds, and nothing excepts it. Reading the cases together, and the transitions of Article 111, are code "
    "(`copilot/rules/ai_act/duties`). From when a duty binds is read from the dates of its provision."
)


def section(law: LawOnDay) -> Section:
    """Every duty in its wording of the day, then those worded otherwise on other days."""
    of_the_day = [rule for rule in RULES if law.day in rule.in_force]
    other = tuple(
        _entry(rule, law.corpus.as_of(_nearest(rule.in_force, law.day)))
        for rule in RULES
        if law.day not in rule.in_force
    )
    parts = (
        Part(f"Owed by: {bearer}", tuple(_entry(rule, law) for rule in of_the_day if rule.role == bearer))
        for bearer in BEARERS
    )
    return Section(
        "AI Act: duties",
        (*(part for part in parts if part.entries), Part("Duties in another wording on other days", other)),
        (*notes_of(duty_rule), _READ),
    )


def _nearest(period: Period, day: date) -> date:
    """The day of a period that is nearest to one outside: its dates and its fine are told as they stood then."""
    return period.start if day < period.start or period.until is None else period.until - timedelta(days=1)


def _entry(rule: DutyRule, law: LawOnDay) -> Entry:
    return Entry(f"{_label(rule.provision)}: {rule.title}", tuple(_lines(rule, law)))


def _lines(rule: DutyRule, law: LawOnDay) -> Iterator[str]:
    yield f"`{rule.key}`, for the **{rule.role}**. {rule.what}"
    for case in rule.cases:
        yield from ("", *_owed(case))
        for exemption in case.unless:
            yield from ("", f"Except: {exemption.about} ({_label(exemption.provision)}), where:", "")
            yield from condition(exemption.holds, _NAMED)
    for relief in rule.reliefs:
        yield ""
        ground = f", for what is owed {_ground(relief.follows)}" if relief.follows else ""
        yield f"Lightened: {relief.about} ({_label(relief.provision)}){ground}, valid {relief.in_force}, where:"
        yield from ("", *condition(relief.holds, _NAMED))
    yield ""
    yield f"- Version {VERSION} of the rule, valid {rule.in_force}"
    if rule.also:
        yield f"- Rests on, too: {'; '.join(_label(one) for one in rule.also)}"
    yield f"- Shown by: {'; '.join(rule.evidence)}"
    yield f"- Fined by: {_fined(rule, law)}"
    yield from _dates(rule.provision, law)


def _owed(case: Case) -> tuple[str, ...]:
    ground = _ground(case.follows)
    if case.when == all_of():
        return (f"Owed {ground}.",)
    return (f"Owed {ground}, where:", "", *condition(case.when, _NAMED))


def _ground(follows: Follows) -> str:
    """The tiers it follows from, and the points that are meant or left out."""
    said = f"by {' or '.join(follows.sources)}"
    if follows.only:
        said += f", only {'; '.join(_label(one) for one in follows.only)}"
    if follows.but_not:
        said += f", but not {'; '.join(_label(one) for one in follows.but_not)}"
    return said


def _fined(rule: DutyRule, law: LawOnDay) -> str:
    listing = listed(rule.provision, law)
    return _label(listing.basis) if listing else "no list of Art. 99 or 101"


def _dates(provision: ProvisionId, law: LawOnDay) -> Iterator[str]:
    wordings = [each for each in law.corpus.timeline(provision) if law.day in each.in_force]
    for wording in wordings:
        stated = wording.applies_as_stated_on(law.day)
        for rule in sorted(stated, key=lambda one: (one.binds.start, str(one))):
            reading = " By one of two readings." if rule.disputed else ""
            yield f"- Binds {rule.binds}: {rule.condition} ({_label(rule.basis)}).{reading}"


def _label(provision: ProvisionId) -> str:
    return label_of(provision.segments)
