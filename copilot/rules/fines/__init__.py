"""How high a fine can be: Articles 99 to 101 of the AI Act, and Article 30(2) of MAR."""

from copilot.rules.fines.finding import Fine
from copilot.rules.fines.limits import Ceiling
from copilot.rules.fines.offender import Kind, Offender, Supervisor, offender_from
from copilot.rules.fines.rule import fine_for
from copilot.rules.fines.topics import Topic, infringed

__all__ = [
    "Ceiling",
    "Fine",
    "Kind",
    "Offender",
    "Supervisor",
    "Topic",
    "fine_for",
    "infringed",
    "offender_from",
]
