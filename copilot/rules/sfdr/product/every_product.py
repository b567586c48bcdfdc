"""What is owed for every product: Articles 6, 7 and 13 SFDR, and Article 2 of the RTS."""

from __future__ import annotations

from copilot.rules.sfdr.duty import Duty, rts, sfdr
from copilot.rules.sfdr.held import Held, every
from copilot.rules.sfdr.product.regime import in_scope
from copilot.rules.sfdr.told import Told


def _irrelevant(told: Told) -> Held:
    """The participant deems sustainability risks irrelevant to the product."""
    return every(in_scope(told), told.no("risks_relevant"))


def _impacts_considered(told: Told) -> Held:
    """The participant applies Art. 4(1)(a), 4(3) or 4(4)."""
    return every(in_scope(told), told.yes("entity_considers_impacts"))


def _impacts_not_considered(told: Told) -> Held:
    """The participant applies Art. 4(1)(b)."""
    return every(in_scope(told), told.no("entity_considers_impacts"))


DUTIES = (
    Duty(
        "sustainability-risks",
        "financial market participant",
        sfdr("art-6/1"),
        "Describe before the contract how sustainability risks enter investment decisions and what they are likely to "
        "do to the product's returns; where they are deemed irrelevant, explain why.",
        in_scope,
        ("the pre-contractual disclosure", "the assessment of the risks"),
        also=(sfdr("art-6/1/a"), sfdr("art-6/1/b")),
    ),
    Duty(
        "sustainability-risks-irrelevant",
        "financial market participant",
        sfdr("art-6/1/sub-2"),
        "Explain the reasons why sustainability risks are deemed irrelevant, clearly and in brief.",
        _irrelevant,
        ("the explanation in the pre-contractual disclosure", "the assessment behind it"),
    ),
    Duty(
        "disclosure-document",
        "financial market participant",
        sfdr("art-6/3"),
        "Disclose in the document that Art. 6(3) names for this kind of participant.",
        in_scope,
        ("the document",),
    ),
    Duty(
        "product-adverse-impacts",
        "financial market participant",
        sfdr("art-7/1"),
        "Explain with reasons whether the product considers principal adverse impacts and, if so, how; and say that "
        "the periodic information of Art. 11(2) tells of them.",
        _impacts_considered,
        ("the explanation in the pre-contractual disclosure",),
        also=(sfdr("art-7/1/a"), sfdr("art-7/1/b"), sfdr("art-4/1/a"), sfdr("art-4/3"), sfdr("art-4/4")),
    ),
    Duty(
        "product-adverse-impacts-not-considered",
        "financial market participant",
        sfdr("art-7/2"),
        "State for the product that the participant does not consider adverse impacts, and why.",
        _impacts_not_considered,
        ("the statement in the pre-contractual disclosure",),
        also=(sfdr("art-4/1/b"),),
    ),
    Duty(
        "product-marketing",
        "financial market participant",
        sfdr("art-13/1"),
        "See to it that the product's marketing does not contradict what is disclosed under SFDR.",
        in_scope,
        ("the review of marketing communications against the disclosures",),
    ),
    Duty(
        "product-presentation",
        "financial market participant",
        rts("art-2"),
        "Provide what the RTS ask for free of charge, easy to find and to read, searchable; on the website with the "
        "dates of publication and update; with LEIs and ISINs where there are any.",
        in_scope,
        ("the dates shown", "the version history in file names"),
    ),
)
