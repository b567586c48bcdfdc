"""The decision logic of all rules as a document that a lawyer can hold against the law."""

from copilot.rules.table.document import SECTIONS, Topic, rules_table, topic_named
from copilot.rules.table.section import Contribution, Entry, Part, Section

__all__ = [
    "SECTIONS",
    "Contribution",
    "Entry",
    "Part",
    "Section",
    "Topic",
    "rules_table",
    "topic_named",
]
