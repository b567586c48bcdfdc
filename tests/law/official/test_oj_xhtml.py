"""Pages of the Official Journal in made-up texts; and the real files where they are at hand."""

from pathlib import Path

import pytest

from copilot.errors import CorpusError
from copilot.law.official.oj_xhtml import read_oj_xhtml


def _p(text: str, kind: str = "normal") -> str:
    return f'<p class="oj-{kind}">{text}</p>'


def _point(marker: str, *content: str) -> str:
    cells = f"<td>{_p(marker)}</td><td>{''.join(content)}</td>"
    return f'<table><col width="4%"/><tbody><tr>{cells}</tr></tbody></table>'


def _paragraph(number: str, *content: str) -> str:
    return f'<div id="{number}">{"".join(content)}</div>'


def _article(number: str, *content: str, printed: str = "") -> str:
    title = f'<div class="eli-title" id="art_{number}.tit_1">{_p("A title", "sti-art")}</div>'
    heading = _p(printed or f"Article {number}", "ti-art")
    return f'<div class="eli-subdivision" id="art_{number}">{heading}{title}{"".join(content)}</div>'


def _read(*content: str) -> dict[str, str]:
    page = f"<html><head><title>x</title></head><body>{''.join(content)}</body></html>"
    units = read_oj_xhtml(page.encode(), "act.html")
    return {"/".join(unit.path): unit.text or unit.title for unit in units}


_ACT = (
    '<div class="eli-container"><div class="eli-main-title"><p class="oj-doc-ti">REGULATION 1</p></div>',
    '<div class="eli-subdivision" id="pbl_1">',
    _p("Whereas:"),
    f'<div class="eli-subdivision" id="rct_1">{_point("(1)", _p("It is needed."), _p("Much."))}</div>',
    f'<div class="eli-subdivision" id="rct_2">{_point("(2)", _p("It is agreed,"))}</div>',
    _p("HAVE ADOPTED THIS REGULATION:"),
    '</div><div id="enc_1"><div id="cpt_I">',
    _p("CHAPTER I", "ti-section-1"),
    f'<div class="eli-title">{_p("<span>GENERAL</span>", "ti-section-2")}</div>',
    _article("1", _paragraph("001.001", _p("1.&#160;&#160;&#160;Do this:"), _point("(a)", _p("here;")))),
    _article("2a", _p("Definitions:"), _point("(1)", _p("‘act’ means:"), _point("(i)", _p("a deed;")))),
    "</div></div>",
    '<div class="eli-subdivision" id="fnp_1"><div class="oj-final">',
    _p("This Regulation shall be binding."),
    '</div></div><hr class="oj-note"/><p class="oj-note">(1) A note.</p></div>',
    '<hr class="oj-doc-sep"/><div><div class="eli-container" id="anx_I">',
    _p("ANNEX I", "doc-ti"),
    _p("Lists", "doc-ti"),
    '<p class="oj-ti-grseq-1">Section A. Old</p>',
    "<table><tbody><tr><td/><td><p class='oj-normal'>1.</p></td><td><span>First.</span>",
    _p("It is short."),
    "</td></tr></tbody></table>",
    '<div class="oj-enumeration-spacing"><p>2.&#160;</p><p><span>Second.</span></p></div>',
    "</div></div>",
    _p("ELI: http://data.example/eli/1"),
    _p("ISSN 1977-0677 (electronic edition)"),
)
_UNITS = {
    "rec-1": "It is needed.",
    "rec-1/sub-2": "Much.",
    "rec-2": "It is agreed,",
    "art-1": "A title",
    "art-1/1": "Do this:",
    "art-1/1/a": "here;",
    "art-2a": "Definitions:",
    "art-2a/1": "‘act’ means:",
    "art-2a/1/i": "a deed;",
    "anx-1": "Lists",
    "anx-1/sec-a": "Old",
    "anx-1/sec-a/1": "First.",
    "anx-1/sec-a/1/sub-2": "It is short.",
    "anx-1/sec-a/2": "Second.",
}


def test_recitals_articles_and_annexes_are_read() -> None:
    assert _read(*_ACT) == _UNITS


def test_older_pages_name_their_classes_without_prefix() -> None:
    assert _read(*_ACT).keys() == _read("".join(_ACT).replace("oj-", "")).keys()


def test_a_page_saved_by_a_browser_need_not_be_well_formed() -> None:
    act = "".join(_ACT).replace("</p></td>", "</td>").replace("<hr class='oj-note'/>", "<hr>")

    assert _read("<link rel='x'><script>if (a<b) {}</script>", act, "<script>run(1)</script>") == _UNITS


def test_the_number_of_an_article_is_that_of_its_place() -> None:
    assert list(_read(_article("7", _p("Text."), printed="Artcle 7"))) == ["art-7"]


def test_references_to_footnotes_are_taken_out() -> None:
    note = '<a id="ntc1-x" href="#ntr1-x"> (<span class="oj-super oj-note-tag">1</span>)</a>'

    assert _read(_article("1", _p(f"The act{note}, as read.")))["art-1"] == "The act, as read."


