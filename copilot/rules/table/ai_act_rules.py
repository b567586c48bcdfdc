"""A rule, or a role, of the AI Act as an entry: its condition, its exemptions, and what follows."""

from __future__ import annotations

from collections.abc import Iterator

from copilot.law import ProvisionId, label_of
from copilot.rules.ai_act.roles import VERSION as ROLES_VERSION
from copilot.rules.ai_act.roles import Needs, RoleRule
from copilot.rules.ai_act.rule import Exemption, Rule
from copilot.rules.table.condition import Named, condition
from copilot.rules.table.section import Entry

_NEEDED: dict[Needs, str] = {
    "high-risk": "the Act reaches the system, and it is high-risk as it is now.",
    "safety-component-of-annex-i-a": (
        "the Act reaches the system, and it is high-risk under Annex I, Section A, as a component."
    ),
}


def rule_entry(rule: Rule, named: Named) -> Entry:
    """What one provision makes of the facts."""
    return Entry(f"{label(rule.provision)}: {rule.question}", tuple(_rule_lines(rule, named)))


def role_entry(role: RoleRule, named: Named) -> Entry:
    """When somebody has a role."""
    return Entry(f"{label(role.provision)}: {role.question}", tuple(_role_lines(role, named)))


def dated_by(rule: Rule) -> tuple[ProvisionId, ...]:
    """The provisions whose dates say from when the consequences of a rule bind."""
    return rule.dated or (rule.provision,)


def label(provision: ProvisionId) -> str:
    """What people write for a provision of the Act."""
    return label_of(provision.segments)


def _rule_lines(rule: Rule, named: Named) -> Iterator[str]:
    yield f"Tier: **{rule.tier}**. {rule.matters}"
    yield from _conditions(rule, named)
    yield ""
    yield f"- Version {rule.version} of the rule, valid {rule.in_force}"
    if rule.owed_by:
        yield f"- Owed by: the {rule.owed_by}"
    if rule.also:
        yield f"- Leans on, too: {'; '.join(label(one) for one in rule.also)}"
    yield f"- Binds by the dates of: {'; '.join(label(one) for one in dated_by(rule))}"


def _role_lines(role: RoleRule, named: Named) -> Iterator[str]:
    yield f"Role: **{role.role}**. {role.matters}"
    yield from _conditions(role, named)
    if role.needs:
        yield from ("", f"Besides: {_NEEDED[role.needs]}")
    yield from ("", f"- Version {ROLES_VERSION} of the rule")


def _conditions(rule: Rule | RoleRule, named: Named) -> Iterator[str]:
    yield from ("", "Met where:", "", *condition(rule.elements, named))
    for exemption in rule.exemptions:
        yield from _exemption(exemption, named)


def _exemption(exemption: Exemption, named: Named) -> Iterator[str]:
    yield from ("", f"Except: {exemption.about} ({label(exemption.provision)}), where:", "")
    yield from condition(exemption.holds, named)
