"""The tool: from when a provision binds whom, as the law stood on a day."""

from __future__ import annotations

from datetime import date

from copilot.law import Application, Condition, LawOnDay, Period, ProvisionId
from copilot.rules.binding import binding, cited
from copilot.rules.result import Step, ToolResult

TOOL = "application"
VERSION = "1"

_ROUTES = {"annex-i": "high-risk under Annex I", "annex-iii": "high-risk under Annex III"}


def application_of(law: LawOnDay, provision_id: ProvisionId) -> ToolResult:
    """Each date from which a provision binds, for whom, by which provision, with both readings of a disputed one.

    The dates are those the law gave on the day asked about: an amendment may have moved them since.
    """
    wording = law.provision(provision_id)
    rules = sorted(wording.applies_as_stated_on(law.day), key=_order)
    clock, name = binding(law, provision_id), cited(law, provision_id)
    return ToolResult(
        tool=TOOL,
        version=VERSION,
        as_of=law.day,
        inputs={"provision": str(provision_id)},
        verdict=_verdict(name, rules, law.day),
        steps=tuple(_step(name, rule, law.day) for rule in rules) or (clock.step,),
        citations=tuple(dict.fromkeys((wording.id, *(rule.basis for rule in rules)))),
        open_questions=(clock.open_question,) if clock.open_question else (),
    )


def written(day: date) -> str:
    """A day as people write it: 2 December 2027."""
    return f"{day.day} {day:%B} {day.year}"


def _order(rule: Application) -> tuple[bool, date, str]:
    """The plain case before that of what was on the market already."""
    return rule.condition.placed_before is not None, rule.binds.start, str(rule.condition)


def _verdict(name: str, rules: list[Application], day: date) -> str:
    if not rules:
        return f"the texts held give no date from which {name} applies"
    cases = "; ".join(f"{_span(rule.binds)} to {_whom(rule.condition)}" for rule in rules)
    return f"as the law stood on {written(day)}, {name} applies {cases}"


def _step(name: str, rule: Application, day: date) -> Step:
    bound = "it applies" if day in rule.binds else "it does not apply yet"
    if rule.binds.until is not None and rule.binds.until <= day:
        bound = "it applies no longer"
    return Step(
        question=f"From when does {name} apply to {_whom(rule.condition)}?",
        found=f"{_span(rule.binds)}: on {written(day)} {bound}",
        matters=f"One of several readings: {rule.reading}."
        if rule.reading
        else "A duty that does not apply yet is not owed.",
        provision=rule.basis,
    )


def _whom(condition: Condition) -> str:
    if condition == Condition():
        return "everyone"
    said = [condition.operator and f"a {condition.operator.replace('-', ' ')}"]
    system = [
        condition.route and f"is {_ROUTES[condition.route]}",
        condition.placed_before and f"was placed on the market before {written(condition.placed_before)}",
        condition.placed_from and f"is placed on the market from {written(condition.placed_from)}",
        condition.changed_from
        and f"is changed significantly in design from {written(condition.changed_from)}",
    ]
    if any(system):
        said.append("an AI system that " + " and ".join(part for part in system if part))
    said.append(condition.note)
    return ", ".join(part for part in said if part)


def _span(binds: Period) -> str:
    until = f" until {written(binds.until)}" if binds.until else ""
    return f"from {written(binds.start)}{until}"
