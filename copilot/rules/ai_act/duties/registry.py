"""Every duty of the Act, in the order in which it is read: what must stop first, then by the articles."""

from __future__ import annotations

from copilot.rules.ai_act.duties import (
    conformity,
    deployer,
    derogated,
    distributor,
    importer,
    literacy,
    models,
    monitoring,
    prohibitions,
    provider,
    registration,
    representative,
    requirements,
    rights_impact,
    sector_law,
    transparency,
    value_chain,
)
from copilot.rules.ai_act.duties.rule import DutyRule

_TOPICS = (
    sector_law.DUTIES,
    literacy.DUTIES,
    prohibitions.DUTIES,
    derogated.DUTIES,
    requirements.DUTIES,
    provider.DUTIES,
    representative.DUTIES,
    importer.DUTIES,
    distributor.DUTIES,
    value_chain.DUTIES,
    deployer.DUTIES,
    rights_impact.DUTIES,
    conformity.DUTIES,
    registration.DUTIES,
    transparency.DUTIES,
    models.DUTIES,
    monitoring.DUTIES,
)

RULES: tuple[DutyRule, ...] = tuple(rule for topic in _TOPICS for rule in topic)
