"""The EU AI Act as rules: facts of three values in, every tier that is certain or still possible out."""

from copilot.rules.ai_act.classification import classify
from copilot.rules.ai_act.dates import Binds
from copilot.rules.ai_act.facts import FACTS, AISystem, Fact
from copilot.rules.ai_act.lessening import lessens
from copilot.rules.ai_act.reading import form, read_system, system_from
from copilot.rules.ai_act.role_change import Alteration, RoleChange, what_if
from copilot.rules.ai_act.roles import Role
from copilot.rules.ai_act.rule import Party, Tier
from copilot.rules.ai_act.verdict import Certainty, Classification, Exclusion, Finding, RoleFinding

__all__ = [
    "FACTS",
    "AISystem",
    "Alteration",
    "Binds",
    "Certainty",
    "Classification",
    "Exclusion",
    "Fact",
    "Finding",
    "Party",
    "Role",
    "RoleChange",
    "RoleFinding",
    "Tier",
    "classify",
    "form",
    "lessens",
    "read_system",
    "system_from",
    "what_if",
]
