"""Fines on Union institutions, bodies, offices and agencies: Article 100 of the AI Act. No turnover counts."""

from __future__ import annotations

from decimal import Decimal

from copilot.law import LawOnDay, ProvisionId
from copilot.rules.binding import cited
from copilot.rules.fines.finding import Clocks, Finding, ceiling_figures, limit_figures, where_named
from copilot.rules.fines.limits import Ceiling
from copilot.rules.fines.listing import asked_which_duty, listed
from copilot.rules.result import Step

_WHO = ProvisionId.parse("eu-ai-act/art-100/1")
_PROHIBITION = ProvisionId.parse("eu-ai-act/art-100/2")
_OTHER = ProvisionId.parse("eu-ai-act/art-100/3")
_SUMS = {_PROHIBITION: Decimal(1_500_000), _OTHER: Decimal(750_000)}


def fine_of_union_body(provision: ProvisionId, law: LawOnDay) -> Finding:
    """One sum for the prohibitions of Article 5, half of it for every other requirement or obligation."""
    listing = listed(provision, law)
    basis = _PROHIBITION if listing and listing.tier == "prohibition" else _OTHER
    total = _SUMS[basis]
    ceiling = Ceiling(total, total)
    clocks = Clocks.of(law, (provision, basis))
    who = Step(
        question="Who imposes the fine?",
        found="the European Data Protection Supervisor",
        matters="It decides the procedure and the remedies.",
        provision=_WHO,
    )
    return Finding(
        verdict=clocks.said_of(f"administrative fine {ceiling} under {cited(law, basis)}", law.day),
        basis=basis,
        status=clocks.status,
        steps=(where_named(law, provision, cited(law, basis), basis), *clocks.steps, who),
        figures=(*limit_figures(total, None, None), *ceiling_figures(ceiling)),
        open_questions=(*asked_which_duty(provision, law), *clocks.open_questions),
        ceiling=ceiling,
    )
