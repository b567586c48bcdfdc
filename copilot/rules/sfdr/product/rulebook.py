"""All rules on products: what every product owes, then what Articles 8 and 9 add."""

from __future__ import annotations

from copilot.rules.sfdr.criterion import Criterion
from copilot.rules.sfdr.duty import Duty
from copilot.rules.sfdr.product import (
    characteristics,
    every_product,
    objective,
    regime,
    sustainable_investment,
    taxonomy,
    website_and_reports,
)

CRITERIA: tuple[Criterion, ...] = (*sustainable_investment.CRITERIA, *regime.CRITERIA)
DUTIES: tuple[Duty, ...] = (
    *every_product.DUTIES,
    *characteristics.DUTIES,
    *objective.DUTIES,
    *taxonomy.DUTIES,
    *website_and_reports.DUTIES,
)
