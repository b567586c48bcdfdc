import pytest

from tests.rules.sfdr.conftest import AskProduct
from tests.rules.sfdr.found import certain, named, owed, possible
from tests.rules.sfdr.product.test_regime import ARTICLE_8, ARTICLE_9, NO_OBJECTIVE


def test_a_plain_product_has_neither_website_section_nor_periodic_disclosure(product: AskProduct) -> None:
    plain = product(promotes_characteristics=False, **NO_OBJECTIVE)

    assert not {each.name for each in plain.obligations if each.name.startswith(("website", "report"))}


def test_article_8_reports_in_annex_iv_and_article_9_in_annex_v(product: AskProduct) -> None:
    eight = product(**ARTICLE_8, investment_options=False)
    nine = product(**ARTICLE_9, investment_options=False, index_designated=False)

    assert {"report-characteristics", "report-characteristics-template", "website-characteristics"} <= owed(
        eight
    )
    assert "sfdr-rts/anx-4" in map(str, named(eight, "report-characteristics-template").also)
    assert {"report-impact", "report-objective-template", "website-objective"} <= owed(nine)
    assert "sfdr-rts/anx-5" in map(str, named(nine, "report-objective-template").also)


def test_an_index_is_compared_with(product: AskProduct) -> None:
    found = product(**ARTICLE_9, investment_options=False, index_designated=True)

    assert {"report-impact-and-index", "report-objective-index"} <= certain(found)
    assert "report-impact" not in certain(found) | possible(found)


def test_a_commitment_is_shown_to_do_no_harm(product: AskProduct) -> None:
    told = {**ARTICLE_8, "investment_options": False}
    harm = {"website-characteristics-harm", "report-characteristics-harm"}

    assert harm <= certain(product(**told, commits_to_sustainable_investments=True))
    none = product(**told, commits_to_sustainable_investments=False, minimum_sustainable_share=0)
    assert not harm & (certain(none) | possible(none))


def test_carbon_objectives_say_which_benchmark_there_is(product: AskProduct) -> None:
    carbon = {"carbon_objective": True, "sustainable_objective": False, "investment_options": False}
    with_one = product(**carbon, index_designated=True, index_is_climate_benchmark=True)
    without = product(**carbon, index_designated=False, climate_benchmark_available=False)

    assert {"website-climate-benchmark", "report-carbon"} <= certain(with_one)
    assert "website-no-climate-benchmark" in certain(without)
    assert "website-climate-benchmark" not in certain(without) | possible(without)


def test_options_are_reported_one_by_one(product: AskProduct) -> None:
    eight = product(**ARTICLE_8, investment_options=True)

    assert "report-characteristics-options" in certain(eight)
    assert "report-characteristics-template" not in certain(eight) | possible(eight)
    assert "report-objective-options" in certain(product(**ARTICLE_9, investment_options=True))


@pytest.mark.parametrize(("day", "binds"), [("2021-12-31", False), ("2022-01-01", True)])
def test_periodic_disclosure_binds_from_2022(day: str, binds: bool, product: AskProduct) -> None:
    assert ("report-characteristics" in owed(product(**ARTICLE_8, as_of=day))) is binds
    assert "website" in owed(product(**ARTICLE_8, as_of=day))
