"""What comes in from the Taxonomy: Articles 8(2a), 9(4a) and 11(1)(c), (d) SFDR, Articles 15, 19, 55 and 62 RTS.

Regulation (EU) 2020/852 is not among the texts held: what its Articles 5 and 6 require is named, not restated.
"""

from __future__ import annotations

from copilot.rules.sfdr.duty import Duty, rts, sfdr
from copilot.rules.sfdr.held import Held, every
from copilot.rules.sfdr.product.regime import article_8, article_9
from copilot.rules.sfdr.told import Told

_CHARTS = (
    "Show in the template how far investments are in environmentally sustainable activities, with and without "
    "sovereign exposures, from 20 February 2023 with gas and nuclear activities apart; describe them, with the "
    "minimum shares of transitional and enabling activities."
)
_REPORTED = (
    "Show in the template how far investments were in environmentally sustainable activities, with and without "
    "sovereign exposures, by environmental objective and compared with earlier periods, and describe them."
)


def _of_article_6(told: Told) -> Held:
    """A product of Art. 8 that Art. 6 of Regulation (EU) 2020/852 covers."""
    return every(article_8(told), told.yes("taxonomy_article_6"))


def _of_article_5(told: Told) -> Held:
    """A product of Art. 9 that Art. 5 of Regulation (EU) 2020/852 covers."""
    return every(article_9(told), told.yes("taxonomy_article_5"))


def _charts_of_8(told: Told) -> Held:
    """Options give the charts in annexes of their own: Art. 20 derogates."""
    return every(_of_article_6(told), told.no("investment_options"))


def _charts_of_9(told: Told) -> Held:
    """Options give the charts in annexes of their own: Art. 21 derogates."""
    return every(_of_article_5(told), told.no("investment_options"))


DUTIES = (
    Duty(
        "taxonomy-characteristics",
        "financial market participant",
        sfdr("art-8/2a"),
        "Include what Art. 6 of Regulation (EU) 2020/852 requires; its text is not among those held.",
        _of_article_6,
        ("the pre-contractual disclosure", "the assessment of the investments' activities"),
    ),
    Duty(
        "taxonomy-characteristics-charts",
        "financial market participant",
        rts("art-15"),
        _CHARTS,
        _charts_of_8,
        ("the charts in the template of Annex II", "the calculation by Art. 17 RTS"),
        also=(rts("art-15/1"), rts("art-15/2"), rts("art-15/3"), rts("art-17"), rts("anx-2")),
    ),
    Duty(
        "taxonomy-objective",
        "financial market participant",
        sfdr("art-9/4a"),
        "Include what Art. 5 of Regulation (EU) 2020/852 requires; its text is not among those held.",
        _of_article_5,
        ("the pre-contractual disclosure", "the assessment of the investments' activities"),
    ),
    Duty(
        "taxonomy-objective-charts",
        "financial market participant",
        rts("art-19"),
        _CHARTS,
        _charts_of_9,
        ("the charts in the template of Annex III", "the calculation by Art. 17 RTS"),
        also=(rts("art-19/1"), rts("art-19/2"), rts("art-19/3"), rts("art-17"), rts("anx-3")),
    ),
    Duty(
        "taxonomy-objective-report",
        "financial market participant",
        sfdr("art-11/1/c"),
        "Report what Art. 5 of Regulation (EU) 2020/852 requires; its text is not among those held.",
        _of_article_5,
        ("the periodic report",),
    ),
    Duty(
        "taxonomy-objective-report-charts",
        "financial market participant",
        rts("art-62"),
        _REPORTED,
        _charts_of_9,
        ("the charts in the template of Annex V", "the calculation by Art. 17 RTS"),
        also=(rts("art-62/1"), rts("art-62/2"), rts("anx-5")),
    ),
    Duty(
        "taxonomy-characteristics-report",
        "financial market participant",
        sfdr("art-11/1/d"),
        "Report what Art. 6 of Regulation (EU) 2020/852 requires; its text is not among those held.",
        _of_article_6,
        ("the periodic report",),
    ),
    Duty(
        "taxonomy-characteristics-report-charts",
        "financial market participant",
        rts("art-55"),
        _REPORTED,
        _charts_of_8,
        ("the charts in the template of Annex IV", "the calculation by Art. 17 RTS"),
        also=(rts("art-55/1"), rts("art-55/2"), rts("anx-4")),
    ),
)
