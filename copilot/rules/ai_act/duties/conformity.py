"""How conformity is assessed, declared and shown: Articles 41, 43, 47 and 48."""

from __future__ import annotations

from copilot.rules.ai_act.duties.rule import ANNEX_I_A, annex_iii, duty
from copilot.rules.ai_act.formula import none_of, told
from copilot.rules.ai_act.rule import AMENDED, FIRST_WORDING

_ONLY_WITH_STANDARDS = (
    "Where that law lets a manufacturer who applies harmonised standards do without a third party, this is "
    "open only if such standards or common specifications cover all of Section 2 as well."
)
_SECTOR_FIRST = (
    "Where a law of Annex I, Section A, covers it, too, that law's procedure replaces this: Art. 43(3)."
)

CHOICE = duty(
    "conformity-choice",
    "provider",
    "art-43/1",
    "Conformity assessment: internal control or notified body",
    "Before the system reaches the market, choose between internal control (Annex VI) and an assessment by "
    f"a notified body (Annex VII), and go through it. {_SECTOR_FIRST}",
    "List of the standards or specifications applied, requirement by requirement",
    "Record of the procedure chosen and its result",
    follows=annex_iii("1"),
    when=told("operation.standards_applied"),
    also="art-16/f anx-6 anx-7",
)

NOTIFIED_BODY = duty(
    "conformity-notified-body",
    "provider",
    "art-43/1/sub-2",
    "Conformity assessment by a notified body",
    "Before the system reaches the market, have a notified body assess quality management and technical "
    "documentation (Annex VII), since no harmonised standards or common specifications were applied in "
    "full. For police, immigration or asylum authorities and for Union bodies the market surveillance "
    f"authority takes that part. {_SECTOR_FIRST}",
    "Certificate of the notified body",
    "Application to the notified body, with the documents handed over",
    follows=annex_iii("1"),
    when=none_of("operation.standards_applied"),
    also="art-43/1 art-43/1/sub-3 art-16/f anx-7",
)

INTERNAL_CONTROL = duty(
    "conformity-internal-control",
    "provider",
    "art-43/2",
    "Conformity assessment by internal control",
    "Before the system reaches the market, go through internal control (Annex VI); no notified body takes "
    "part. " + _SECTOR_FIRST,
    "Record of the internal control: quality management, documentation, design and monitoring checked",
    follows=annex_iii(*"2345678"),
    also="art-16/f anx-6",
)

SECTOR_PROCEDURE_UNTIL_2026 = duty(
    "conformity-sector-law",
    "provider",
    "art-43/3",
    "Conformity assessment under the product law",
    "Before the system reaches the market, go through the procedure of the product's own law, which takes "
    f"in the requirements of Section 2. {_ONLY_WITH_STANDARDS}",
    "Certificate or record of the procedure under that law",
    follows=ANNEX_I_A,
    also="art-43/3/sub-3 art-16/f anx-7",
    in_force=FIRST_WORDING,
)
SECTOR_PROCEDURE = duty(
    "conformity-sector-law",
    "provider",
    "art-43/3",
    "Conformity assessment under the product law",
    "Before the system reaches the market, go through the procedure of the product's own law, which takes "
    f"in the requirements of Section 2 and the quality management system. {_ONLY_WITH_STANDARDS} The system "
    "alone does not force a third party on a product of which that law asks none.",
    "Certificate or record of the procedure under that law",
    "Assessment of the quality management system",
    follows=ANNEX_I_A,
    also="art-43/3/sub-3 art-43/3/sub-4 art-16/f anx-7",
    in_force=AMENDED,
)

NEW_ASSESSMENT = duty(
    "conformity-after-change",
    "provider",
    "art-43/4",
    "New assessment after a substantial modification",
    "Have the system assessed anew after each substantial modification. Changes of a learning system that "
    "were foreseen in the first assessment and documented are none.",
    "Log of changes, each with the decision whether it is substantial",
    "List of the changes determined beforehand",
)

SPECIFICATIONS = duty(
    "justify-other-solutions",
    "provider",
    "art-41/5",
    "Justify solutions beside common specifications",
    "Where the Commission has laid down common specifications and you do not follow them, justify that "
    "your solutions meet the requirements at least as well.",
    "Justification, requirement by requirement",
    when=told("operation.departs_from_specifications"),
)

DECLARATION = duty(
    "declaration-of-conformity",
    "provider",
    "art-47",
    "EU declaration of conformity",
    "Draw up a signed or machine-readable declaration for each system with what Annex V lists, keep it "
    "current, and hold it ready for ten years; with it you answer for conformity.",
    "EU declaration of conformity",
    also="art-16/g anx-5",
)

CE_MARKING = duty(
    "ce-marking",
    "provider",
    "art-48",
    "CE marking",
    "Affix the CE marking visibly, legibly and indelibly, digitally for a digital system that makes it "
    "easy to reach, else on packaging or documents; add the notified body's number where one took part.",
    "Picture or screen with the marking",
    also="art-16/h",
)

DUTIES = (
    SPECIFICATIONS,
    CHOICE,
    NOTIFIED_BODY,
    INTERNAL_CONTROL,
    SECTOR_PROCEDURE_UNTIL_2026,
    SECTOR_PROCEDURE,
    NEW_ASSESSMENT,
    DECLARATION,
    CE_MARKING,
)
