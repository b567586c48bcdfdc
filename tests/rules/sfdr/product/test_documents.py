import pytest

from tests.rules.sfdr.conftest import AskProduct
from tests.rules.sfdr.found import asked


@pytest.mark.parametrize(
    ("kind", "maker", "before", "periodic"),
    [
        ("aif", "aifm", "sfdr/art-6/3/a", "sfdr/art-11/2/a"),
        ("ibip", "insurance-undertaking", "sfdr/art-6/3/b", "sfdr/art-11/2/b"),
        ("pension-scheme", "iorp", "sfdr/art-6/3/c", "sfdr/art-11/2/c"),
        ("aif", "euveca-manager", "sfdr/art-6/3/d", "sfdr/art-11/2/d"),
        ("aif", "eusef-manager", "sfdr/art-6/3/e", "sfdr/art-11/2/e"),
        ("pension-product", "pension-manufacturer", "sfdr/art-6/3/f", "sfdr/art-11/2/f"),
        ("ucits", "ucits-manager", "sfdr/art-6/3/g", "sfdr/art-11/2/g"),
        ("portfolio", "investment-firm", "sfdr/art-6/3/h", "sfdr/art-11/2/h"),
        ("portfolio", "credit-institution", "sfdr/art-6/3/i", "sfdr/art-11/2/i"),
        ("aif", "eltif-manager", "sfdr/art-6/3/k", "sfdr/art-11/2/a"),
        ("pepp", "pepp-provider", "sfdr/art-6/3/l", "sfdr/art-11/2/j"),
    ],
)
def test_each_participant_has_documents_of_its_own(
    kind: str, maker: str, before: str, periodic: str, product: AskProduct
) -> None:
    result = product(kind=kind, maker=maker).result

    steps = [str(step.provision) for step in result.steps if step.question.startswith("In which document")]
    assert steps == [before, periodic]


def test_a_product_of_article_6_alone_has_no_periodic_disclosure(product: AskProduct) -> None:
    plain = product(promotes_characteristics=False, sustainable_objective=False, carbon_objective=False)

    assert "sfdr/art-6/3/g" in map(str, plain.result.citations)
    assert "sfdr/art-11/2/g" not in map(str, plain.result.citations)


def test_who_makes_it_is_asked(product: AskProduct) -> None:
    assert "maker" in asked(product(maker=None))
