"""The rules of docs/corpus-format.md: which block and which point becomes which unit."""

import pytest

from copilot.errors import CorpusError
from copilot.law.official.unit import Block, Content, OfficialUnit, Part, plain, units, units_of_act


def _texts(content: Content) -> dict[str, str]:
    return {"/".join(unit.path): unit.text for unit in units(content)}


def _unit(content: Content, path: str) -> OfficialUnit:
    return next(unit for unit in units(content) if "/".join(unit.path) == path)


def _points(*markers: str) -> tuple[Part, ...]:
    return tuple(Part(marker, (Block(f"text of {marker}"),)) for marker in markers)


def test_points_belong_to_the_paragraph_whichever_subparagraph_introduces_them() -> None:
    points = _points("(a)", "(b)")
    content: Content = (Block("General rule."), Block("It gives way where:"), *points, Block("Always so."))

    assert _texts((Part("Article 6", (Part("3.", content),), title="Rules"),)) == {
        "art-6": "",
        "art-6/3": "General rule.",
        "art-6/3/sub-2": "It gives way where:",
        "art-6/3/a": "text of (a)",
        "art-6/3/b": "text of (b)",
        "art-6/3/sub-3": "Always so.",
    }


def test_a_second_list_with_the_same_markers_hangs_under_the_subparagraph_introducing_it() -> None:
    first, second = _points("(a)", "(b)"), _points("(a)", "(b)", "(c)")
    lists: Content = (Block("First:"), *first, Block("Second:"), *second)

    assert list(_texts((Part("9.", lists),))) == [
        "9", "9/a", "9/b", "9/sub-2", "9/sub-2/a", "9/sub-2/b", "9/sub-2/c"
    ]  # fmt: skip


def test_a_list_interrupted_by_text_goes_on_under_the_paragraph() -> None:
    content: Content = (Block("Intro:"), *_points("(a)", "(b)"), Block("or"), *_points("(c)"))

    assert list(_texts((Part("1.", content),))) == ["1", "1/a", "1/b", "1/sub-2", "1/c"]


def test_an_article_without_paragraphs_numbers_its_own_blocks() -> None:
    blocks = (Block("It enters into force."), Block("It applies."), Block("However:"))
    content: Content = (*blocks, *_points("(a)"))

    assert list(_texts((Part("Article 113", content),))) == [
        "art-113", "art-113/sub-2", "art-113/sub-3", "art-113/a"
    ]  # fmt: skip


def test_indents_are_counted_in_the_unit_they_stand_in() -> None:
    annex = (Part("1.", (Block("Here:"), *_points("—", "•"))), Part("2.", _points("-")), *_points("—"))

    assert list(_texts((Part("Annex II", annex),))) == [
        "anx-2", "anx-2/1", "anx-2/1/i1", "anx-2/1/i2", "anx-2/2", "anx-2/2/i1", "anx-2/i1"
    ]  # fmt: skip


def test_points_nest_as_deep_as_printed() -> None:
    deep = Part("Article 5", (Part("1.", (Part("(h)", (Part("(iii)", (Part("—", (Block("end"),)),)),)),)),))

    assert _texts((deep,))["art-5/1/h/iii/i1"] == "end"


@pytest.mark.parametrize(
    ("marker", "title", "path"),
    [
        ("Section A", "Products", "anx-7/sec-a"),
        ("A.", "Products", "anx-7/sec-a"),
        ("II", "Products", "anx-7/sec-ii"),
        ("3.", "Quality", "anx-7/3"),
        ("a.", "Codes", "anx-7/a"),
        ("Table 1", "Figures", "anx-7/table-1"),
        ("A.", "", "anx-7/a"),
    ],
)
def test_headings_with_a_number_in_an_annex_are_units(marker: str, title: str, path: str) -> None:
    annex = Part("Annex VII", (Part(marker, (Block("words"),), title=title),))

    assert _unit((annex,), path).title == title


def test_a_number_that_continues_the_heading_above_stands_beside_it() -> None:
    points = (Part("3.1.", (Block("one"), *_points("(a)"))), Part("3.2.", (Block("two"),)))
    quality = Part("3.", points, title="Quality")

    assert list(_texts((Part("Annex VII", (quality,)),))) == [
        "anx-7", "anx-7/3", "anx-7/3.1", "anx-7/3.1/a", "anx-7/3.2"
    ]  # fmt: skip


def test_chapters_are_on_the_way_but_are_no_units() -> None:
    article = Part("Article 4a", (Part("1.", (Block("text"),)),), title="Skills")
    chapter = Part("", (article,), title="Chapter I · Scope")

    assert _unit((chapter,), "art-4a").headings == ("Chapter I · Scope",)
    assert _unit((chapter,), "art-4a/1").headings == ("Chapter I · Scope", "Article 4a · Skills")


def test_a_quotation_belongs_to_the_block_that_introduces_it() -> None:
    quotation = Block("‘5. New wording.\nSecond line.’", quoted=True)
    content = (Block("the following is added:"), quotation, Block(";"), Block("Then this."))

    assert _texts((Part("(1)", content),)) == {
        "1": "the following is added:\n‘5. New wording.\nSecond line.’;",
        "1/sub-2": "Then this.",
    }


def test_a_part_that_holds_nothing_is_no_unit() -> None:
    assert _texts((Part("5."), Part("6.", (Block("text"),)))) == {"6": "text"}


def test_plain_text_has_ordinary_spaces_and_hyphens_and_keeps_its_quotation_marks() -> None:
    printed = " EUR\u00a015\u202f000 , a\n‘real\u2011time’ \u2010\u00ad use\ufeff "

    assert plain(printed) == "EUR 15 000, a ‘real-time’ - use"


def test_a_text_without_articles_is_not_an_act() -> None:
    with pytest.raises(CorpusError, match=r"page\.html: no article was found"):
        units_of_act((Part("Annex I", (Block("text"),)),), "page.html")


def test_two_units_under_one_id_are_an_error() -> None:
    with pytest.raises(CorpusError, match="art-1/a"):
        units_of_act((Part("Article 1", _points("(a)", "(a)")),), "page.html")


def test_a_number_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(CorpusError, match="cannot be read"):
        units_of_act((Part("Annex IXI"), Part("Annex IIX", (Block("text"),))), "page.html")
