"""What the importer of a high-risk system owes: Article 23."""

from __future__ import annotations

from copilot.rules.ai_act.duties.rule import DutyRule, duty


def _importer(key: str, path: str, title: str, what: str, *evidence: str, also: str = "") -> DutyRule:
    return duty(key, "importer", path, title, what, *evidence, also=also)


DUTIES = (
    _importer(
        "importer-verify",
        "art-23/1",
        "Verify before importing",
        "Before placing the system on the market, verify the conformity assessment, the technical "
        "documentation, CE marking, declaration and instructions, and that the provider has appointed a "
        "representative.",
        "Checklist for each system, dated before placing",
        also="art-43 art-11 art-47 art-22/1",
    ),
    _importer(
        "importer-hold-back",
        "art-23/2",
        "Hold back what does not conform",
        "With sufficient reason to think that the system does not conform or is falsified, do not place it "
        "on the market until it conforms; where it presents a risk in the sense of Art. 79(1), tell "
        "provider, representative and market surveillance authorities.",
        "Decisions to hold back, and notices",
    ),
    _importer(
        "importer-name",
        "art-23/3",
        "Name and address",
        "Show your name, trade name or mark and your address on the system and, where applicable, on its "
        "packaging or documents.",
        "Label or screen with name and address",
    ),
    _importer(
        "importer-storage",
        "art-23/4",
        "Storage and transport",
        "While the system is in your hands, see that storage and transport do not endanger its conformity.",
        "Conditions of storage and transport",
    ),
    _importer(
        "importer-keep-documents",
        "art-23/5",
        "Keep documents for ten years",
        "Keep the certificate, where there is one, the instructions and the EU declaration of conformity "
        "for ten years after the system reached the market.",
        "Archive with retention dates",
    ),
    _importer(
        "importer-information",
        "art-23/6",
        "Show conformity on request",
        "Give authorities, on reasoned request, what shows conformity, in a language they understand, and "
        "make sure that the technical documentation can be had.",
        "File that can be handed over",
    ),
    _importer(
        "importer-cooperation",
        "art-23/7",
        "Cooperate with the authorities",
        "Cooperate with the competent authorities in what they do about a system you placed on the market.",
        "Who answers the authorities",
    ),
)
