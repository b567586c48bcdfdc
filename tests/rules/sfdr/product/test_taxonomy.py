import pytest

from tests.rules.sfdr.conftest import AskProduct
from tests.rules.sfdr.found import asked, certain, named, possible
from tests.rules.sfdr.product.test_regime import ARTICLE_8, ARTICLE_9


def test_each_article_of_the_taxonomy_goes_with_its_regime(product: AskProduct) -> None:
    eight = product(**ARTICLE_8, taxonomy_article_6=True, investment_options=False)
    nine = product(**ARTICLE_9, taxonomy_article_5=True, investment_options=False)

    assert {"taxonomy-characteristics", "taxonomy-characteristics-charts"} <= certain(eight)
    assert "taxonomy-objective" not in certain(eight) | possible(eight)
    assert {"taxonomy-objective", "taxonomy-objective-charts"} <= certain(nine)
    assert "taxonomy-characteristics" not in certain(nine) | possible(nine)
    assert "taxonomy_article_6" in asked(product(**ARTICLE_8))


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2021-12-31", "not-yet"),
        ("2022-01-01", "depends"),
        ("2022-12-31", "depends"),
        ("2023-01-01", "binds"),
    ],
)
def test_it_came_in_two_steps(day: str, status: str, product: AskProduct) -> None:
    found = product(**ARTICLE_8, taxonomy_article_6=True, as_of=day)

    assert named(found, "taxonomy-characteristics").status == status
    assert ("application-case" in asked(found)) is (status == "depends")
