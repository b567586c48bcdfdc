"""Facts on biometrics and emotions, which Article 5, Annex III and Article 50 share."""

# ruff: noqa: RUF009  # asked() and within() make fields

from __future__ import annotations

from dataclasses import dataclass

from copilot.rules.ai_act.facts.topic import Topic, asked, within
from copilot.rules.telling import Said


@dataclass(frozen=True, slots=True)
class Biometrics(Topic):
    """Identifying and categorising people by their bodies and behaviour."""

    gate = "involved"

    involved: Said = asked(
        "Does it work on biometric data (faces, voices, fingerprints, gait and the like)?",
        "If not, Annex III 1 and Art. 5(1)(g) and (h) are ruled out.",
    )
    permitted_by_law: Said = asked(
        "Do Union and national law permit this biometric use?",
        "Annex III 1 covers only uses that are permitted; others are unlawful anyway.",
    )
    remote_identification: Said = within(
        "Does it identify persons without their active involvement, against a reference database?",
        "Remote biometric identification, Art. 3(41): Annex III 1(a), and Art. 5(1)(h) in real time.",
    )
    verification_only: Said = within(
        "Is its sole purpose to verify that a specific person is who he or she claims to be?",
        "Such verification is excluded from Annex III 1(a) by its own text.",
    )
    categorises: Said = within(
        "Does it assign persons to categories on the basis of their biometric data?",
        "Biometric categorisation, Art. 3(40): Art. 5(1)(g), Annex III 1(b), Art. 50(3).",
    )
    ancillary: Said = asked(
        "Is that ancillary to another commercial service and strictly necessary for technical reasons?",
        "Then it is no biometric categorisation system: Art. 3(40).",
    )
    individually: Said = asked(
        "Does it categorise natural persons individually?", "An element of Art. 5(1)(g)."
    )
    infers_special: Said = within(
        "Does it infer sexual orientation, sex life, beliefs (religious or philosophical), political opinions, "
        "union membership or race?",
        "An element of Art. 5(1)(g).",
    )
    infers_protected: Said = within(
        "Does it infer sensitive or protected attributes or characteristics?",
        "An element of Annex III 1(b).",
    )
    lawful_labelling: Said = asked(
        "Does it only label or filter lawfully acquired biometric datasets?",
        "Labelling and filtering is outside Art. 5(1)(g).",
    )
    police_categorising: Said = asked(
        "Does it only categorise biometric data, lawfully acquired, in the area of law enforcement?",
        "That is outside Art. 5(1)(g), read with recital 30.",
    )


@dataclass(frozen=True, slots=True)
class LiveIdentification(Topic):
    """Real-time remote biometric identification by the police, and the conditions on which it is allowed."""

    gate = "real_time"

    real_time: Said = asked(
        "Does remote identification happen in real time, without significant delay?",
        "An element of Art. 5(1)(h).",
    )
    public_space: Said = asked("Is it used in publicly accessible spaces?", "An element of Art. 5(1)(h).")
    for_law_enforcement: Said = asked(
        "Is it used for the purposes of law enforcement?", "An element of Art. 5(1)(h)."
    )
    victim_search: Said = asked(
        "Is the use strictly necessary for a targeted search for specific victims of abduction, trafficking or "
        "sexual exploitation, or for missing persons?",
        "Objective (i) of Art. 5(1)(h).",
    )
    imminent_threat: Said = asked(
        "Is the use strictly necessary to prevent a specific, substantial and imminent threat to life or "
        "physical safety, or a genuine and present or foreseeable threat of a terrorist attack?",
        "Objective (ii) of Art. 5(1)(h).",
    )
    suspect_search: Said = asked(
        "Is the use strictly necessary to locate or identify a suspect of a criminal offence, for "
        "investigating, prosecuting or punishing it?",
        "Objective (iii) of Art. 5(1)(h), for grave offences.",
    )
    annex_2_offence: Said = asked(
        "Is that offence listed in Annex II?", "Objective (iii) of Art. 5(1)(h) is limited to these."
    )
    four_years: Said = asked(
        "Is it punishable there by a custodial sentence or detention order with a maximum of at least four "
        "years?",
        "Objective (iii) of Art. 5(1)(h) is limited to these.",
    )
    targeted_only: Said = asked(
        "Does it only confirm the identity of the individual specifically targeted?",
        "A condition of every permitted use: Art. 5(2).",
    )
    within_limits: Said = asked(
        "Is each use limited in time, place and persons, with no decision against a person on its output alone?",
        "A condition of every permitted use: Art. 5(2), second subparagraph, and 5(3), second subparagraph.",
    )
    national_law: Said = asked(
        "Does the Member State's law provide for authorising this use?",
        "Without such national law the use cannot be authorised: Art. 5(5).",
    )
    assessed: Said = asked(
        "Has the law enforcement authority completed the fundamental rights impact assessment (Art. 27)?",
        "A condition of authorisation: Art. 5(2).",
    )
    registered: Said = asked(
        "Is the system registered in the EU database (or, in urgency, will be without undue delay)?",
        "A condition of authorisation: Art. 5(2).",
    )
    authorised: Said = asked(
        "Is there a prior authorisation (or, in urgency, one requested within 24 hours and not rejected)?",
        "Each use needs one, of a court or an independent authority: Art. 5(3).",
    )


@dataclass(frozen=True, slots=True)
class Emotions(Topic):
    """Reading emotions or intentions."""

    gate = "involved"

    involved: Said = asked(
        "Does it identify or infer people's emotions or intentions?",
        "If not, Art. 5(1)(f) and Annex III 1(c) are ruled out.",
    )
    emotions: Said = within(
        "Does it identify or infer emotions?", "An element of Art. 5(1)(f) and Annex III 1(c)."
    )
    intentions: Said = within(
        "Does it identify or infer intentions?",
        "Enough for an emotion recognition system: Art. 3(39), Annex III 1(c).",
    )
    from_biometrics: Said = asked(
        "Does it identify or infer them from biometric data, such as faces or voices?",
        "An emotion recognition system works on biometric data: Art. 3(39).",
    )
    work_or_education: Said = asked(
        "Is it used in the area of workplace or education institutions?", "An element of Art. 5(1)(f)."
    )
    medical_or_safety: Said = asked(
        "Is it intended for medical or safety reasons?", "The exception of Art. 5(1)(f)."
    )
