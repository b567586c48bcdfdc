import pytest

from tests.rules.sfdr.conftest import AskProduct
from tests.rules.sfdr.found import certain, named, owed, possible


def test_risks_deemed_irrelevant_are_explained(product: AskProduct) -> None:
    assert "sustainability-risks-irrelevant" in certain(product(risks_relevant=False))
    assert "sustainability-risks-irrelevant" in possible(product())
    relevant = product(risks_relevant=True)
    assert "sustainability-risks-irrelevant" not in certain(relevant) | possible(relevant)


@pytest.mark.parametrize(
    ("considers", "name", "provision"),
    [
        (True, "product-adverse-impacts", "sfdr/art-7/1"),
        (False, "product-adverse-impacts-not-considered", "sfdr/art-7/2"),
    ],
)
def test_impacts_follow_what_the_participant_does(
    considers: bool, name: str, provision: str, product: AskProduct
) -> None:
    found = product(entity_considers_impacts=considers)

    assert str(named(found, name).provision) == provision
    assert name in owed(found)
    assert name in possible(product())


@pytest.mark.parametrize(("day", "binds"), [("2022-12-29", False), ("2022-12-30", True)])
def test_article_7_1_binds_from_30_december_2022(day: str, binds: bool, product: AskProduct) -> None:
    found = product(entity_considers_impacts=True, as_of=day)

    assert ("product-adverse-impacts" in owed(found)) is binds
    assert "product-adverse-impacts-not-considered" in owed(
        product(entity_considers_impacts=False, as_of=day)
    )
