"""What provider and deployer tell people: Article 50(1) to (5), each paragraph by itself."""

from __future__ import annotations

from copilot.rules.ai_act.duties.rule import Bearer, DutyRule, Follows, Relief, duty
from copilot.rules.ai_act.rule import act
from copilot.rules.ai_act.transparency import ARTISTIC_RELIEF


def _paragraphs(*paths: str) -> Follows:
    return Follows(("transparency",), only=tuple(act(path) for path in paths))


INTERACTION = duty(
    "tell-of-interaction",
    "provider",
    "art-50/1",
    "Tell people that they talk to AI",
    "Design the system so that people who interact with it learn that it is AI.",
    "Screens or scripts with the notice",
    "Test that it appears at the first interaction",
    follows=_paragraphs("art-50/1"),
)

MARKING = duty(
    "mark-output",
    "provider",
    "art-50/2",
    "Mark generated content",
    "Mark outputs machine-readably and make them detectable as artificial, by means that are effective, "
    "interoperable, robust and reliable so far as technically feasible.",
    "Description of marking and detection",
    "Tests of how robust the marking is",
    follows=_paragraphs("art-50/2"),
)

EXPOSURE = duty(
    "tell-of-exposure",
    "deployer",
    "art-50/3",
    "Tell people that emotions or biometric categories are read",
    "Tell the persons exposed that the system operates, and process their personal data by data protection "
    "law.",
    "Notice at the place of exposure",
    "Record of processing activities",
    follows=_paragraphs("art-50/3"),
)

DEEP_FAKE = duty(
    "disclose-deep-fake",
    "deployer",
    "art-50/4",
    "Disclose deep fakes",
    "Disclose that the image, audio or video is artificially generated or manipulated.",
    "Sample with its label",
    follows=Follows(("transparency",), only=(act("art-50/4"),), but_not=(act("art-50/4/sub-2"),)),
    reliefs=(
        Relief(
            "for an evidently artistic, creative, satirical or fictional work it is enough to disclose "
            "that such content exists, without hampering the work",
            act("art-50/4"),
            ARTISTIC_RELIEF.elements,
        ),
    ),
)

PUBLIC_TEXT = duty(
    "disclose-text",
    "deployer",
    "art-50/4/sub-2",
    "Disclose generated text on public matters",
    "Disclose that text published to inform the public on matters of public interest is artificial.",
    "Sample with its label",
    "Editorial procedure, where review is relied on",
    follows=_paragraphs("art-50/4/sub-2"),
)


def _clearly(key: str, role: Bearer, *paths: str) -> DutyRule:
    return duty(
        key,
        role,
        "art-50/5",
        "Inform clearly, in time and accessibly",
        "Give this information clearly and distinguishably, no later than at the first interaction or "
        "exposure, and in line with accessibility requirements.",
        "Accessibility test of the notice",
        follows=_paragraphs(*paths),
    )


DUTIES = (
    INTERACTION,
    MARKING,
    EXPOSURE,
    DEEP_FAKE,
    PUBLIC_TEXT,
    _clearly("inform-clearly-provider", "provider", "art-50/1", "art-50/2"),
    _clearly("inform-clearly-deployer", "deployer", "art-50/3", "art-50/4"),
)
