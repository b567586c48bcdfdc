"""The transparency of Article 50(1) to (4); each paragraph stands by itself and beside a high-risk class."""

from __future__ import annotations

from copilot.rules.ai_act.formula import Formula, all_of, none_of, one_of, told
from copilot.rules.ai_act.rule import Exemption, Party, Rule, act

VERSION = "1"

_AUTHORISED = "authorised by law for criminal offences: to prosecute, investigate, prevent or detect them"


def _paragraph(
    path: str, party: Party, question: str, matters: str, elements: Formula, *exemptions: Exemption
) -> Rule:
    return Rule(
        tier="transparency",
        provision=act(path),
        question=question,
        matters=matters,
        elements=elements,
        exemptions=exemptions,
        dated=(act(path),),
        owed_by=party,
        version=VERSION,
    )


INTERACTION = _paragraph(
    "art-50/1",
    "provider",
    "Must people be told that they interact with an AI system?",
    "The provider designs it so that people are informed.",
    told("conversation.direct"),
    Exemption("it is obvious", act("art-50/1"), told("conversation.obvious")),
    Exemption(
        _AUTHORISED,
        act("art-50/1"),
        all_of(
            "crime_fighting.authorised_by_law",
            "crime_fighting.safeguards",
            none_of("crime_fighting.public_reporting"),
        ),
    ),
)

MARKING = _paragraph(
    "art-50/2",
    "provider",
    "Must its outputs be marked as artificially generated or manipulated?",
    "The provider marks outputs in a machine-readable format and makes them detectable.",
    told("content.synthetic"),
    Exemption(
        "assistive function for standard editing", act("art-50/2"), told("content.assistive_editing")
    ),
    Exemption("input not substantially altered", act("art-50/2"), told("content.input_unaltered")),
    Exemption(_AUTHORISED, act("art-50/2"), told("crime_fighting.authorised_by_law")),
)

EXPOSURE = _paragraph(
    "art-50/3",
    "deployer",
    "Must people be told that their emotions or biometric categories are read?",
    "The deployer informs those exposed to the system.",
    one_of(
        all_of(one_of("emotions.emotions", "emotions.intentions"), "emotions.from_biometrics"),
        all_of("biometrics.categorises", none_of("biometrics.ancillary")),
    ),
    Exemption(
        "permitted by law for criminal offences: to investigate, prevent or detect them",
        act("art-50/3"),
        all_of("crime_fighting.permitted_biometrics", "crime_fighting.safeguards"),
    ),
)

DEEP_FAKE = _paragraph(
    "art-50/4",
    "deployer",
    "Must a deep fake be disclosed?",
    "The deployer discloses that the content is artificial.",
    told("content.deep_fake"),
    Exemption(_AUTHORISED, act("art-50/4"), told("crime_fighting.authorised_by_law")),
)

PUBLIC_TEXT = _paragraph(
    "art-50/4/sub-2",
    "deployer",
    "Must generated text on matters of public interest be disclosed?",
    "The deployer discloses that the text is artificial.",
    told("content.public_interest_text"),
    Exemption(_AUTHORISED, act("art-50/4/sub-2"), told("crime_fighting.authorised_by_law")),
    Exemption(
        "human review or editorial control, with editorial responsibility",
        act("art-50/4/sub-2"),
        all_of("content.human_review", "content.editorial_responsibility"),
    ),
)

ARTISTIC_RELIEF = _paragraph(
    "art-50/4",
    "deployer",
    "Is the disclosure of a deep fake limited, since it is evidently art, satire or fiction?",
    "Then its existence is disclosed in a way that does not hamper the work.",
    all_of(DEEP_FAKE.elements, "content.artistic"),
    *DEEP_FAKE.exemptions,
)

PARAGRAPHS = (INTERACTION, MARKING, EXPOSURE, DEEP_FAKE, PUBLIC_TEXT)
RELIEFS = (ARTISTIC_RELIEF,)
