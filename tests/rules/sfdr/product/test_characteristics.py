from tests.rules.sfdr.conftest import AskProduct
from tests.rules.sfdr.found import certain, named, owed, possible
from tests.rules.sfdr.product.test_regime import ARTICLE_8


def test_the_template_is_annex_ii(product: AskProduct) -> None:
    found = product(**ARTICLE_8, investment_options=False)

    assert "sfdr-rts/anx-2" in map(str, named(found, "characteristics-template").also)
    assert {"characteristics", "characteristics-template"} <= owed(found)
    assert "characteristics-options" not in certain(found) | possible(found)


def test_options_have_a_statement_and_annexes_of_their_own(product: AskProduct) -> None:
    found = product(**ARTICLE_8, investment_options=True)

    assert "characteristics-options" in certain(found)
    assert "characteristics-template" not in certain(found) | possible(found)


def test_an_index_is_told_of_where_one_is_designated(product: AskProduct) -> None:
    index = {"characteristics-index", "characteristics-index-methodology"}

    assert index <= certain(product(**ARTICLE_8, index_designated=True))
    assert index <= possible(product(**ARTICLE_8))
    none = product(**ARTICLE_8, index_designated=False)
    assert not index & (certain(none) | possible(none))


def test_a_minimum_share_is_a_commitment(product: AskProduct) -> None:
    told = {**ARTICLE_8, "investment_options": False, "contributes_social": True}

    assert "characteristics-social-share" in certain(product(**told, minimum_sustainable_share="0.5"))
    assert "characteristics-social-share" not in certain(product(**told, minimum_sustainable_share=0))


def test_before_the_rts_there_was_article_8_without_a_template(product: AskProduct) -> None:
    found = product(**ARTICLE_8, investment_options=False, as_of="2022-06-01")

    assert "characteristics" in owed(found)
    assert "characteristics-template" not in certain(found) | possible(found)
