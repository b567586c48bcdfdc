"""An AI system as it was described: one field a topic."""

# ruff: noqa: RUF009  # topics are frozen, so one can be shared

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ConfigDict

from copilot.rules.ai_act.facts.areas import (
    Democracy,
    Education,
    Employment,
    EssentialServices,
    Infrastructure,
    Justice,
    LawEnforcement,
    Migration,
    Task,
)
from copilot.rules.ai_act.facts.organisation import Legacy, Operation, Organisation
from copilot.rules.ai_act.facts.people import Biometrics, Emotions, LiveIdentification
from copilot.rules.ai_act.facts.practices import (
    ChildAbuseMaterial,
    CrimeRisk,
    FaceDatabase,
    Influence,
    IntimateImagery,
    SocialScoring,
)
from copilot.rules.ai_act.facts.products import (
    Content,
    Conversation,
    CrimeFighting,
    GeneralPurpose,
    Product,
    Safety,
)
from copilot.rules.ai_act.facts.reach import Change, Market, Nature, Nexus, Roles, Scope
from copilot.rules.telling import Name


@dataclass(frozen=True, slots=True)
class AISystem:
    """What is known of a system; whatever nobody told is open.

    The order of the topics is the order in which the Act is walked through.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: Name = ""
    nature: Nature = Nature()
    scope: Scope = Scope()
    nexus: Nexus = Nexus()
    market: Market = Market()
    roles: Roles = Roles()
    change: Change = Change()
    influence: Influence = Influence()
    intimate_imagery: IntimateImagery = IntimateImagery()
    child_abuse_material: ChildAbuseMaterial = ChildAbuseMaterial()
    social_scoring: SocialScoring = SocialScoring()
    crime_risk: CrimeRisk = CrimeRisk()
    face_database: FaceDatabase = FaceDatabase()
    biometrics: Biometrics = Biometrics()
    live_identification: LiveIdentification = LiveIdentification()
    emotions: Emotions = Emotions()
    product: Product = Product()
    safety: Safety = Safety()
    infrastructure: Infrastructure = Infrastructure()
    education: Education = Education()
    employment: Employment = Employment()
    essential_services: EssentialServices = EssentialServices()
    law_enforcement: LawEnforcement = LawEnforcement()
    migration: Migration = Migration()
    justice: Justice = Justice()
    democracy: Democracy = Democracy()
    task: Task = Task()
    conversation: Conversation = Conversation()
    content: Content = Content()
    crime_fighting: CrimeFighting = CrimeFighting()
    general_purpose: GeneralPurpose = GeneralPurpose()
    organisation: Organisation = Organisation()
    operation: Operation = Operation()
    legacy: Legacy = Legacy()
