"""The law itself: provisions, their wordings and dates, and the corpus that holds them."""

from copilot.law.corpus import Corpus, LawOnDay
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
    "Condition",
    "Corpus",
    "Download",
    "Instrument",
    "LawOnDay",
    "Layer",
    "Operator",
    "Period",
    "Provision",
    "ProvisionId",
    "Version",
    "label_of",
    "load_corpus",
]
