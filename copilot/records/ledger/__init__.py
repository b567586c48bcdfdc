"""The audit ledger: append-only, sealed entry by entry, so that nobody changes quietly what was answered.

::

    with chosen_ledger(settings) as ledger:
        answering = Answering(corpus, searcher, speaker, keep=ledger.append)
    report = verify_ledger(ledger, now=now, head=read_head(file))
    replay(ledger, 12).same
"""

from copilot.records.ledger.archiving import Archived, archive_entries
from copilot.records.ledger.browsing import Browsing, Glance, GlanceState, Wanted
from copilot.records.ledger.chosen import chosen_ledger
from copilot.records.ledger.entry import Entry, Field
from copilot.records.ledger.exported import verify_export
from copilot.records.ledger.exporting import Exported, export_entries, export_lines
from copilot.records.ledger.fault import Fault, FaultKind
from copilot.records.ledger.head import Head, read_head, write_head
from copilot.records.ledger.in_short import in_short, part_of
from copilot.records.ledger.key import KeyFile, RandomBytes
from copilot.records.ledger.ledger import Ledger
from copilot.records.ledger.pen import Clock
from copilot.records.ledger.redacting import redact
from copilot.records.ledger.replaying import (
    Replayed,
    Rerun,
    ResultAgain,
    StatementAgain,
    TextToday,
    replay,
)
from copilot.records.ledger.sight import Sight, closed_to
from copilot.records.ledger.verifying import Report, verify_ledger

__all__ = [
    "Archived",
    "Browsing",
    "Clock",
    "Entry",
    "Exported",
    "Fault",
    "FaultKind",
    "Field",
    "Glance",
    "GlanceState",
    "Head",
    "KeyFile",
    "Ledger",
    "RandomBytes",
    "Replayed",
    "Report",
    "Rerun",
    "ResultAgain",
    "Sight",
    "StatementAgain",
    "TextToday",
    "Wanted",
    "archive_entries",
    "chosen_ledger",
    "closed_to",
    "export_entries",
    "export_lines",
    "in_short",
    "part_of",
    "read_head",
    "redact",
    "replay",
    "verify_export",
    "verify_ledger",
    "write_head",
]
