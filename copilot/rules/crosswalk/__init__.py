"""The crosswalk: which provisions of the AI Act, NIST AI RMF, ISO/IEC 42001 and SOC 2 belong together."""

from copilot.rules.crosswalk.counterparts import (
    CITED,
    VALID,
    VERSION,
    Counterpart,
    CrosswalkReport,
    crosswalk,
)
from copilot.rules.crosswalk.gap import (
    Asked,
    Category,
    Cover,
    GapReport,
    InPlace,
    ReportType,
    categories_from,
    gap,
)
from copilot.rules.crosswalk.table import (
    Apart,
    CrosswalkTable,
    Framework,
    Pair,
    Source,
    SourceKind,
    Strength,
    read_crosswalk,
    shipped_crosswalk,
)

__all__ = [
    "CITED",
    "VALID",
    "VERSION",
    "Apart",
    "Asked",
    "Category",
    "Counterpart",
    "Cover",
    "CrosswalkReport",
    "CrosswalkTable",
    "Framework",
    "GapReport",
    "InPlace",
    "Pair",
    "ReportType",
    "Source",
    "SourceKind",
    "Strength",
    "categories_from",
    "crosswalk",
    "gap",
    "read_crosswalk",
    "shipped_crosswalk",
]
