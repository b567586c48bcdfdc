"""Facts on whether the Act reaches a system at all, and who is asking: Articles 2, 3 and 25."""

# ruff: noqa: RUF009  # asked() and within() make fields

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from copilot.rules.ai_act.facts.topic import Topic, asked, within
from copilot.rules.telling import UNLESS_UNKNOWN, Day, Said


@dataclass(frozen=True, slots=True)
class Nature(Topic):
    """The elements of the definition of an AI system."""

    machine_based: Said = asked("Is it machine-based?", "An AI system is machine-based: Art. 3(1).")
    autonomous: Said = asked(
        "Is it designed to operate with some degree of autonomy?",
        "An AI system operates with varying levels of autonomy: Art. 3(1).",
    )
    infers: Said = asked(
        "Does it infer from its input how to generate outputs, beyond executing rules people wrote?",
        "Inference is what sets an AI system apart from other software: Art. 3(1).",
    )
    influences: Said = asked(
        "Can its outputs (predictions, content, recommendations, decisions) influence their environment?",
        "Outputs of an AI system can influence physical or virtual environments: Art. 3(1).",
    )
    model_only: Said = asked(
        "Is it a model on its own, with no system built around it?",
        "Rules for systems do not reach a bare model; general-purpose models have their own.",
    )


@dataclass(frozen=True, slots=True)
class Scope(Topic):
    """What Article 2 leaves out of the Act."""

    exclusively_defence: Said = asked(
        "Is it placed on the market, put into service or used exclusively for military, defence or national "
        "security purposes?",
        "Exclusive use for these purposes is outside the Act; mixed use is not: Art. 2(3), second subparagraph.",
    )
    output_exclusively_defence: Said = asked(
        "Does its output serve national security, defence or the military only, where it is used in the Union?",
        "Then a system that is not on the Union market is outside the Act: Art. 2(3), third subparagraph.",
    )
    foreign_cooperation: Said = asked(
        "Are you a public authority of a third country, or an international organisation, that uses it in law "
        "enforcement or judicial cooperation with the Union or a Member State?",
        "Such a user is outside the Act where safeguards are adequate, who supplies it is not: Art. 2(4).",
    )
    adequate_safeguards: Said = asked(
        "Does that third country or organisation provide adequate safeguards for individuals' rights?",
        "Without them the exclusion for such cooperation does not hold: Art. 2(4).",
    )
    sole_research: Said = asked(
        "Was it specifically developed and put into service for scientific research and development only?",
        "It must be the sole purpose; then the Act does not apply: Art. 2(6).",
    )
    before_market: Said = asked(
        "Is it only being researched, tested or developed, before placing on the market or into service?",
        "The Act does not reach such activity yet: Art. 2(8).",
    )
    real_world_testing: Said = asked(
        "Is it being tested in real-world conditions?",
        "Testing in real-world conditions is never left out: Art. 2(8).",
    )
    open_source: Said = asked(
        "Is the system released under a free and open-source licence?",
        "Such systems are left out unless they are high-risk or fall under Art. 5 or 50: Art. 2(12).",
    )


@dataclass(frozen=True, slots=True)
class Nexus(Topic):
    """What ties a system to the Union."""

    placed_in_union: Said = asked(
        "Is it placed on the Union market or put into service in the Union?",
        "Then the Act applies, wherever the provider is established: Art. 2(1)(a).",
    )
    deployer_in_union: Said = asked(
        "Is a deployer established or located in the Union?",
        "Then the Act applies to that deployer: Art. 2(1)(b).",
    )
    output_used_in_union: Said = asked(
        "Is its output used in the Union?",
        "Then the Act applies to providers and deployers in third countries, too: Art. 2(1)(c).",
    )
    affected_in_union: Said = asked(
        "Are persons affected by it located in the Union?",
        "The Act applies to affected persons in the Union: Art. 2(1)(g).",
    )


@dataclass(frozen=True, slots=True)
class Market(Topic):
    """When the system reached the market."""

    placed_on: Annotated[Day | None, UNLESS_UNKNOWN] = asked(
        "On which day was it first placed on the market or put into service?",
        "Systems that were there before a date have transitions of their own: Art. 111.",
    )


@dataclass(frozen=True, slots=True)
class Roles(Topic):
    """What the person asking does with the system."""

    developed: Said = asked(
        "Did you develop it, or have it developed?", "One of the two elements of a provider: Art. 3(3)."
    )
    own_name: Said = asked(
        "Do you place it on the market or put it into service under your own name or trademark?",
        "One of the two elements of a provider: Art. 3(3).",
    )
    uses: Said = asked("Do you use it under your authority?", "That makes a deployer: Art. 3(4).")
    personal_use: Said = asked(
        "Do you use it as a natural person, for something purely personal and non-professional?",
        "Such use makes no deployer and carries no deployer's duties: Art. 3(4), 2(10).",
    )
    in_union: Said = asked(
        "Are you established or located in the Union?",
        "Importers and authorised representatives are: Art. 3(5) and (6).",
    )
    mandated: Said = asked(
        "Have you accepted a provider's written mandate to act for it under the Act?",
        "That makes an authorised representative: Art. 3(5).",
    )
    imports: Said = asked(
        "Do you place on the Union market a system that bears the name or trademark of a person established "
        "in a third country?",
        "That makes an importer: Art. 3(6).",
    )
    distributes: Said = asked(
        "Do you make it available on the Union market as another link of the supply chain?",
        "That makes a distributor, unless you are its provider or importer: Art. 3(7).",
    )
    product_manufacturer: Said = asked(
        "Do you place it on the market, or put it into service, together with your product and under your "
        "own name?",
        "That makes a product manufacturer, and for safety components the provider: Art. 2(1)(e), 25(3)(a).",
    )
    manufacturer_later: Said = asked(
        "Is it put into service under the product manufacturer's (your) name after the product was placed "
        "on the market?",
        "That, too, makes a product manufacturer the provider of a safety component: Art. 25(3)(b).",
    )


@dataclass(frozen=True, slots=True)
class Change(Topic):
    """What the person asking changed in a system somebody else had placed or put into service."""

    gate = "involved"

    involved: Said = asked(
        "Did you rename, modify or repurpose a system that was already on the market or in service?",
        "Such a change can make you the provider: Art. 25(1).",
    )
    was_high_risk: Said = asked(
        "Was the system high-risk before your change?",
        "Points (a) and (b) need a system that was, point (c) one that was not: Art. 25(1).",
    )
    renamed: Said = within(
        "Did you put your own name or trademark on it?", "Circumstance (a) of Art. 25(1)."
    )
    substantially_modified: Said = within(
        "Did you modify it substantially (a change not foreseen in the initial conformity assessment that "
        "affects compliance or the intended purpose)?",
        "Circumstance (b) of Art. 25(1); the term is defined in Art. 3(23).",
    )
    purpose_changed: Said = within(
        "Did you change the purpose it was intended for?", "Circumstance (c) of Art. 25(1)."
    )
    initial_provider_forbade: Said = asked(
        "Had the initial provider clearly specified that it is not to be changed into a high-risk system?",
        "Then the initial provider need not cooperate or hand over documentation: Art. 25(2).",
    )
