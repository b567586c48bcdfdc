"""One system launched in the EU, the US and the UK: the regimes engaged on a day, and what they share."""

from copilot.rules.jurisdictions.condition import Above, AllOf, AnyOf, Condition, NotOf
from copilot.rules.jurisdictions.duties import Applies, DutyFinding, Owed
from copilot.rules.jurisdictions.engagement import Engagement, RegimeFinding
from copilot.rules.jurisdictions.facts import LAUNCH_FACTS, Launch, LaunchFacts
from copilot.rules.jurisdictions.known import REACHED
from copilot.rules.jurisdictions.reading import launch_form, read_launch
from copilot.rules.jurisdictions.register import Confidence, Duty, Kind, Regime, Register, Standing, Status
from copilot.rules.jurisdictions.report import (
    VALID,
    VERSION,
    JurisdictionsReport,
    PlaceReport,
    jurisdictions,
)
from copilot.rules.jurisdictions.shared import Serves, Shared
from copilot.rules.jurisdictions.standing import Change, standing_on
from copilot.rules.jurisdictions.table import read_register, shipped_register

__all__ = [
    "LAUNCH_FACTS",
    "REACHED",
    "VALID",
    "VERSION",
    "Above",
    "AllOf",
    "AnyOf",
    "Applies",
    "Change",
    "Condition",
    "Confidence",
    "Duty",
    "DutyFinding",
    "Engagement",
    "JurisdictionsReport",
    "Kind",
    "Launch",
    "LaunchFacts",
    "NotOf",
    "Owed",
    "PlaceReport",
    "Regime",
    "RegimeFinding",
    "Register",
    "Serves",
    "Shared",
    "Standing",
    "Status",
    "jurisdictions",
    "launch_form",
    "read_launch",
    "read_register",
    "shipped_register",
    "standing_on",
]
