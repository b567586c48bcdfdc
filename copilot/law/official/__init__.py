"""Importers: from the files the publishers offer to units with the ids of the digest.

::

    units = read_official(Path("32024R1689.fmx4"))
    units[0].path, units[0].text
"""

from copilot.law.official.consolidated_xhtml import read_consolidated_xhtml
from copilot.law.official.formex import read_formex
from copilot.law.official.nist import read_nist_json, read_nist_pdf
from copilot.law.official.oj_xhtml import read_oj_xhtml
from copilot.law.official.reading import read_official
from copilot.law.official.unit import OfficialUnit

__all__ = [
    "OfficialUnit",
    "read_consolidated_xhtml",
    "read_formex",
    "read_nist_json",
    "read_nist_pdf",
    "read_official",
    "read_oj_xhtml",
]
