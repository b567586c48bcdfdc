"""What Article 8 and 9 products show on the website and in periodic reports: Articles 10 to 12 SFDR and the RTS."""

from __future__ import annotations

from copilot.rules.sfdr.duty import Condition, Duty, rts, sfdr
from copilot.rules.sfdr.held import Held, every
from copilot.rules.sfdr.product.regime import (
    article_8,
    article_8_or_9,
    article_9,
    carbon_objective,
    without_climate_benchmark,
)
from copilot.rules.sfdr.product.sustainable_investment import committed
from copilot.rules.sfdr.told import Told


def _and(regime: Condition, fact: str) -> Condition:
    return lambda told: every(regime(told), told.yes(fact))


def _and_no(regime: Condition, fact: str) -> Condition:
    return lambda told: every(regime(told), told.no(fact))


def _committed(told: Told) -> Held:
    """A product of Art. 8 that commits to sustainable investments."""
    return every(article_8(told), committed(told))


def _with_climate_benchmark(told: Told) -> Held:
    """A product of Art. 9(3) whose index is one of the EU climate benchmarks."""
    return every(carbon_objective(told), told.yes("index_is_climate_benchmark"))


WEBSITE = (
    Duty(
        "website",
        "financial market participant",
        sfdr("art-10/1"),
        "Publish and keep on the website: the characteristics or the objective, the methodologies with data sources, "
        "screening criteria and indicators, and the disclosures of Art. 8, 9 and 11; clear, brief, easy to find.",
        article_8_or_9,
        ("the page of the website, with its dates",),
    ),
    Duty(
        "website-section",
        "financial market participant",
        rts("art-23"),
        "Publish it in a separate section for the product, beside the other information on the product, with the "
        "prescribed title.",
        article_8_or_9,
        ("the section of the website",),
    ),
    Duty(
        "website-characteristics",
        "financial market participant",
        rts("art-24"),
        "Fill the twelve prescribed sections in their order (the last only where an index is designated); the one on "
        "the objective says with the prescribed sentence that sustainable investment is not the objective.",
        article_8,
        ("the sections of the website", "the summary in the required languages, within two pages"),
        also=(rts("art-25"), rts("art-26/1")),
    ),
    Duty(
        "website-characteristics-harm",
        "financial market participant",
        rts("art-26/2"),
        "Explain on the website how the sustainable investments committed to harm no sustainable objective, with the "
        "indicators for adverse impacts and the OECD and UN principles.",
        _committed,
        ("the section of the website", "the test of harm for each investment"),
        also=(sfdr("art-2/17"),),
    ),
    Duty(
        "website-objective",
        "financial market participant",
        rts("art-37"),
        "Fill the twelve prescribed sections in their order, among them the one that explains why the investments "
        "harm no sustainable objective.",
        article_9,
        ("the sections of the website", "the summary in the required languages, within two pages"),
        also=(rts("art-38"), rts("art-39")),
    ),
    Duty(
        "website-climate-benchmark",
        "financial market participant",
        rts("art-49/1/b"),
        "State on the website that the reference benchmark is an EU Climate Transition or Paris-aligned Benchmark, "
        "and link to its methodology.",
        _with_climate_benchmark,
        ("the section of the website",),
    ),
    Duty(
        "website-no-climate-benchmark",
        "financial market participant",
        rts("art-49/3"),
        "Say on the website that neither EU climate benchmark is available, how the effort is kept up, and how far "
        "the product meets the methodology of Delegated Regulation (EU) 2020/1818.",
        without_climate_benchmark,
        ("the section of the website",),
    ),
    Duty(
        "website-updating",
        "financial market participant",
        sfdr("art-12/1"),
        "Keep what stands there under Art. 10 up to date, and explain each amendment clearly on the same website.",
        article_8_or_9,
        ("the versions of the pages", "the explanations of amendments"),
    ),
)

REPORTS = (
    Duty(
        "report-characteristics",
        "financial market participant",
        sfdr("art-11/1/a"),
        "Describe in periodic reports how far the characteristics are met.",
        article_8,
        ("the periodic report", "the indicators over the period"),
        also=(sfdr("art-11/2"),),
    ),
    Duty(
        "report-impact",
        "financial market participant",
        sfdr("art-11/1/b/i"),
        "Describe in periodic reports the product's overall sustainability-related impact, by indicators.",
        _and_no(article_9, "index_designated"),
        ("the periodic report", "the indicators over the period"),
        also=(sfdr("art-11/2"),),
    ),
    Duty(
        "report-impact-and-index",
        "financial market participant",
        sfdr("art-11/1/b/ii"),
        "Compare in periodic reports the product's overall impact with that of the index designated and of a broad "
        "market index, by indicators.",
        _and(article_9, "index_designated"),
        ("the periodic report", "the indicators of product and indices over the period"),
        also=(sfdr("art-11/2"),),
    ),
    Duty(
        "report-characteristics-template",
        "financial market participant",
        rts("art-50"),
        "Report in the template of Annex IV, annexed to the report, and say so prominently in its main body.",
        _and_no(article_8, "investment_options"),
        ("the completed template of Annex IV",),
        also=(rts("art-50/1"), rts("art-50/2"), rts("anx-4")),
    ),
    Duty(
        "report-characteristics-harm",
        "financial market participant",
        rts("art-51/d"),
        "Explain how the sustainable investments committed to contributed to their objectives and harmed none.",
        _and_no(_committed, "investment_options"),
        ("the section of Annex IV", "the test of harm for each investment"),
        also=(rts("anx-4"),),
    ),
    Duty(
        "report-characteristics-index",
        "financial market participant",
        rts("art-57"),
        "Report how the index designated differs from a broad market index, and how the product did against both.",
        _and(_and_no(article_8, "investment_options"), "index_designated"),
        ("the section of Annex IV",),
        also=(rts("anx-4"),),
    ),
    Duty(
        "report-objective-template",
        "financial market participant",
        rts("art-58"),
        "Report in the template of Annex V, annexed to the report, and say so prominently in its main body.",
        _and_no(article_9, "investment_options"),
        ("the completed template of Annex V",),
        also=(rts("anx-5"),),
    ),
    Duty(
        "report-carbon",
        "financial market participant",
        rts("art-59/c"),
        "Report how the carbon objective was aligned with the Paris Agreement and what the product contributed to it.",
        _and_no(carbon_objective, "investment_options"),
        ("the section of Annex V",),
        also=(rts("anx-5"),),
    ),
    Duty(
        "report-objective-index",
        "financial market participant",
        rts("art-63"),
        "Report how the index designated differs from a broad market index, and how the product did against both.",
        _and(_and_no(article_9, "investment_options"), "index_designated"),
        ("the section of Annex V",),
        also=(rts("anx-5"),),
    ),
    Duty(
        "report-characteristics-options",
        "financial market participant",
        rts("art-65"),
        "State prominently in the report that the characteristics depend on the options held, and annex the template "
        "for each option invested in.",
        _and(article_8, "investment_options"),
        ("the statement in the report", "the completed templates of the options"),
        also=(rts("anx-4"), rts("anx-5")),
    ),
    Duty(
        "report-objective-options",
        "financial market participant",
        rts("art-66"),
        "State prominently in the report that sustainable investment is the objective, and annex the template for "
        "each option invested in.",
        _and(article_9, "investment_options"),
        ("the statement in the report", "the completed templates of the options"),
        also=(rts("anx-5"),),
    ),
)

DUTIES = (*WEBSITE, *REPORTS)
