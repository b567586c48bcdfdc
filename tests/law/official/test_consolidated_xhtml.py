"""Consolidated pages in their two dialects, in made-up texts; and the real files where they are at hand."""

from pathlib import Path

import pytest

from copilot.errors import CorpusError
from copilot.law.official.consolidated_xhtml import read_consolidated_xhtml

_REPEALED = '<p class="modref"><a href="#M1">▼M1</a> —————</p>'
_FLAT_POINT = '<div style="text-indent: -30pt"><p class="norm">{0}<span> </span>{1}</p>{2}</div>'


def _grid(marker: str, *content: str) -> str:
    return (
        '<div class="grid-container grid-list"><div class="list grid-list-column-1"><span>'
        f'{marker} </span></div><div class="grid-list-column-2">{"".join(content)}</div></div>'
    )


def _p(text: str, kind: str = "norm") -> str:
    return f'<p class="{kind}">{text}</p>'


def _paragraph(number: str, content: str) -> str:
    return (
        f'<div class="norm"><span class="no-parag">{number}.&#160;&#160;</span>'
        f'<div class="norm inline-element">{content}</div></div>'
    )


def _article(number: str, *content: str, title: str = "A title") -> str:
    return (
        f'<div class="eli-subdivision" id="art_{number}"><p class="title-article-norm">Article {number}</p>'
        f'<div class="eli-title"><p class="stitle-article-norm">{title}</p></div>{"".join(content)}</div>'
    )


def _read(*content: str) -> dict[str, str]:
    page = f"<html><head><title>x</title></head><body>{''.join(content)}</body></html>"
    units = read_consolidated_xhtml(page.encode(), "act.html")
    return {"/".join(unit.path): unit.text or unit.title for unit in units}


def test_text_below_a_paragraph_belongs_to_it() -> None:
    units = _read(
        _article(
            "6",
            _paragraph("1", "Do this."),
            _p("And that, where:"),
            _grid("(a)", _p("it rains;")),
            _p("In no other case."),
            _paragraph("2a", _p("Either", "norm inline-element") + _grid("(i)", _p("one;"))),
        )
    )

    assert units == {
        "art-6": "A title",
        "art-6/1": "Do this.",
        "art-6/1/sub-2": "And that, where:",
        "art-6/1/a": "it rains;",
        "art-6/1/sub-3": "In no other case.",
        "art-6/2a": "Either",
        "art-6/2a/i": "one;",
    }


def test_text_behind_inner_points_belongs_to_the_point_around_them() -> None:
    point = _grid("(a)", _p("acts which:"), _grid("(i)", _p("mislead;")), _p("unless excused.", "list"))

    assert _read(_article("12", _paragraph("1", _p("These:") + point))) == {
        "art-12": "A title",
        "art-12/1": "These:",
        "art-12/1/a": "acts which:",
        "art-12/1/a/i": "mislead;",
        "art-12/1/a/sub-2": "unless excused.",
    }


def test_repealed_text_and_marks_of_amendment_are_left_out() -> None:
    units = _read(
        _article("10", _paragraph("4", "Kept."), _REPEALED, _paragraph("5", "—————")),
        _REPEALED,
        _article("11", _p("►M1 New ◄ , too.")),
    )

    assert units == {"art-10": "A title", "art-10/4": "Kept.", "art-11": "New, too."}


def test_footnotes_and_the_final_formula_are_left_out() -> None:
    note = '<a href="#E0001" id="src.E0001"><span class="superscript">1</span></a>'
    power = "10<span class='superscript'>25</span>"
    units = _read(
        _article("1", _p(f"See the other act ( {note} ), above {power} of CO<span>2</span>.")),
        '<div class="eli-subdivision" id="fnp_1"><p class="norm">Done.</p></div>',
        _p("( 1 ) The other act.", "footnote"),
    )

    assert units["art-1"] == "See the other act, above 10^25 of CO2."
    assert len(units) == 1


def test_the_head_of_the_page_is_left_out_and_chapters_are_headings() -> None:
    page = (
        "<html><body><p class='title-doc-first'>REGULATION</p><table><tr><td>►B</td></tr></table>"
        f"{_p('CHAPTER I', 'title-division-1')}{_p('GENERAL', 'title-division-2')}"
        f"{_p('SECTION 2', 'title-division-1')}{_p('Duties', 'title-division-2')}"
        f"{_article('1', _p('Text.'))}{_p('CHAPTER II', 'title-division-1')}"
        f"{_article('2', _p('Text.'))}</body></html>"
    )
    first, second = read_consolidated_xhtml(page.encode(), "act.html")

    assert first.headings == ("Chapter I · GENERAL", "Section 2 · Duties")
    assert second.headings == ("Chapter II",)


