"""What SFDR asks for a financial product: which disclosures, in which document, in which template."""

from copilot.rules.sfdr.product.documents import document_steps
from copilot.rules.sfdr.product.regime import NO_LABEL, REGIMES, Regime, remark
from copilot.rules.sfdr.product.rulebook import CRITERIA, DUTIES

__all__ = ["CRITERIA", "DUTIES", "NO_LABEL", "REGIMES", "Regime", "document_steps", "remark"]
