"""Which disclosures a product is under: Articles 6, 8 and 9 as tests on facts, not as labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from copilot.law import ProvisionId
from copilot.rules.result import Step
from copilot.rules.sfdr.criterion import Criterion
from copilot.rules.sfdr.duty import Condition, sfdr
from copilot.rules.sfdr.held import Held, every, opposite, some
from copilot.rules.sfdr.product.sustainable_investment import sustainable_investments, well_governed
from copilot.rules.sfdr.told import Told

Regime = Literal["article-6", "article-8", "article-9-1", "article-9-2", "article-9-3"]


@dataclass(frozen=True, slots=True)
class RegimeRule:
    """A set of disclosures and the condition under which a product comes under it."""

    regime: Regime
    provision: ProvisionId
    holds: Condition


def in_scope(told: Told) -> Held:
    """A product of Art. 2, point (12), that a participant of point (1) makes available."""
    return every(told.other_than("kind", "other"), told.other_than("maker", "other"))


def sustainable_objective(told: Told) -> Held:
    """Sustainable investment as the objective, in the sense of Art. 2, point (17): Art. 9(1) and (2)."""
    return every(in_scope(told), told.yes("sustainable_objective"), sustainable_investments(told))


def carbon_objective(told: Told) -> Held:
    """A reduction in carbon emissions as the objective: Art. 9(3)."""
    return every(in_scope(told), told.yes("carbon_objective"))


def without_climate_benchmark(told: Told) -> Held:
    """A carbon objective where neither EU climate benchmark is available: Art. 9(3), second subparagraph."""
    return every(carbon_objective(told), told.no("climate_benchmark_available"))


def with_index(told: Told) -> Held:
    """Sustainable investment as the objective, with a designated index: Art. 9(1)."""
    return every(sustainable_objective(told), told.yes("index_designated"))


def without_index(told: Told) -> Held:
    """Sustainable investment as the objective and no index, unless Art. 9(3) takes its place: Art. 9(2)."""
    replaced = without_climate_benchmark(told)
    return every(sustainable_objective(told), told.no("index_designated"), opposite(replaced))


def article_9(told: Told) -> Held:
    """Any of Art. 9(1), (2) and (3)."""
    return some(sustainable_objective(told), carbon_objective(told))


def _promotes(told: Told) -> Held:
    """Characteristics are promoted, and the companies invested in are well governed."""
    return every(in_scope(told), told.yes("promotes_characteristics"), well_governed(told))


def article_8(told: Told) -> Held:
    """Characteristics are promoted without an objective of Art. 9: Art. 8(1), Art. 14(3)(b) RTS."""
    return every(_promotes(told), opposite(article_9(told)))


def article_8_or_9(told: Told) -> Held:
    """Either of the two; it can be certain that it is one of them while it is open which."""
    return some(article_9(told), _promotes(told))


REGIMES = (
    RegimeRule("article-6", sfdr("art-6/1"), in_scope),
    RegimeRule("article-8", sfdr("art-8/1"), article_8),
    RegimeRule("article-9-1", sfdr("art-9/1"), with_index),
    RegimeRule("article-9-2", sfdr("art-9/2"), without_index),
    RegimeRule("article-9-3", sfdr("art-9/3"), carbon_objective),
)
"""Article 6 is for every product; Articles 8 and 9 add to it."""

CRITERIA = (
    Criterion(
        "Is it a financial product that a financial market participant makes available?",
        "Art. 6 to 11 are for such products, and for every one of them Art. 6 holds.",
        sfdr("art-2/12"),
        in_scope,
    ),
    Criterion(
        "Does it have sustainable investment as its objective and a designated index?",
        "Then Art. 9(1) asks how the index is aligned, and how it differs from a broad market index.",
        sfdr("art-9/1"),
        with_index,
    ),
    Criterion(
        "Does it have sustainable investment as its objective and no designated index?",
        "Then Art. 9(2) asks how the objective is attained. What is called so but fails Art. 2, point (17), is none.",
        sfdr("art-9/2"),
        without_index,
    ),
    Criterion(
        "Is a reduction in carbon emissions its objective?",
        "Then Art. 9(3) holds; its wording asks for that objective alone and repeats no element of Art. 2, point (17).",
        sfdr("art-9/3"),
        carbon_objective,
    ),
    Criterion(
        "Does it promote environmental or social characteristics, with good governance and no objective of Art. 9?",
        "Then Art. 8 holds; what is told investors in Annex II (Art. 14(3) RTS) says that there is no such objective.",
        sfdr("art-8/1"),
        article_8,
    ),
)


def remark(told: Told) -> str:
    """What the regime of Art. 6 does not show: that more is claimed for the product than it can be disclosed as."""
    meant = every(in_scope(told), told.yes("sustainable_objective"))
    if meant.value is True and sustainable_investments(told).value is False:
        return "the objective told is no sustainable investment by Art. 2, point (17)"
    promoted = every(in_scope(told), told.yes("promotes_characteristics"))
    if promoted.value is True and well_governed(told).value is False:
        return (
            "characteristics are promoted although companies invested in are not well governed: Art. 8(1) does not "
            "allow it, and marketing may not contradict what is disclosed (Art. 13(1))"
        )
    return ""


NO_LABEL = Step(
    question="Are Articles 8 and 9 labels that a product is granted?",
    found="no: they are duties to disclose, which follow from what the product promotes or has as its objective",
    matters="Nobody awards them, and the texts held have no rule on the names of products.",
    provision=sfdr("art-1"),
)
