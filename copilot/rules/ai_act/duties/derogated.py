"""What is owed for a system that Article 6(3) takes out of the high-risk class: Articles 6(4) and 49(2)."""

from __future__ import annotations

from copilot.rules.ai_act.duties.rule import Follows, duty

_DEROGATED = Follows(("derogated",))

ASSESSMENT = duty(
    "derogation-assessment",
    "provider",
    "art-6/4",
    "Document why it is not high-risk",
    "Before the system reaches the market, document the assessment that it is not high-risk: which "
    "condition of Art. 6(3) holds, why there is no significant risk, and that nobody is profiled. Hand it "
    "to the authorities on request.",
    "Dated assessment by the conditions of Art. 6(3)",
    follows=_DEROGATED,
    also="art-6/3",
)

REGISTRATION = duty(
    "derogation-registration",
    "provider",
    "art-49/2",
    "Register it in the EU database",
    "Before the system reaches the market, register yourself and it in the EU database with the data of "
    "Annex VIII, Section B, and the condition of Art. 6(3) relied on; a representative may do so for you. "
    "Systems of points 1, 6 and 7 for police, migration, asylum or borders go into the section that is not "
    "public.",
    "Entry in the EU database",
    follows=_DEROGATED,
    also="art-6/4 art-49/4 art-71/2 anx-8/sec-b",
)

DUTIES = (ASSESSMENT, REGISTRATION)
