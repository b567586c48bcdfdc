"""What is an AI system, what Article 2 leaves out, and what ties a system to the Union: Art. 2 and 3(1)."""

from __future__ import annotations

from copilot.rules.ai_act.formula import Not, all_of, none_of, one_of, told
from copilot.rules.ai_act.rule import Rule, act

VERSION = "1"

AI_SYSTEM = Rule(
    tier="not-an-ai-system",
    provision=act("art-3/1"),
    question="Is it something other than an AI system?",
    matters="The rules on systems need an AI system: machine-based, with some autonomy, and inferring.",
    elements=one_of(
        Not(all_of("nature.machine_based", "nature.infers", "nature.autonomous", "nature.influences")),
        "nature.model_only",
    ),
    version=VERSION,
)

DEFENCE = Rule(
    tier="out-of-scope",
    provision=act("art-2/3/sub-2"),
    question="Is it used exclusively for military, defence or national security purposes?",
    matters="Only exclusive use is left out of the Act, whatever entity carries it out.",
    elements=one_of(
        "scope.exclusively_defence",
        all_of("scope.output_exclusively_defence", none_of("nexus.placed_in_union")),
    ),
    also=(act("art-2/3/sub-3"),),
    version=VERSION,
)

COOPERATION = Rule(
    tier="out-of-scope",
    provision=act("art-2/4"),
    question="Do you use it as a third country's authority, or an international organisation, in cooperation?",
    matters="Such a user in law enforcement or justice is left out where safeguards for individuals are adequate.",
    elements=all_of("scope.foreign_cooperation", "scope.adequate_safeguards"),
    version=VERSION,
)

RESEARCH = Rule(
    tier="out-of-scope",
    provision=act("art-2/6"),
    question="Is scientific research the sole purpose for which it was developed and put into service?",
    matters="Systems and models of that sole purpose are left out, with their output.",
    elements=told("scope.sole_research"),
    version=VERSION,
)

BEFORE_MARKET = Rule(
    tier="out-of-scope",
    provision=act("art-2/8"),
    question="Is it only being developed or tested, before reaching the market?",
    matters="That activity is left out, except testing in real-world conditions.",
    elements=all_of("scope.before_market", none_of("scope.real_world_testing")),
    version=VERSION,
)

NO_NEXUS = Rule(
    tier="out-of-scope",
    provision=act("art-2/1"),
    question="Does nothing tie it to the Union?",
    matters="The Act reaches a system by one of seven ties; without any it does not apply.",
    elements=none_of(
        "nexus.placed_in_union",
        "nexus.deployer_in_union",
        "nexus.output_used_in_union",
        "roles.imports",
        "roles.distributes",
        "roles.product_manufacturer",
        "roles.mandated",
        "nexus.affected_in_union",
    ),
    also=tuple(act(f"art-2/1/{point}") for point in "abcdefg"),
    version=VERSION,
)

OPEN_SOURCE = Rule(
    tier="out-of-scope",
    provision=act("art-2/12"),
    question="Is it free and open-source, neither high-risk nor under Article 5 or 50?",
    matters="Such systems are left out; a system that is regulated otherwise is not.",
    elements=told("scope.open_source"),
    version=VERSION,
)
"""The other half, that nothing else regulates the system, is known once all else has been asked."""

EXCLUSIONS = (DEFENCE, COOPERATION, RESEARCH, BEFORE_MARKET, NO_NEXUS)