def test_an_annex_with_headings_and_numbers_of_several_steps() -> None:
    units = _read(
        _article("1", _p("Text.")),
        _p("ANNEX VII", "title-annex-1"),
        _p("How to check", "title-annex-2"),
        _p("1.&#160;&#160;<span>Start</span>", "title-gr-seq-level-1"),
        _p("Begin here."),
        _p("2.&#160;&#160;Quality", "title-gr-seq-level-1"),
        _FLAT_POINT.format("2.1.", "Send in:", ""),
        _grid("(a)", _p("a name;")),
        _p("It is answered.", "list"),
        _FLAT_POINT.format("2.2.", "Wait.", ""),
    )

    assert units == {
        "art-1": "Text.",
        "anx-7": "How to check",
        "anx-7/1": "Begin here.",
        "anx-7/2": "Quality",
        "anx-7/2.1": "Send in:",
        "anx-7/2.1/a": "a name;",
        "anx-7/2.1/sub-2": "It is answered.",
        "anx-7/2.2": "Wait.",
    }


def test_sections_of_an_annex_start_their_numbers_again() -> None:
    units = _read(
        _article("1", _p("Text.")),
        _p("ANNEX II", "title-annex-1"),
        _p("Signals", "title-gr-seq-level-1"),
        _p("SECTION 1", "title-gr-seq-level-2"),
        _p("On price", "title-gr-seq-level-2"),
        _grid("1.", _p("Practices:"), _grid("—", '<div class="list">ping;</div>')),
        _p("Section B — On words", "title-gr-seq-level-2"),
        _grid("1.", _p("Rumours.")),
    )

    assert units == {
        "art-1": "Text.",
        "anx-2": "Signals",
        "anx-2/sec-1": "On price",
        "anx-2/sec-1/1": "Practices:",
        "anx-2/sec-1/1/i1": "ping;",
        "anx-2/sec-b": "On words",
        "anx-2/sec-b/1": "Rumours.",
    }


def test_a_table_is_one_block_with_a_line_for_each_row() -> None:
    table = (
        "<table><tbody><tr><td><p>Name</p></td><td><p>Code</p></td></tr>"
        "<tr><td><p>One</p></td><td><p> </p></td></tr></tbody></table>"
    )

    annex = (_p("ANNEX", "title-annex-1"), _p("Codes", "title-table"), table)
    units = _read(_article("1", _p("Text.")), *annex)

    assert units["anx-1"] == "Name | Code\nOne | "


def test_the_flat_dialect_gives_the_same_units() -> None:
    inner = _FLAT_POINT.format("(i)", "mislead;", "") + _p("unless excused.", "list")
    units = _read(
        _p("REGULATION", "title-doc-first"),
        _p("Article 12", "title-article-norm"),
        _p("A title", "stitle-article-norm"),
        _p("1.&#160;&#160;These:"),
        _FLAT_POINT.format("(a)", "acts which:", inner),
        _p("They are listed."),
        _p("2.&#160;&#160;Others."),
        _p("This Regulation shall be binding in its entirety and directly applicable."),
        _p("ANNEX I", "title-annex-1"),
        _p("A.&#160;&#160;Signs", "title-gr-seq-level-1"),
        _FLAT_POINT.format("(a)", "speed;", ""),
    )

    assert units == {
        "art-12": "A title",
        "art-12/1": "These:",
        "art-12/1/a": "acts which:",
        "art-12/1/a/i": "mislead;",
        "art-12/1/a/sub-2": "unless excused.",
        "art-12/1/sub-2": "They are listed.",
        "art-12/2": "Others.",
        "anx-1": "",
        "anx-1/sec-a": "Signs",
        "anx-1/sec-a/a": "speed;",
    }


