"""Safety components and products under the laws of Annex I: Art. 6(1) to (1c), with Art. 3(14)."""

from __future__ import annotations

from copilot.law import Period
from copilot.rules.ai_act.formula import Formula, all_of, none_of, one_of, told
from copilot.rules.ai_act.rule import AMENDED, FIRST_WORDING, Rule, Tier, act

VERSION = "1"

SAFETY_COMPONENT_UNTIL_2026 = one_of(
    "safety.function", "safety.failure_endangers_health", "safety.failure_endangers_property"
)
SAFETY_COMPONENT = one_of(
    "safety.failure_endangers_health",
    all_of(
        one_of("safety.function", "safety.failure_endangers_property"),
        none_of("safety.only_convenience"),
    ),
)
"""Art. 6(1a) takes convenience out; Art. 6(1b) brings back what endangers health and safety, not property."""

_QUESTION = "Is it a safety component of, or itself, a product that needs third-party assessment?"
_MATTERS = {
    "a": "Under a law of Section A the whole regime for high-risk systems applies.",
    "b": "Under a law of Section B only what Art. 2(2) lists applies, above all Art. 6(1).",
}


def _route(tier: Tier, section: str, in_force: Period) -> Rule:
    amended = in_force is AMENDED
    component = SAFETY_COMPONENT if amended else SAFETY_COMPONENT_UNTIL_2026
    assessed: Formula = told("product.third_party_assessment")
    if amended:
        assessed = all_of(assessed, none_of("product.only_other_risks"))
    return Rule(
        tier=tier,
        provision=act(f"anx-1/sec-{section}"),
        question=f"{_QUESTION} (Annex I, Section {section.upper()})",
        matters=_MATTERS[section],
        elements=all_of(
            f"product.section_{section}" + ("" if amended else "_until_2026"),
            one_of("product.is_product", all_of("product.component", component)),
            assessed,
        ),
        in_force=in_force,
        also=(
            act("art-6/1"),
            act("art-3/14"),
            *((act("art-6/1a"), act("art-6/1b"), act("art-6/1c")) if amended else ()),
            *((act("art-2/2"),) if section == "b" else ()),
        ),
        dated=(act("art-6/1"),) if section == "b" else (act("art-6/1"), act("art-8"), act("art-43")),
        version=VERSION,
    )


_SECTIONS: tuple[tuple[Tier, str], ...] = (("high-risk-annex-i-a", "a"), ("high-risk-annex-i-b", "b"))
ROUTES = tuple(
    _route(tier, section, in_force) for in_force in (FIRST_WORDING, AMENDED) for tier, section in _SECTIONS
)
SAFETY_COMPONENT_OF_A_PRODUCT = told("product.component")
"""What Art. 25(3) asks besides a high-risk system of Section A: a component, not the product itself."""