def test_an_amending_act_has_only_its_own_articles() -> None:
    article = _paragraph(
        "004",
        _p("‘Article 4", "ti-art"),
        _p("Skills", "sti-art"),
        _p("1.&#160;&#160;Learn."),
        _p("2.&#160;&#160;Teach.’"),
    )
    points = (_point("‘(ba)", _p("one;")), _point("(bb)", _p("two.’")))
    units = _read(
        _article(
            "1",
            _p("The other act is amended as follows:"),
            _point("(1)", _p("Article 4 is replaced by the following:"), article, ";"),
            _point("(2)", _p("in Article 5, points are inserted:"), *points, _p(";")),
            _point("(3)", _p("paragraph 6 is deleted.")),
        ),
        _article("2", _p("It enters into force.")),
    )

    assert units == {
        "art-1": "The other act is amended as follows:",
        "art-1/1": "Article 4 is replaced by the following:\n‘Article 4\nSkills\n1. Learn.\n2. Teach.’;",
        "art-1/2": "in Article 5, points are inserted:\n‘(ba) one;\n(bb) two.’;",
        "art-1/3": "paragraph 6 is deleted.",
        "art-2": "It enters into force.",
    }


def test_a_quotation_may_end_behind_its_footnote() -> None:
    units = _read(
        _article(
            "1",
            _paragraph(
                "001.001",
                _p("1.&#160;&#160;In the act, this is added:"),
                f"<div>{_p('‘More of it (*1).')}</div>",
                _p("(*1) Another act.’;", "note"),
            ),
            _paragraph("001.002", _p("2.&#160;&#160;And so on."), _p("(2) A note on ‘words’.", "note")),
        )
    )

    assert units == {
        "art-1": "A title",
        "art-1/1": "In the act, this is added:\n‘More of it (*1).’;",
        "art-1/2": "And so on.",
    }


def test_definitions_in_quotation_marks_are_no_quotation() -> None:
    points = (_point("(1)", _p("‘risk’ means danger;")), _point("(2)", _p("‘act’ means deed.")))
    units = _read(_article("3", _p("These definitions apply:"), *points))

    assert units["art-3/1"] == "‘risk’ means danger;"
    assert units["art-3/2"] == "‘act’ means deed."


def test_a_table_of_data_with_sections_in_it() -> None:
    units = _read(
        _article("1", _p("Text.")),
        '<div class="eli-container" id="anx_1">',
        _p("ANNEX", "doc-ti"),
        _p("Template", "doc-ti"),
        "<table class='oj-table'><tbody><tr><td colspan='2'>SECTION 1 —<p>WHO</p></td></tr>",
        f"<tr><td>{_p('Name')}</td><td>{_p('[First and last.]')}{_point('—', _p('all of them'))}</td></tr>",
        f"<tr><td colspan='2'>SECTION 2 —<p>WHAT</p></td></tr><tr><td>{_p('Nature')}</td><td>x</td></tr>",
        "</tbody></table></div>",
    )

    assert units == {
        "art-1": "Text.",
        "anx-1": "Template",
        "anx-1/sec-1": "Name | [First and last.] — all of them",
        "anx-1/sec-2": "Nature | x",
    }


def test_a_page_without_articles_is_an_error() -> None:
    with pytest.raises(CorpusError, match=r"act\.html: no article was found"):
        _read(_p("Article 1", "ti-art"), _p("Text."))


@pytest.mark.parametrize(
    ("file", "recitals", "articles", "annexes"),
    [
        ("eu-ai-act/32024R1689.oj.eurlex.html", 180, 113, 13),
        ("eu-ai-act/32024R1689.oj.cellar.xhtml", 180, 113, 13),
        ("eu-ai-act/32026R1744.oj.cellar.xhtml", 47, 4, 0),
        ("sfdr/32019R2088.oj.cellar.xhtml", 35, 20, 0),
        ("mar/32014R0596.oj.cellar.xhtml", 89, 39, 2),
        ("mar-indicators/32016R0522.oj.cellar.xhtml", 32, 11, 2),
        ("mar-detection/32016R0957.oj.cellar.xhtml", 16, 9, 1),
    ],
)
def test_the_real_files_hold_so_many(
    official_files: Path, file: str, recitals: int, articles: int, annexes: int
) -> None:
    units = read_oj_xhtml((official_files / file).read_bytes(), file)
    tops = [unit.path[0].partition("-")[0] for unit in units if len(unit.path) == 1]

    assert (tops.count("rec"), tops.count("art"), tops.count("anx")) == (recitals, articles, annexes)
    assert len(tops) == recitals + articles + annexes


def test_both_sources_of_the_real_act_give_the_same_units(official_files: Path) -> None:
    folder = official_files / "eu-ai-act"
    eurlex, cellar = (
        read_oj_xhtml((folder / name).read_bytes(), name)
        for name in ("32024R1689.oj.eurlex.html", "32024R1689.oj.cellar.xhtml")
    )

    assert eurlex == cellar