def test_a_quotation_ends_at_the_next_article_at_the_latest_and_is_closed() -> None:
    units = _read(
        _article("102", _p("In the other act, the following is added:"), _p("‘2. In future, more.")),
        _article("103", _p("In its annex, this is added:"), _grid("‘(68)", _p("a further act.’."))),
        _article("104", _p("Text.")),
    )

    assert units == {
        "art-102": "In the other act, the following is added:\n‘2. In future, more.’",
        "art-103": "In its annex, this is added:\n‘(68) a further act.’.",
        "art-104": "Text.",
    }


def test_columns_and_indents_without_a_marker_are_plain_text() -> None:
    units = _read(
        _article("1", _p("Text."), _grid("By the way", _p("more."))),
        _article("2", _FLAT_POINT.format("Note that", "this.", "")),
    )

    assert list(units.values()) == ["Text.", "By the way", "more.", "Note that this."]


def _huge() -> bytes:
    return b" " * (64 * 1024 * 1024 + 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'<!DOCTYPE x [<!ENTITY a "b">]><html>&a;</html>', "declares entities"),
        (_article("1", _p("Text.")).encode(), "its end is missing"),
        (b"<html><body><p>Something else</p></body></html>", "no article was found"),
        (b"%PDF-1.7", "its end is missing"),
        (b"", "its end is missing"),
        (_huge(), "more than 67108864 bytes"),
    ],
    ids=["bomb", "truncated", "foreign", "pdf", "empty", "huge"],
)
def test_a_file_that_is_no_act_is_an_error_that_names_it(data: bytes, said: str) -> None:
    with pytest.raises(CorpusError, match=said) as raised:
        read_consolidated_xhtml(data, "act.html")

    assert raised.value.file == "act.html"
    assert raised.value.remedy


def test_a_page_nested_beyond_reason_is_no_act() -> None:
    page = "<html><body>" + "<div>" * 100_000 + "</body></html>"

    with pytest.raises(CorpusError):
        read_consolidated_xhtml(page.encode(), "act.html")


@pytest.mark.parametrize(
    ("file", "articles", "annexes"),
    [
        ("eu-ai-act/02024R1689-20260727.consolidated.html", 119, 14),
        ("sfdr/02019R2088-20200712.consolidated.html", 21, 0),
        ("sfdr/02019R2088-20240109.consolidated.html", 22, 0),
        ("sfdr/02019R2088-20260702.consolidated.html", 22, 0),
        ("mar/02014R0596-20160703.consolidated.flat.html", 39, 2),
        ("mar/02014R0596-20241204.consolidated.html", 41, 2),
        ("mar/02014R0596-20260605.consolidated.html", 41, 2),
        ("mar-indicators/02016R0522-20260805.consolidated.html", 12, 3),
        ("gdpr/02016R0679-20160504.consolidated.html", 99, 0),
    ],
)
def test_the_real_files_hold_so_many(official_files: Path, file: str, articles: int, annexes: int) -> None:
    units = read_consolidated_xhtml((official_files / file).read_bytes(), file)
    tops = [unit.path[0].partition("-")[0] for unit in units if len(unit.path) == 1]

    assert (tops.count("art"), tops.count("anx"), len(tops)) == (articles, annexes, articles + annexes)
    assert not any("▼" in unit.text or "►" in unit.text or "——" in unit.text for unit in units)


@pytest.mark.parametrize(
    ("file", "held", "not_held"),
    [
        (
            "eu-ai-act/02024R1689-20260727.consolidated.html",
            "art-4a art-5/1/h/iii art-6/3/sub-3 art-43/1/sub-2/a art-113/c/ii "
            "anx-1/sec-b/21 anx-7/4.6/sub-5 anx-11/sec-2/3",
            "art-10/5 anx-1/sec-a/1 anx-8/sec-b/7",
        ),
        (
            "mar/02014R0596-20260605.consolidated.html",
            "art-3/1/26/d art-12/1/a/sub-2 anx-1/sec-b/b",
            "art-28",
        ),
        (
            "mar-indicators/02016R0522-20260805.consolidated.html",
            "anx-1/14/i2 anx-2/sec-1/1/b/v anx-2/sec-1/1a anx-2/sec-2/1/c/ii anx-3",
            "anx-2/1",
        ),
    ],
)
def test_the_real_files_hold_these_ids(official_files: Path, file: str, held: str, not_held: str) -> None:
    units = read_consolidated_xhtml((official_files / file).read_bytes(), file)
    paths = {"/".join(unit.path) for unit in units}

    assert set(held.split()) <= paths
    assert paths.isdisjoint(not_held.split())
