"""All rules on entities in the order of the Regulation."""

from __future__ import annotations

from copilot.rules.sfdr.criterion import Criterion
from copilot.rules.sfdr.duty import Duty
from copilot.rules.sfdr.entity import adverse_impacts, advice, capacity, policies, publication
from copilot.rules.sfdr.entity.capacity import Limb

LIMBS: tuple[Limb, ...] = (*capacity.PARTICIPANTS, *capacity.ADVISERS)
CRITERIA: tuple[Criterion, ...] = (*capacity.CRITERIA, *adverse_impacts.CRITERIA)
DUTIES: tuple[Duty, ...] = (
    *policies.DUTIES,
    *adverse_impacts.DUTIES,
    *advice.DUTIES,
    *publication.DUTIES,
)
