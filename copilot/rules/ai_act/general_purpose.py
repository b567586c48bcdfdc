"""General-purpose AI models and systemic risk: Art. 51 to 55, with Art. 3(63)."""

from __future__ import annotations

from copilot.rules.ai_act.formula import Not, all_of, none_of, one_of, told
from copilot.rules.ai_act.rule import Exemption, Rule, act
from copilot.rules.ai_act.scope import RESEARCH

VERSION = "1"

_MODEL = all_of(
    "general_purpose.places_model", "general_purpose.general", none_of("general_purpose.prototype")
)
_SYSTEMIC = one_of(
    "general_purpose.designated",
    all_of(
        one_of("general_purpose.above_threshold", "general_purpose.high_impact"),
        none_of("general_purpose.rebutted"),
    ),
)
_LEFT_OUT = (
    Exemption(
        "sole purpose of scientific research", RESEARCH.provision, told("general_purpose.sole_research")
    ),
)
"""A model that is placed on the market has left what Art. 2(8) exempts."""

MODEL = Rule(
    tier="gpai",
    provision=act("art-53"),
    question="Is a general-purpose AI model placed on the Union market?",
    matters="Its provider documents it, keeps a copyright policy and publishes a training summary.",
    elements=_MODEL,
    exemptions=_LEFT_OUT,
    also=(act("art-3/63"), act("art-54")),
    dated=(act("art-53"),),
    owed_by="provider",
    version=VERSION,
)

SYSTEMIC = Rule(
    tier="gpai-systemic",
    provision=act("art-51"),
    question="Is it a general-purpose AI model with systemic risk?",
    matters="Its provider notifies the Commission, evaluates the model and mitigates systemic risks.",
    elements=all_of(_MODEL, _SYSTEMIC),
    exemptions=_LEFT_OUT,
    also=(act("art-51/1"), act("art-51/2"), act("art-52"), act("art-55")),
    dated=(act("art-52/1"), act("art-55")),
    owed_by="provider",
    version=VERSION,
)

OPEN_MODEL_RELIEF = Rule(
    tier="gpai",
    provision=act("art-53/2"),
    question="Is an open model relieved of the documentation of Art. 53(1)(a) and (b), and of a representative?",
    matters="Copyright policy and training summary stay due; models with systemic risk are not relieved.",
    elements=all_of(
        _MODEL, "general_purpose.open_source", "general_purpose.public_parameters", Not(_SYSTEMIC)
    ),
    exemptions=_LEFT_OUT,
    also=(act("art-54/6"),),
    owed_by="provider",
    version=VERSION,
)

MODELS = (MODEL, SYSTEMIC)
RELIEFS = (OPEN_MODEL_RELIEF,)
