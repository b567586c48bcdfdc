"""A financial product, so far as what its maker discloses under SFDR depends on it."""

# ruff: noqa: RUF009  # asked() makes fields

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import ConfigDict

from copilot.rules.sfdr.facts.asked import (
    Number,
    asked,
    contradiction,
    require_consistent,
    require_number,
)
from copilot.rules.telling import UNLESS_UNKNOWN, Name, Said

ProductKind = Literal[
    "portfolio", "aif", "ibip", "pension-product", "pension-scheme", "ucits", "pepp", "other"
]
"""The products of Article 2, point (12), in its order; ``other`` is none of them."""

Maker = Literal[
    "aifm",
    "insurance-undertaking",
    "iorp",
    "euveca-manager",
    "eusef-manager",
    "pension-manufacturer",
    "ucits-manager",
    "investment-firm",
    "credit-institution",
    "eltif-manager",
    "pepp-provider",
    "other",
]
"""Who makes the product available, as Article 6(3) names them; ``other`` is no financial market participant."""

_ONLY_MAKER: dict[ProductKind, Maker] = {"ibip": "insurance-undertaking", "ucits": "ucits-manager"}
"""Products that only one kind of participant makes available: Article 2, points (1)(a), (i) and (10)."""


@dataclass(frozen=True, slots=True)
class Product:
    """What is known of a product; whatever nobody told is open."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: Name = ""
    kind: Annotated[ProductKind | None, UNLESS_UNKNOWN] = asked(
        "Which product is it: portfolio, aif, ibip, pension-product, pension-scheme, ucits, pepp, or other?",
        "Only the products of Art. 2, point (12), are financial products here.",
    )
    maker: Annotated[Maker | None, UNLESS_UNKNOWN] = asked(
        "Who makes it available: aifm, insurance-undertaking, iorp, euveca-manager, eusef-manager, "
        "pension-manufacturer, ucits-manager, investment-firm, credit-institution, eltif-manager, pepp-provider, "
        "or other?",
        "The duties are those of participants (Art. 2, point (1)), each with a document of its own: Art. 6(3), 11(2).",
    )
    risks_relevant: Said = asked(
        "Does the participant deem sustainability risks relevant to it?",
        "If not, the reasons are explained instead: Art. 6(1), second subparagraph.",
    )
    entity_considers_impacts: Said = asked(
        "Does the participant consider principal adverse impacts, by choice or since Art. 4(3) or (4) has it do so?",
        "Art. 7(1) asks for an explanation then, Art. 7(2) for a statement otherwise.",
    )
    promotes_characteristics: Said = asked(
        "Does it promote environmental or social characteristics, among others?", "An element of Art. 8(1)."
    )
    sustainable_objective: Said = asked(
        "Is sustainable investment its objective?", "An element of Art. 9(1) and (2)."
    )
    carbon_objective: Said = asked(
        "Is a reduction in carbon emissions its objective?", "The element of Art. 9(3)."
    )
    index_designated: Said = asked(
        "Has an index been designated as its reference benchmark?",
        "Art. 8(1)(b) and 9(1) ask for more about the index then.",
    )
    index_is_climate_benchmark: Said = asked(
        "Is that index an EU Climate Transition or EU Paris-aligned Benchmark?",
        "Art. 9(4) asks where its methodology is found, Art. 49(1)(b) of the RTS for a statement.",
        within="index_designated",
    )
    climate_benchmark_available: Said = asked(
        "Is any EU Climate Transition or EU Paris-aligned Benchmark available?",
        "If not, Art. 9(3), second subparagraph, takes the place of Art. 9(2).",
    )
    invests_in_companies: Said = asked(
        "Does it invest in companies?",
        "Good governance is asked of companies invested in: Art. 2, point (17), and Art. 8(1).",
    )
    good_governance: Said = asked(
        "Do the companies it invests in follow good governance practices (management structures, employee "
        "relations, staff remuneration, tax compliance)?",
        "A proviso of Art. 8(1) and an element of Art. 2, point (17).",
    )
    contributes_environmental: Said = asked(
        "Do its sustainable investments contribute to an environmental objective?",
        "An element of Art. 2, point (17), unless they contribute to a social one.",
    )
    contributes_social: Said = asked(
        "Do its sustainable investments contribute to a social objective?",
        "An element of Art. 2, point (17), unless they contribute to an environmental one.",
    )
    significant_harm: Said = asked(
        "Do its sustainable investments significantly harm any environmental or social objective?",
        "Then they are no sustainable investments: Art. 2, point (17).",
    )
    commits_to_sustainable_investments: Said = asked(
        "Does it commit to sustainable investments without having them as its objective?",
        "More is disclosed about them then: Art. 16, 26(2) and 51(d) of the RTS.",
    )
    minimum_sustainable_share: Number = asked(
        "Which minimum share of sustainable investments, in percent, does it commit to?",
        "Any share above 0 is a commitment; SFDR sets no minimum share of its own.",
    )
    taxonomy_article_5: Said = asked(
        "Is it a product of Art. 5 of Regulation (EU) 2020/852?",
        "Art. 9(4a) and 11(1)(c) then bring in what that Article requires.",
    )
    taxonomy_article_6: Said = asked(
        "Is it a product of Art. 6 of Regulation (EU) 2020/852?",
        "Art. 8(2a) and 11(1)(d) then bring in what that Article requires.",
    )
    investment_options: Said = asked(
        "Does it offer the investor options, which make it what it is (one or more for Art. 8, all for Art. 9)?",
        "A statement and an annex for each option then take the place of the one annex: Art. 20, 21 RTS.",
    )

    def __post_init__(self) -> None:
        require_number("minimum_sustainable_share", self.minimum_sustainable_share, 100)
        require_consistent(self)
        only = None if self.kind is None else _ONLY_MAKER.get(self.kind)
        if only is not None and self.maker not in (None, only):
            raise contradiction(self, "kind", "maker")
        no_commitment = (
            self.commits_to_sustainable_investments is False and self.sustainable_objective is False
        )
        if self.minimum_sustainable_share and no_commitment:
            raise contradiction(self, "minimum_sustainable_share", "commits_to_sustainable_investments")
