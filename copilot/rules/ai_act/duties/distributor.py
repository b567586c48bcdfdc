"""What the distributor of a high-risk system owes: Article 24."""

from __future__ import annotations

from copilot.rules.ai_act.duties.rule import DutyRule, duty


def _distributor(key: str, path: str, title: str, what: str, *evidence: str, also: str = "") -> DutyRule:
    return duty(key, "distributor", path, title, what, *evidence, also=also)


DUTIES = (
    _distributor(
        "distributor-verify",
        "art-24/1",
        "Verify before making available",
        "Before making the system available, verify CE marking, declaration and instructions, and that "
        "provider and importer have met Art. 16(b) and (c) and Art. 23(3).",
        "Checklist for each system, dated before it is made available",
        also="art-16/b art-16/c art-23/3",
    ),
    _distributor(
        "distributor-hold-back",
        "art-24/2",
        "Hold back what does not conform",
        "With reason to think that the system does not meet Section 2, do not make it available until it "
        "does; where it presents a risk in the sense of Art. 79(1), tell provider or importer.",
        "Decisions to hold back, and notices",
    ),
    _distributor(
        "distributor-storage",
        "art-24/3",
        "Storage and transport",
        "While the system is in your hands, see that storage and transport do not endanger its conformity.",
        "Conditions of storage and transport",
    ),
    _distributor(
        "distributor-correction",
        "art-24/4",
        "Correct, withdraw or recall",
        "Where a system you made available does not meet Section 2, correct, withdraw or recall it, or see "
        "that others do; on a risk in the sense of Art. 79(1), tell provider or importer and the "
        "authorities at once.",
        "Register of corrective actions and notices",
    ),
    _distributor(
        "distributor-information",
        "art-24/5",
        "Show what was done on request",
        "Give a competent authority, on reasoned request, all that shows conformity and what you did for it.",
        "File that can be handed over",
    ),
    _distributor(
        "distributor-cooperation",
        "art-24/6",
        "Cooperate with the authorities",
        "Cooperate with the competent authorities in what they do about a system you made available.",
        "Who answers the authorities",
    ),
)
