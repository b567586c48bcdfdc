"""The law itself: provisions, their wordings and dates, and the corpus that holds them."""

from copilot.law.changes import Change, Leaning, Span, changes_between, compared, leaning_on
from copilot.law.citing import Citing
from copilot.law.corpus import Corpus, LawOnDay
from copilot.law.dangling import Dangling, find_dangling
from copilot.law.instrument import Download, Instrument, Version
from copilot.law.labels import label_of
from copilot.law.provision import (
    Application,
    Condition,
    Layer,
    Operator,
    Period,
    Provision,
)
from copilot.law.provision_id import ProvisionId
from copilot.law.reading import load_corpus

__all__ = [
    "Application",
    "Change",
    "Citing",
    "Condition",
    "Corpus",
    "Dangling",
    "Download",
    "Instrument",
    "LawOnDay",
    "Layer",
    "Leaning",
    "Operator",
    "Period",
    "Provision",
    "ProvisionId",
    "Span",
    "Version",
    "changes_between",
    "compared",
    "find_dangling",
    "label_of",
    "leaning_on",
    "load_corpus",
]
