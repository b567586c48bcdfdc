"""Facts on products, on generated content and conversation, and on general-purpose models."""

# ruff: noqa: RUF009  # asked() and within() make fields

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from copilot.rules.ai_act.facts.topic import Topic, asked, within
from copilot.rules.telling import UNLESS_UNKNOWN, Said

ProductLaw: TypeAlias = Literal[
    "machinery-directive-2006-42",
    "toys-2009-48",
    "recreational-craft-2013-53",
    "lifts-2014-33",
    "explosive-atmospheres-2014-34",
    "radio-equipment-2014-53",
    "pressure-equipment-2014-68",
    "cableways-2016-424",
    "protective-equipment-2016-425",
    "gas-appliances-2016-426",
    "medical-devices-2017-745",
    "in-vitro-diagnostics-2017-746",
    "aviation-security-300-2008",
    "two-wheelers-168-2013",
    "agricultural-vehicles-167-2013",
    "marine-equipment-2014-90",
    "rail-2016-797",
    "motor-vehicles-2018-858",
    "vehicle-safety-2019-2144",
    "unmanned-aircraft-2018-1139",
    "machinery-regulation-2023-1230",
]

_Flop: TypeAlias = Annotated[Decimal, Field(gt=0, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class Product(Topic):
    """Products under the laws of Annex I."""

    laws: Annotated[tuple[ProductLaw, ...] | None, UNLESS_UNKNOWN] = asked(
        "Which of the laws of Annex I cover the product? (none: an empty list)",
        "The route of Art. 6(1) starts from these laws; their section decides the regime.",
    )
    is_product: Said = asked(
        "Is the AI system itself such a product?", "One of the two cases of Art. 6(1)(a)."
    )
    component: Said = asked(
        "Is it intended to be used as a component of such a product?",
        "The other case of Art. 6(1)(a), if it is a safety component.",
    )
    third_party_assessment: Said = asked(
        "Does that law require a third-party conformity assessment of the product?",
        "The second condition: Art. 6(1)(b).",
    )
    only_other_risks: Said = asked(
        "Is it required solely for risks other than to health and safety, such as radio spectrum?",
        "Then the second condition is not fulfilled: Art. 6(1c).",
    )


@dataclass(frozen=True, slots=True)
class Safety(Topic):
    """What makes a component a safety component."""

    function: Said = asked(
        "Is it intended to prevent or mitigate risks to property, or to persons in their health and safety?",
        "A safety function makes a safety component: Art. 3(14).",
    )
    failure_endangers_health: Said = asked(
        "Would its failure or malfunctioning endanger health and safety?",
        "Then it is a safety component whatever it is used for: Art. 3(14), 6(1b).",
    )
    failure_endangers_property: Said = asked(
        "Would its failure or malfunctioning endanger property?",
        "That, too, makes a safety component: Art. 3(14).",
    )
    only_convenience: Said = asked(
        "Is it solely used for non-safety aspects: assisting users, optimising performance, efficiency of a "
        "service, automation, convenience or quality control?",
        "Such a system is no safety component, unless its failure endangers health and safety: Art. 6(1a).",
    )


@dataclass(frozen=True, slots=True)
class Conversation(Topic):
    """Systems that people talk to."""

    gate = "direct"

    direct: Said = asked(
        "Is it intended to interact directly with natural persons?", "An element of Art. 50(1)."
    )
    obvious: Said = asked(
        "Is it obvious to a reasonably well-informed, observant and circumspect person that it is an AI system?",
        "Then people need not be informed: Art. 50(1).",
    )


@dataclass(frozen=True, slots=True)
class Content(Topic):
    """Systems that generate or manipulate content."""

    gate = "synthetic"

    synthetic: Said = asked(
        "Does it generate synthetic audio, images, video or text, also by manipulating existing content?",
        "An element of Art. 50(2).",
    )
    assistive_editing: Said = asked(
        "Is its function only to assist with standard editing?", "Such systems need not mark: Art. 50(2)."
    )
    input_unaltered: Said = asked(
        "Does it leave the input and its meaning without substantial alteration?",
        "Such systems need not mark: Art. 50(2).",
    )
    deep_fake: Said = within(
        "Is an image, audio or video made or manipulated that resembles real persons, entities, objects, "
        "places or events and would falsely appear authentic or truthful?",
        "Deep fakes are disclosed by the deployer: Art. 50(4), 3(60).",
    )
    artistic: Said = asked(
        "Is it evidently part of a work that is fictional, satirical, creative, artistic or the like?",
        "Then the disclosure is limited: Art. 50(4).",
    )
    public_interest_text: Said = within(
        "Is text made or manipulated that is published to inform the public on matters of public interest?",
        "Such text is disclosed by the deployer: Art. 50(4), second subparagraph.",
    )
    human_review: Said = asked(
        "Is that text under human review or editorial control?",
        "One of two elements that lift the disclosure: Art. 50(4), second subparagraph.",
    )
    editorial_responsibility: Said = asked(
        "Does a person hold editorial responsibility for its publication?",
        "One of two elements that lift the disclosure: Art. 50(4), second subparagraph.",
    )


@dataclass(frozen=True, slots=True)
class CrimeFighting(Topic):
    """What the law authorises against crime, which lifts the transparency of Article 50."""

    authorised_by_law: Said = asked(
        "Does the law authorise it to detect, prevent, investigate or prosecute criminal offences?",
        "An exception of Art. 50(1), (2) and (4).",
    )
    permitted_biometrics: Said = asked(
        "Does the law permit its reading of emotions or biometric categories to detect, prevent or "
        "investigate criminal offences?",
        "An exception of Art. 50(3).",
    )
    safeguards: Said = asked(
        "Are there appropriate safeguards for third parties' freedoms and rights?",
        "The exceptions of Art. 50(1) and (3) hold only with them.",
    )
    public_reporting: Said = asked(
        "Is it available for the public to report a criminal offence?",
        "Then the exception of Art. 50(1) does not hold.",
    )


@dataclass(frozen=True, slots=True)
class GeneralPurpose(Topic):
    """General-purpose AI models."""

    gate = "places_model"

    places_model: Said = asked(
        "Do you place an AI model that you developed, or had developed, on the Union market, by itself or "
        "within a system? "
        "(Using somebody else's model does not.)",
        "Only the provider of a model has the duties of Chapter V: Art. 2(1)(a), 3(3).",
    )
    general: Said = asked(
        "Does the model display significant generality and perform a wide range of distinct tasks "
        "competently, and can it be integrated into a variety of systems?",
        "The definition of a general-purpose AI model: Art. 3(63).",
    )
    prototype: Said = asked(
        "Is it used only for research, development or prototyping, before being placed on the market?",
        "Such models are excepted from the definition: Art. 3(63).",
    )
    sole_research: Said = asked(
        "Was the model specifically developed and put into service for scientific research and development only?",
        "It must be the sole purpose; then the Act does not apply to it: Art. 2(6).",
    )
    high_impact: Said = asked(
        "Do technical tools, indicators or benchmarks show high-impact capabilities?",
        "Then it has systemic risk: Art. 51(1)(a).",
    )
    training_flop: Annotated[_Flop | None, UNLESS_UNKNOWN] = asked(
        "How many floating-point operations did its training take, cumulatively?",
        "High-impact capabilities are presumed above 10^25, not at it: Art. 51(2).",
    )
    designated: Said = asked(
        "Has the Commission designated it as a model with systemic risk?",
        "Then it has systemic risk whatever its training took: Art. 51(1)(b).",
    )
    rebutted: Said = asked(
        "Has the Commission accepted your arguments that it presents no systemic risks?",
        "That alone lifts what high-impact capabilities entail: Art. 52(2) and (3).",
    )
    open_source: Said = asked(
        "Is the model released under a free and open-source licence allowing access, use, modification and "
        "distribution?",
        "One of two elements of the relief for open models: Art. 53(2).",
    )
    public_parameters: Said = asked(
        "Are its parameters (weights included), architecture and usage information publicly available?",
        "One of two elements of the relief for open models: Art. 53(2).",
    )
