"""Who is who: the operators of Article 3(3) to (8), and how a role changes by Article 25."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from copilot.law import ProvisionId
from copilot.rules.ai_act.formula import Formula, all_of, none_of, one_of, told
from copilot.rules.ai_act.rule import Exemption, act

VERSION = "1"

Role: TypeAlias = Literal[
    "provider",
    "deployer",
    "authorised-representative",
    "importer",
    "distributor",
    "product-manufacturer",
    "initial-provider-must-cooperate",
]
Needs: TypeAlias = Literal["high-risk", "safety-component-of-annex-i-a"]


@dataclass(frozen=True, slots=True, eq=False)
class RoleRule:
    """When somebody has a role. ``needs`` is what the system must be, besides, as it is now."""

    role: Role
    provision: ProvisionId
    question: str
    matters: str
    elements: Formula
    needs: Needs | None = None
    exemptions: tuple[Exemption, ...] = ()


_INITIAL = all_of("roles.developed", "roles.own_name")
_IMPORTER = all_of("roles.imports", "roles.in_union")
_NOT_INITIAL = none_of(_INITIAL)
_BY_NAME = all_of(_NOT_INITIAL, "change.renamed", "change.was_high_risk")
_BY_MODIFYING = all_of(_NOT_INITIAL, "change.substantially_modified", "change.was_high_risk")
_BY_PURPOSE = all_of(_NOT_INITIAL, "change.purpose_changed", none_of("change.was_high_risk"))

BY_DEFINITION = (
    RoleRule(
        "provider",
        act("art-3/3"),
        "Are you its provider?",
        "A provider develops it, or has it developed, and places it or puts it into service under its name.",
        _INITIAL,
    ),
    RoleRule(
        "deployer",
        act("art-3/4"),
        "Are you a deployer?",
        "A deployer uses it under its authority; personal non-professional use does not count.",
        all_of("roles.uses", none_of("roles.personal_use")),
    ),
    RoleRule(
        "authorised-representative",
        act("art-3/5"),
        "Are you a provider's authorised representative?",
        "A representative is in the Union and has accepted a written mandate.",
        all_of("roles.mandated", "roles.in_union"),
    ),
    RoleRule(
        "importer",
        act("art-3/6"),
        "Are you an importer?",
        "An importer is in the Union and places a third-country person's system on the market.",
        _IMPORTER,
    ),
    RoleRule(
        "distributor",
        act("art-3/7"),
        "Are you a distributor?",
        "A distributor makes it available on the Union market, being neither provider nor importer.",
        all_of("roles.distributes", none_of(_INITIAL), none_of(_IMPORTER)),
    ),
    RoleRule(
        "product-manufacturer",
        act("art-2/1/e"),
        "Are you a product manufacturer?",
        "A manufacturer places it, or puts it into service, with its product and under its own name.",
        told("roles.product_manufacturer"),
    ),
)

BY_CHANGE = (
    RoleRule(
        "provider",
        act("art-25/1/a"),
        "Did you become the provider by putting your name on it?",
        "Who puts a name or trademark on a high-risk system already there counts as its provider; a contract may "
        "allocate the obligations otherwise.",
        _BY_NAME,
        needs="high-risk",
    ),
    RoleRule(
        "provider",
        act("art-25/1/b"),
        "Did you become the provider by modifying it substantially?",
        "Who modifies a high-risk system substantially counts as its provider, if it remains high-risk.",
        _BY_MODIFYING,
        needs="high-risk",
    ),
    RoleRule(
        "provider",
        act("art-25/1/c"),
        "Did you become the provider by changing its intended purpose?",
        "Who turns a system that was not high-risk into one that is counts as its provider.",
        _BY_PURPOSE,
        needs="high-risk",
    ),
    RoleRule(
        "initial-provider-must-cooperate",
        act("art-25/2"),
        "Must the initial provider, who drops out, cooperate with you?",
        "It must, unless it had clearly specified that the system is not to become high-risk.",
        all_of(one_of(_BY_NAME, _BY_MODIFYING, _BY_PURPOSE), none_of("change.initial_provider_forbade")),
        needs="high-risk",
    ),
    RoleRule(
        "provider",
        act("art-25/3/a"),
        "Are you the provider because your product carries it under your name?",
        "For safety components of Annex I, Section A, the product manufacturer is the provider.",
        told("roles.product_manufacturer"),
        needs="safety-component-of-annex-i-a",
    ),
    RoleRule(
        "provider",
        act("art-25/3/b"),
        "Are you the provider because it was put into service under your name after your product?",
        "For safety components of Annex I, Section A, the product manufacturer is the provider.",
        told("roles.manufacturer_later"),
        needs="safety-component-of-annex-i-a",
    ),
)

ROLES = BY_DEFINITION + BY_CHANGE
