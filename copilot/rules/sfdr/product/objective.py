"""What is disclosed before a contract on a sustainable objective: Article 9 SFDR, Articles 18, 19 and 21 RTS."""

from __future__ import annotations

from copilot.rules.sfdr.duty import Duty, rts, sfdr
from copilot.rules.sfdr.held import Held, every, some
from copilot.rules.sfdr.product.regime import (
    article_9,
    carbon_objective,
    with_index,
    without_climate_benchmark,
    without_index,
)
from copilot.rules.sfdr.told import Told


def _with_methodology(told: Told) -> Held:
    """An index of Art. 9(1), or a climate benchmark of Art. 9(3)."""
    climate = every(carbon_objective(told), told.yes("index_is_climate_benchmark"))
    return some(with_index(told), climate)


def _in_one_annex(told: Told) -> Held:
    """A product of Art. 9 without investment options."""
    return every(article_9(told), told.no("investment_options"))


def _by_options(told: Told) -> Held:
    """A product of Art. 9 whose investment options all have the objective: Art. 21(1) RTS."""
    return every(article_9(told), told.yes("investment_options"))


def _with_social_objective(told: Told) -> Held:
    """A product of Art. 9 with investments that contribute to a social objective."""
    return every(_in_one_annex(told), told.yes("contributes_social"))


DUTIES = (
    Duty(
        "objective-index",
        "financial market participant",
        sfdr("art-9/1"),
        "Add to the disclosures of Art. 6 how the designated index is aligned with the objective, and why and how it "
        "differs from a broad market index.",
        with_index,
        ("the pre-contractual disclosure", "the analysis of the index"),
        also=(sfdr("art-9/1/a"), sfdr("art-9/1/b"), sfdr("art-2/17")),
    ),
    Duty(
        "objective-without-index",
        "financial market participant",
        sfdr("art-9/2"),
        "Add to the disclosures of Art. 6 an explanation of how the objective is attained.",
        without_index,
        ("the pre-contractual disclosure", "the investment strategy"),
        also=(sfdr("art-2/17"),),
    ),
    Duty(
        "objective-carbon",
        "financial market participant",
        sfdr("art-9/3"),
        "Name as the objective an exposure to low carbon emissions, in view of the Paris Agreement's long-term goals.",
        carbon_objective,
        ("the pre-contractual disclosure",),
    ),
    Duty(
        "objective-carbon-without-benchmark",
        "financial market participant",
        sfdr("art-9/3/sub-2"),
        "Explain in detail, in place of Art. 9(2), how the effort towards the carbon objective is kept up, since "
        "neither EU climate benchmark is available.",
        without_climate_benchmark,
        ("the explanation in the pre-contractual disclosure", "the search for a benchmark"),
    ),
    Duty(
        "objective-index-methodology",
        "financial market participant",
        sfdr("art-9/4"),
        "Say where the methodology of the index or benchmark can be found.",
        _with_methodology,
        ("the reference in the pre-contractual disclosure",),
    ),
    Duty(
        "objective-template",
        "financial market participant",
        rts("art-18"),
        "Present this in the template of Annex III, annexed to the document, and say so prominently in its main body. "
        "The annex begins with sustainable investment as the objective.",
        _in_one_annex,
        ("the completed template of Annex III", "the statement in the main body"),
        also=(rts("art-18/1"), rts("art-18/2"), rts("art-18/3"), rts("anx-3")),
    ),
    Duty(
        "objective-options",
        "financial market participant",
        rts("art-21"),
        "State prominently that sustainable investment is the objective and where to read of it; list the options "
        "with their proportions, and annex the template for each.",
        _by_options,
        ("the statement and the list in the main body", "the completed templates of the options"),
        also=(rts("art-21/1"), rts("art-21/2"), rts("art-21/3"), rts("art-21/4"), rts("anx-3")),
    ),
    Duty(
        "objective-social-share",
        "financial market participant",
        rts("art-19/4"),
        "State in Annex III the minimum share of investments that contribute to a social objective.",
        _with_social_objective,
        ("the share in the template", "the figures behind it"),
        also=(rts("anx-3"),),
    ),
)
