"""What is left for products of Annex I, Section B: only what Article 2(2) lists."""

from __future__ import annotations

from copilot.rules.ai_act.duties.rule import Follows, duty
from copilot.rules.ai_act.rule import AMENDED, FIRST_WORDING

_SECTION_B = Follows(("high-risk-annex-i-b",))
_TITLE = "Follow the product's own law"
_EVIDENCE = ("Assessment under the product's own law",)

DUTIES = (
    duty(
        "section-b",
        "provider",
        "art-6/1",
        _TITLE,
        "Nothing of Chapter III is owed under the Act: its requirements reach the product through its own "
        "law (Art. 102 to 109). Follow that law as it is amended.",
        *_EVIDENCE,
        follows=_SECTION_B,
        also="art-2/2",
        in_force=FIRST_WORDING,
    ),
    duty(
        "section-b",
        "provider",
        "art-6/1",
        _TITLE,
        "Nothing of Chapter III is owed under the Act: its requirements reach the product through its own "
        "law (Art. 102 to 109; for aviation and machinery also Art. 2 and 3 of Regulation (EU) 2026/1744). "
        "Follow that law as it is amended. Testing in real-world conditions needs a plan agreed with the "
        "authority where a Member State allows it (Art. 60a).",
        *_EVIDENCE,
        "Agreed testing plan, where tests are made",
        follows=_SECTION_B,
        also="art-2/2 art-60a",
        in_force=AMENDED,
    ),
)
