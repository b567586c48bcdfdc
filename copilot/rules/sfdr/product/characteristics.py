"""What is disclosed before a contract on promoted characteristics: Article 8 SFDR, Articles 14, 16 and 20 RTS."""

from __future__ import annotations

from copilot.rules.sfdr.duty import Duty, rts, sfdr
from copilot.rules.sfdr.held import Held, every
from copilot.rules.sfdr.product.regime import article_8
from copilot.rules.sfdr.product.sustainable_investment import committed
from copilot.rules.sfdr.told import Told


def _with_index(told: Told) -> Held:
    """A product of Art. 8 with a designated index."""
    return every(article_8(told), told.yes("index_designated"))


def _in_one_annex(told: Told) -> Held:
    """A product of Art. 8 without investment options."""
    return every(article_8(told), told.no("investment_options"))


def _by_options(told: Told) -> Held:
    """A product of Art. 8 that is one by its investment options: Art. 20(1) RTS."""
    return every(article_8(told), told.yes("investment_options"))


def _with_social_commitment(told: Told) -> Held:
    """A product of Art. 8 that commits to investments with a social objective."""
    return every(_in_one_annex(told), committed(told), told.yes("contributes_social"))


DUTIES = (
    Duty(
        "characteristics",
        "financial market participant",
        sfdr("art-8/1"),
        "Add to the disclosures of Art. 6 how the promoted characteristics are met.",
        article_8,
        ("the pre-contractual disclosure", "the policy on good governance of companies invested in"),
        also=(sfdr("art-8/1/a"),),
    ),
    Duty(
        "characteristics-index",
        "financial market participant",
        sfdr("art-8/1/b"),
        "Add whether the designated index is consistent with the promoted characteristics, and how.",
        _with_index,
        ("the pre-contractual disclosure", "the analysis of the index"),
    ),
    Duty(
        "characteristics-index-methodology",
        "financial market participant",
        sfdr("art-8/2"),
        "Say where the methodology of the designated index can be found.",
        _with_index,
        ("the reference in the pre-contractual disclosure",),
    ),
    Duty(
        "characteristics-template",
        "financial market participant",
        rts("art-14"),
        "Present this in the template of Annex II, annexed to the document, and say so prominently in its main body. "
        "The annex begins with whether sustainable investments are intended, and that they are not the objective.",
        _in_one_annex,
        ("the completed template of Annex II", "the statement in the main body"),
        also=(rts("art-14/1"), rts("art-14/2"), rts("art-14/3"), rts("anx-2")),
    ),
    Duty(
        "characteristics-options",
        "financial market participant",
        rts("art-20"),
        "State prominently that the characteristics are promoted and met only while one of the listed options is "
        "held; list the options with their proportions, and annex the template for each.",
        _by_options,
        ("the statement and the list in the main body", "the completed templates of the options"),
        also=(
            rts("art-20/1"),
            rts("art-20/2"),
            rts("art-20/3"),
            rts("art-20/4"),
            rts("anx-2"),
            rts("anx-3"),
        ),
    ),
    Duty(
        "characteristics-social-share",
        "financial market participant",
        rts("art-16"),
        "State in Annex II the minimum share of sustainable investments with a social objective.",
        _with_social_commitment,
        ("the share in the template", "the figures behind it"),
        also=(rts("anx-2"),),
    ),
)
