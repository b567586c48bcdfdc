"""What Article 5 asks: to stop a prohibited practice, and how the exceptions of point (h) may be used."""

from __future__ import annotations

from copilot.rules.ai_act.duties.rule import OWN_FACTS, DutyRule, Follows, duty
from copilot.rules.ai_act.formula import all_of, one_of
from copilot.rules.ai_act.prohibited import LIVE_IDENTIFICATION
from copilot.rules.ai_act.rule import AMENDED, act

_ADDED_2026 = (act("art-5/1/ba"), act("art-5/1/bb"))
_NO_GRACE = "Older systems are not spared: Art. 111 leaves Art. 5 as it is."

STOP = duty(
    "prohibited-practice",
    "everyone",
    "art-5/1",
    "Stop the prohibited practice",
    "Do not place the system on the market, put it into service or use it for this practice; where that "
    f"has begun, end it. Of point (h) only the use is prohibited. {_NO_GRACE}",
    "Decision to stop, with its date and who took it",
    "Proof that the function was switched off or the system withdrawn",
    "Legal assessment of each element and exception of the point",
    follows=Follows(("prohibited", "prohibited-later"), but_not=_ADDED_2026),
)

STOP_IMAGERY = duty(
    "prohibited-imagery",
    "everyone",
    "art-5/1a",
    "Stop supplying or using it for such imagery",
    "Do not supply a system made for intimate imagery without consent or for child abuse material, or one "
    "that yields it foreseeably and without reasonable safeguards; do not use any system for that purpose. "
    + _NO_GRACE,
    "Tests of whether such output can be produced, and their results",
    "Description of the safeguards, and of how observed misuse is corrected",
    "Decision to stop or to change the system, with its date",
    follows=Follows(("prohibited", "prohibited-later"), only=_ADDED_2026),
    also="art-5/1/ba art-5/1/bb",
    in_force=AMENDED,
)

_OBJECTIVE = all_of(
    LIVE_IDENTIFICATION.elements,
    one_of(
        "live_identification.victim_search",
        "live_identification.imminent_threat",
        all_of(
            "live_identification.suspect_search",
            "live_identification.annex_2_offence",
            "live_identification.four_years",
        ),
    ),
)
"""Live identification for one of the three objectives; without one it is prohibited and nothing makes it lawful."""


def _live(key: str, path: str, title: str, what: str, *evidence: str, also: str = "") -> DutyRule:
    return duty(
        key, "deployer", path, title, what, *evidence, follows=OWN_FACTS, when=_OBJECTIVE, also=also
    )


LIVE_IDENTIFICATION_DUTIES = (
    _live(
        "live-identification-limits",
        "art-5/2",
        "Confirm only the identity of the person targeted",
        "Use live identification for its objective alone and only to confirm who the person targeted is, "
        "having weighed the harm without it against the consequences for everyone concerned; keep to "
        "limits of time, place and persons under national law.",
        "Record of the weighing for each use",
        "Limits of time, place and persons set for each use",
        also="art-5/1/h art-5/5",
    ),
    _live(
        "live-identification-conditions",
        "art-5/2/sub-2",
        "Impact assessment and registration before use",
        "Complete the fundamental rights impact assessment of Art. 27 and register the system in the EU "
        "database before use is authorised; in justified urgency registration may follow without undue "
        "delay.",
        "Completed impact assessment",
        "Entry in the EU database",
        also="art-27 art-49",
    ),
    _live(
        "live-identification-authorisation",
        "art-5/3",
        "Authorisation of each use",
        "Obtain, before each use, the binding authorisation of a court or an independent authority; in "
        "justified urgency ask for it within 24 hours at the latest. If it is refused, stop at once and "
        "delete all data and results.",
        "Reasoned request and authorisation for each use",
        "Log of stops and deletions after a refusal",
    ),
    _live(
        "live-identification-decisions",
        "art-5/3/sub-2",
        "No adverse decision from the output alone",
        "Take no decision with adverse legal effect on a person on nothing but the output of live "
        "identification.",
        "Instruction to staff, and records of the human decision",
    ),
    _live(
        "live-identification-notification",
        "art-5/4",
        "Notify each use",
        "Notify each use, without sensitive operational data, to the market surveillance authority and to "
        "the national data protection authority.",
        "Notifications sent, by use",
        also="art-5/6",
    ),
)

DUTIES = (STOP, STOP_IMAGERY, *LIVE_IDENTIFICATION_DUTIES)
