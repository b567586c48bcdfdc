"""Importers: from the files the publishers offer to units with the ids of the digest."""

from copilot.law.official.consolidated_xhtml import read_consolidated_xhtml
from copilot.law.official.oj_xhtml import read_oj_xhtml
from copilot.law.official.unit import OfficialUnit

__all__ = ["OfficialUnit", "read_consolidated_xhtml", "read_oj_xhtml"]
