from typing import Any

import pytest

from tests.rules.sfdr.conftest import AskProduct
from tests.rules.sfdr.found import answer, asked, certain, possible

GOVERNED: dict[str, Any] = {"invests_in_companies": True, "good_governance": True}
PROMOTES: dict[str, Any] = {**GOVERNED, "promotes_characteristics": True}
NO_OBJECTIVE: dict[str, Any] = {"sustainable_objective": False, "carbon_objective": False}
ARTICLE_8 = {**PROMOTES, **NO_OBJECTIVE}
ARTICLE_9: dict[str, Any] = {
    **GOVERNED,
    "sustainable_objective": True,
    "contributes_environmental": True,
    "significant_harm": False,
    "carbon_objective": False,
}


def _regimes(product: AskProduct, certainty: str = "certain", **facts: Any) -> list[str]:
    return [each.regime for each in product(**facts).regimes if each.certainty == certainty]


def test_article_6_is_for_every_product_of_a_participant(product: AskProduct) -> None:
    assert _regimes(product) == ["article-6"]
    assert "sustainability-risks" in certain(product())


@pytest.mark.parametrize("facts", [{"kind": "other"}, {"kind": "portfolio", "maker": "other"}])
def test_what_is_no_financial_product_of_a_participant_owes_nothing(
    facts: dict[str, str], product: AskProduct
) -> None:
    found = product(**ARTICLE_8, **facts)

    assert found.obligations == ()
    assert found.regimes == ()
    assert found.result.verdict.startswith("no financial product")


def test_article_8_needs_characteristics_and_good_governance(product: AskProduct) -> None:
    assert _regimes(product, **ARTICLE_8) == ["article-6", "article-8"]
    assert _regimes(product, **{**ARTICLE_8, "promotes_characteristics": False}) == ["article-6"]
    assert _regimes(product, **{**ARTICLE_8, "good_governance": False}) == ["article-6"]
    without = {**ARTICLE_8, "good_governance": None}
    assert _regimes(product, "possible", **without) == ["article-8"]
    assert "good_governance" in asked(product(**without))


def test_good_governance_is_asked_of_companies_only(product: AskProduct) -> None:
    bonds_of_states = {**ARTICLE_8, "good_governance": None, "invests_in_companies": False}

    assert _regimes(product, **bonds_of_states) == ["article-6", "article-8"]


@pytest.mark.parametrize(("index", "regime"), [(True, "article-9-1"), (False, "article-9-2")])
def test_an_index_tells_article_9_1_from_9_2(index: bool, regime: str, product: AskProduct) -> None:
    assert _regimes(product, **ARTICLE_9, index_designated=index) == ["article-6", regime]


def test_article_9_takes_the_place_of_article_8(product: AskProduct) -> None:
    both = {**ARTICLE_9, "promotes_characteristics": True, "index_designated": False}

    assert _regimes(product, **both) == ["article-6", "article-9-2"]
    assert "characteristics" not in {each.name for each in product(**both).obligations}


def test_a_carbon_objective_is_article_9_3(product: AskProduct) -> None:
    carbon = {**PROMOTES, "sustainable_objective": False, "carbon_objective": True}

    assert _regimes(product, **carbon) == ["article-6", "article-9-3"]
    assert _regimes(product, **{**carbon, "carbon_objective": False}) == ["article-6", "article-8"]


def test_without_a_climate_benchmark_9_3_takes_the_place_of_9_2(product: AskProduct) -> None:
    carbon = {**ARTICLE_9, "carbon_objective": True, "index_designated": False}
    available = product(**carbon, climate_benchmark_available=True)
    none = product(**carbon, climate_benchmark_available=False)

    assert {"objective-without-index", "objective-carbon"} <= certain(available)
    assert "objective-carbon-without-benchmark" not in certain(available)
    assert {"objective-carbon", "objective-carbon-without-benchmark"} <= certain(none)
    assert "objective-without-index" not in certain(none) | possible(none)


@pytest.mark.parametrize(
    "failing",
    [
        {"significant_harm": True},
        {"good_governance": False},
        {"contributes_environmental": False, "contributes_social": False},
    ],
)
def test_an_objective_that_fails_the_definition_is_not_article_9(
    failing: dict[str, bool], product: AskProduct
) -> None:
    found = product(**{**ARTICLE_9, **failing}, index_designated=False, promotes_characteristics=False)

    assert [each.regime for each in found.regimes] == ["article-6"]
    assert "no sustainable investment by Art. 2, point (17)" in found.result.verdict


def test_it_can_be_certain_that_it_is_8_or_9_while_it_is_open_which(product: AskProduct) -> None:
    found = product(**PROMOTES)

    assert {"website", "website-section"} <= certain(found)
    assert {"characteristics", "objective-carbon"} <= possible(found)
    assert {"sustainable_objective", "carbon_objective"} <= asked(found)


def test_it_is_said_that_there_is_no_label(product: AskProduct) -> None:
    assert answer(product(**ARTICLE_8), "Are Articles 8 and 9 labels").startswith("no")
