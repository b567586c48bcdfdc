"""Intake: a description in free text becomes proposed facts, which an officer confirms."""

from copilot.agent.intake.call import Call, Called, call_of
from copilot.agent.intake.classifying import ClassifiedDescription, OnFacts, classify_description
from copilot.agent.intake.intake import propose_facts
from copilot.agent.intake.merging import Merged, Overruled, merge
from copilot.agent.intake.nearest import Nearest
from copilot.agent.intake.proposal import Confidence, Intake, Proposal, Value, said

__all__ = [
    "Call",
    "Called",
    "ClassifiedDescription",
    "Confidence",
    "Intake",
    "Merged",
    "Nearest",
    "OnFacts",
    "Overruled",
    "Proposal",
    "Value",
    "call_of",
    "classify_description",
    "merge",
    "propose_facts",
    "said",
]
