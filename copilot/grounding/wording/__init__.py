"""How a sentence says what it says: its force, who owes, what it denies, its bounds and its conditions.

Each module reads one of these from the words alone. They serve to hold a statement against the sentence it
is from: what was read is compared, never taken for the meaning of the law.
"""

from __future__ import annotations

from copilot.grounding.wording.sentence import Wording, wording_of

__all__ = ["Wording", "wording_of"]
