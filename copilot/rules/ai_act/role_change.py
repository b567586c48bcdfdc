"""What-ifs of Article 25: what becomes of roles, tiers and duties when somebody changes another's system.

No law of its own: the change is put into the facts, and the system is classified and its duties are read anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Literal, TypeAlias

from copilot.errors import ToolInputError
from copilot.law import ProvisionId, label_of
from copilot.rules.ai_act.duties import Duties, Duty, duties
from copilot.rules.ai_act.facts import AISystem, Topic
from copilot.rules.ai_act.facts.topic import Asked
from copilot.rules.ai_act.roles import Role
from copilot.rules.ai_act.rule import Tier, act
from copilot.rules.ai_act.verdict import Certainty
from copilot.rules.result import Step, ToolResult

TOOL = "ai_act_role_change"
VERSION = "1"

Alteration: TypeAlias = Literal["rename", "modify", "change-purpose", "integrate"]
"""Put the own name on it; modify it substantially; give it another purpose; build it into the own product."""

_BY: dict[Alteration, ProvisionId] = {
    "rename": act("art-25/1/a"),
    "modify": act("art-25/1/b"),
    "change-purpose": act("art-25/1/c"),
    "integrate": act("art-25/3"),
}
_HIGH_RISK: tuple[Tier, ...] = ("high-risk-annex-iii", "high-risk-annex-i-a", "high-risk-annex-i-b")
_INITIAL: Role = "initial-provider-must-cooperate"
_SURENESS: tuple[Certainty, ...] = ("possible", "if-in-scope", "certain")


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A change, and all that it changes.

    ``gained`` are duties that are surer after the change than before, or new; ``lost`` the other way round.
    ``initial_provider`` is what the one who drops out still owes.
    """

    change: Alteration
    before: Duties
    after: Duties
    gained: tuple[Duty, ...]
    lost: tuple[Duty, ...]
    initial_provider: tuple[Duty, ...]

    @property
    def becomes_provider(self) -> Certainty | None:
        """Whether the change makes the person the provider; none where it does not, or where it was already."""
        if _provider(self.before) == "certain":
            return None
        return _provider(self.after)

    @property
    def verdict(self) -> str:
        """The result in one line."""
        label = label_of(_BY[self.change].segments)
        if _provider(self.before) == "certain":
            role = "you are the provider already, so no role changes"
        else:
            role = {
                "certain": f"you become the provider of a high-risk system: {label}",
                "if-in-scope": f"you become the provider if the Act reaches the system: {label}",
                "possible": f"you may become the provider; open facts decide: {label}",
                None: "you do not become the provider",
            }[self.becomes_provider]
        return f"{role}; {len(self.gained)} duties gained or surer, {len(self.lost)} lost or less sure"

    def as_tool_result(self) -> ToolResult:
        """The same as any deterministic tool hands it over."""
        after = self.after
        return ToolResult(
            tool=TOOL,
            version=VERSION,
            as_of=after.as_of,
            inputs={
                "change": self.change,
                "before": dict(self.before.classification.inputs),
                "after": dict(after.classification.inputs),
            },
            verdict=self.verdict,
            steps=(*_steps(self), *after.steps),
            citations=tuple(dict.fromkeys((_BY[self.change], *after.as_tool_result().citations))),
            open_questions=after.open_questions,
        )


def what_if(
    system: AISystem, change: Alteration, as_of: date, *, then: AISystem | None = None
) -> RoleChange:
    """What a change would do to a system that another placed on the market or put into service.

    ``system`` is told as it is now. ``then`` holds the facts that are different afterwards: those of the new
    purpose, or of the product it is built into. ``ToolInputError`` where a change of purpose has no new one.
    """
    if change == "change-purpose" and then is None:
        raise ToolInputError(
            "a change of purpose needs the facts of the new purpose",
            remedy="Tell what the system is meant for afterwards, in a file of facts like the first.",
        )
    before = duties(system, as_of)
    after = duties(_changed(system, change, before, then), as_of)
    return RoleChange(
        change=change,
        before=before,
        after=after,
        gained=tuple(_surer(after, before)),
        lost=tuple(_surer(before, after)),
        initial_provider=tuple(duty for duty in after.duties if duty.role == _INITIAL),
    )


def _changed(system: AISystem, change: Alteration, before: Duties, then: AISystem | None) -> AISystem:
    """The facts after the change. That another was the provider until now is the premise of Article 25(1)."""
    roles = system.roles
    if change == "integrate":
        roles = replace(roles, product_manufacturer=True)
    elif roles.developed is None:
        roles = replace(roles, developed=False)
    if change == "rename":
        roles = replace(roles, own_name=True)
    changed = replace(system, roles=roles)
    if then is not None:
        changed = _with_facts(changed, then)
    if change == "integrate":
        return changed
    done = replace(
        changed.change,
        involved=True,
        was_high_risk=_was_high_risk(before),
        renamed=change == "rename" or changed.change.renamed,
        substantially_modified=change == "modify" or changed.change.substantially_modified,
        purpose_changed=change == "change-purpose" or changed.change.purpose_changed,
    )
    return replace(changed, change=done)


def _with_facts(system: AISystem, then: AISystem) -> AISystem:
    """Every fact that is told anew replaces the old one; a yes within a topic answers its first question, too."""
    told: dict[str, Any] = {}  # each field of a system has a type of its own
    for topic in fields(AISystem):
        if isinstance(topic.default, Topic) and getattr(then, topic.name) != topic.default:
            told[topic.name] = _anew(getattr(system, topic.name), getattr(then, topic.name))
    return replace(system, **told)


def _anew(old: Topic, new: Topic) -> Topic:
    entries = fields(new)  # type: ignore[arg-type]  # each topic is a dataclass
    told = {entry.name: value for entry in entries if (value := getattr(new, entry.name)) is not None}
    within = {entry.name for entry in entries if entry.metadata[Asked].within}
    if new.gate is not None and any(told.get(name) for name in within):
        told.setdefault(new.gate, True)
    return replace(old, **told)  # type: ignore[type-var]  # each topic is a dataclass


def _was_high_risk(before: Duties) -> bool | None:
    found = [one.certainty for one in before.classification.findings if one.tier in _HIGH_RISK]
    if not found:
        return False
    return True if "certain" in found else None


def _provider(result: Duties) -> Certainty | None:
    found = [one.certainty for one in result.classification.roles if one.role == "provider"]
    return max(found, key=_SURENESS.index, default=None)


def _surer(one: Duties, other: Duties) -> Iterator[Duty]:
    """Duties of the one result that the other does not hold, or not as surely."""
    sureness = {(duty.role, duty.key): _SURENESS.index(duty.certainty) for duty in other.duties}
    for duty in one.duties:
        if _SURENESS.index(duty.certainty) > sureness.get((duty.role, duty.key), -1):
            yield duty


def _steps(change: RoleChange) -> Iterator[Step]:
    if change.change == "rename":
        yield Step(
            "May a contract share out the duties otherwise?",
            "yes, between the parties",
            "Who puts a name on a system is its provider without prejudice to such contracts.",
            _BY["rename"],
        )
    for when, result in (("before", change.before), ("after", change.after)):
        roles = ", ".join(
            dict.fromkeys(f"{one.role} ({one.certainty})" for one in result.classification.roles)
        )
        yield Step(
            f"Which roles and tiers are there {when} the change?",
            f"{roles or 'no role'}; {result.classification.verdict}",
            "Article 25 makes another the provider only by what the change makes of the system.",
            _BY[change.change],
        )
