"""Who owes what to whom along the chain: Article 25(2), (3) and (4)."""

from __future__ import annotations

from copilot.law import Period
from copilot.rules.ai_act.annex_i import SAFETY_COMPONENT_OF_A_PRODUCT
from copilot.rules.ai_act.duties.rule import ANNEX_I_A, Bearer, DutyRule, duty
from copilot.rules.ai_act.formula import told
from copilot.rules.ai_act.rule import AMENDED, FIRST_WORDING, Exemption, act

_ONLY_OPEN_SOURCE = Exemption(
    "all parts are open-source and none is a general-purpose model",
    act("art-25/4"),
    told("operation.only_open_source_parts"),
)
_AGREEMENT = (
    "Fix by written agreement which information, capabilities, technical access and other help the "
    "provider needs from the supplier to meet the Act, by the acknowledged state of the art."
)
_HELP = (
    "The initial provider is no longer provider of this system, but cooperates with you: information, "
    "technical access and other help that can reasonably be expected, above all for the conformity "
    "assessment"
)


def _initial(what: str, in_force: Period) -> DutyRule:
    return duty(
        "initial-provider-help",
        "initial-provider-must-cooperate",
        "art-25/2",
        "The initial provider helps the new one",
        what,
        "Request to the initial provider and what it handed over",
        "Terms of the initial provider on changes of purpose",
        in_force=in_force,
    )


def _agreement(key: str, role: Bearer, parts: str, in_force: Period) -> DutyRule:
    return duty(
        key,
        role,
        "art-25/4",
        "Written agreement on supplied parts",
        f"{_AGREEMENT} It concerns {parts}.",
        "Written agreement with each supplier"
        if role == "provider"
        else "Written agreement with the provider",
        when=told("operation.uses_supplied_parts" if role == "provider" else "organisation.supplies_parts"),
        unless=(_ONLY_OPEN_SOURCE,),
        in_force=in_force,
    )


_AGREEING: tuple[tuple[str, Bearer], ...] = (
    ("agreement-with-suppliers", "provider"),
    ("agreement-with-provider", "supplier"),
)
_PARTS = "systems, tools, services, components and processes"
AGREEMENTS = tuple(
    _agreement(key, role, parts, in_force)
    for parts, in_force in ((_PARTS, FIRST_WORDING), (f"models, {_PARTS}", AMENDED))
    for key, role in _AGREEING
)

MANUFACTURER = duty(
    "manufacturer-as-provider",
    "product-manufacturer",
    "art-25/3",
    "Act as the provider of the safety component",
    "You count as provider, and owe all that Art. 16 lists, where the component comes on the market with "
    "your product, or into service later, under your name.",
    "Decision on who is provider, and the contract with the supplier",
    follows=ANNEX_I_A,
    when=SAFETY_COMPONENT_OF_A_PRODUCT,
    also="art-16",
)

DUTIES = (
    _initial(
        f"{_HELP}. This is not owed where it had clearly ruled out a change into a high-risk system.",
        FIRST_WORDING,
    ),
    _initial(
        f"{_HELP}; among them sufficient technical documentation, known limits and failure modes, and "
        "access for tests. This is not owed where it had clearly ruled out a change into a high-risk "
        "system.",
        AMENDED,
    ),
    MANUFACTURER,
    *AGREEMENTS,
)
