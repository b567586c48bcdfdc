"""What is due when: clocks of the AI Act, the GDPR, MAR and SFDR, on calendars and in time zones."""

from copilot.rules.deadlines.counting import on_the_clock, zone_named
from copilot.rules.deadlines.deadline import Deadline, Pace, Sense
from copilot.rules.deadlines.facts import Fact, facts_told
from copilot.rules.deadlines.registry import Event, Regime
from copilot.rules.deadlines.rule import Deadlines, deadlines, event_named, facts_of

__all__ = [
    "Deadline",
    "Deadlines",
    "Event",
    "Fact",
    "Pace",
    "Regime",
    "Sense",
    "deadlines",
    "event_named",
    "facts_of",
    "facts_told",
    "on_the_clock",
    "zone_named",
]
