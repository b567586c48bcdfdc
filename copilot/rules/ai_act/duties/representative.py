"""What the authorised representative of a provider of high-risk systems owes: Article 22(3) and (4)."""

from __future__ import annotations

from copilot.rules.ai_act.duties.rule import duty

DUTIES = (
    duty(
        "representative-tasks",
        "authorised-representative",
        "art-22/3",
        "Carry out the mandate",
        "Do what the mandate says: verify declaration, documentation and conformity assessment; keep them "
        "and the provider's contact details for ten years; give authorities documents and access to logs; "
        "cooperate; register, or see that the provider's entry about you is right. Show the mandate to "
        "market surveillance authorities on request.",
        "Mandate with the tasks of Art. 22(3)",
        "Verification records",
        "Documents kept for ten years",
        also="art-22/3/a art-22/3/b art-22/3/c art-22/3/d art-22/3/e",
    ),
    duty(
        "representative-terminate",
        "authorised-representative",
        "art-22/4",
        "End the mandate of a provider in breach",
        "With reason to think that the provider acts against its duties, end the mandate and tell the "
        "market surveillance authority and, where there is one, the notified body at once, and why.",
        "Notice of termination with reasons",
    ),
)
