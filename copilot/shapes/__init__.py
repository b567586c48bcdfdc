"""What a rule found, in the one form in which programs read it: from ``--json`` and from the API.

A shape whose fields are named like those of a finding is read off it: ``StepBody.model_validate(step)``.
``description`` is imported by itself: what reads descriptions takes long to load.
"""

from copilot.shapes.applies import AppliesBody
from copilot.shapes.classification import ClassificationBody
from copilot.shapes.crosswalk import CounterpartsBody, GapBody
from copilot.shapes.deadlines import DeadlinesBody
from copilot.shapes.duties import DutiesBody, RoleChangeBody
from copilot.shapes.fines import FineBody
from copilot.shapes.jurisdictions import JurisdictionsBody
from copilot.shapes.sfdr import EntityBody, ProductBody
from copilot.shapes.shape import Days, Shape
from copilot.shapes.tool_result import ToolResultBody

__all__ = [
    "AppliesBody",
    "ClassificationBody",
    "CounterpartsBody",
    "Days",
    "DeadlinesBody",
    "DutiesBody",
    "EntityBody",
    "FineBody",
    "GapBody",
    "JurisdictionsBody",
    "ProductBody",
    "RoleChangeBody",
    "Shape",
    "ToolResultBody",
]
