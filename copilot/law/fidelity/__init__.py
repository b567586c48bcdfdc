"""Holding the digest against the official text: is every operative element kept, and nothing copied?"""

from copilot.law.fidelity.copying import FixedTerms, shipped_fixed_terms
from copilot.law.fidelity.editions import Edition, editions_in
from copilot.law.fidelity.report import EditionReport, FaultKind, UnitFault, check_edition

__all__ = [
    "Edition",
    "EditionReport",
    "FaultKind",
    "FixedTerms",
    "UnitFault",
    "check_edition",
    "editions_in",
    "shipped_fixed_terms",
]
