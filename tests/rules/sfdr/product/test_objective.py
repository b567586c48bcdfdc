from tests.rules.sfdr.conftest import AskProduct
from tests.rules.sfdr.found import certain, named, owed, possible
from tests.rules.sfdr.product.test_regime import ARTICLE_9


def test_the_template_is_annex_iii(product: AskProduct) -> None:
    found = product(**ARTICLE_9, investment_options=False, index_designated=False)

    assert "sfdr-rts/anx-3" in map(str, named(found, "objective-template").also)
    assert {"objective-template", "objective-without-index"} <= owed(found)
    assert "objective-options" in certain(product(**ARTICLE_9, investment_options=True))


def test_an_index_is_explained_against_a_broad_one(product: AskProduct) -> None:
    found = product(**ARTICLE_9, index_designated=True)

    assert {"objective-index", "objective-index-methodology"} <= certain(found)
    assert "objective-without-index" not in certain(found) | possible(found)


def test_a_climate_benchmark_has_its_methodology_named(product: AskProduct) -> None:
    carbon = {"carbon_objective": True, "sustainable_objective": False, "index_designated": True}

    assert "objective-index-methodology" in certain(product(**carbon, index_is_climate_benchmark=True))
    other = product(**carbon, index_is_climate_benchmark=False)
    assert "objective-index-methodology" not in certain(other) | possible(other)


def test_a_social_objective_has_a_minimum_share(product: AskProduct) -> None:
    told = {**ARTICLE_9, "investment_options": False}

    assert "objective-social-share" in certain(product(**told, contributes_social=True))
    assert "objective-social-share" not in certain(product(**told, contributes_social=False))
