"""The official texts a user has installed: where they are kept, and how they are read.

They are put there by ``copilot.law.installing``, whose libraries are not needed to read them.
"""

from copilot.law.installed.coverage import Coverage, VersionHeld, coverage_of
from copilot.law.installed.layer import official_provisions
from copilot.law.installed.store import HeldUnit, InstalledText, OfficialStore, ReceivedFile

__all__ = [
    "Coverage",
    "HeldUnit",
    "InstalledText",
    "OfficialStore",
    "ReceivedFile",
    "VersionHeld",
    "coverage_of",
    "official_provisions",
]
