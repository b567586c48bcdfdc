"""Installing official texts: fetched from their publisher, or taken from a file, checked and kept."""

from copilot.law.installing.download import LARGEST_FILE, Fetched, Patience, Progress, fetch
from copilot.law.installing.installer import Installer

__all__ = ["LARGEST_FILE", "Fetched", "Installer", "Patience", "Progress", "fetch"]
