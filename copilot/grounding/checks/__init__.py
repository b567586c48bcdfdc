"""What each statement is asked, one file a question.

A check has one public function: it takes a claim and says how it ended and why. The next check is one more
file here and one more line in ``registry.py``.
"""

from __future__ import annotations

from copilot.grounding.checks.registry import CHECKS, RegisteredCheck

__all__ = ["CHECKS", "RegisteredCheck"]
