"""Formex 4: made-up acts, one for each rule and trap; the counts of the official files where they are."""

from collections import Counter
from pathlib import Path

import pytest

from copilot.errors import CorpusError
from copilot.law.official.formex import read_formex
from copilot.law.official.reading import read_official
from copilot.law.official.unit import OfficialUnit

_REPEAL = '<?CLG.MDFO ID="O1" IDREF="C1" ACTION="DELETED" LEVEL="STRUCTURE"?>'
_END_OF_REPEAL = '<?CLG.MDFC ID="C1" IDREF="O1"?>'
_OPEN, _CLOSE = '<QUOT.START CODE="2018"/>', '<QUOT.END CODE="2019"/>'


def _units(*terms: str, annexes: str = "", preamble: str = "") -> dict[str, OfficialUnit]:
    act = (
        "<CONS.ACT><INFO.CONSLEG/><CONS.DOC><FAM.COMP><TITLE><TI><P>Other act</P></TI></TITLE></FAM.COMP>"
        f"<TITLE><TI><P>An act</P></TI></TITLE><PREAMBLE>{preamble}</PREAMBLE>"
        f"<ENACTING.TERMS>{''.join(terms)}</ENACTING.TERMS><FINAL><P>Binding.</P></FINAL>{annexes}"
        "</CONS.DOC></CONS.ACT>"
    )
    return {"/".join(unit.path): unit for unit in read_formex({"act.xml": act.encode()}, "act.xml")}


def _read(*terms: str, annexes: str = "", preamble: str = "") -> dict[str, str]:
    units = _units(*terms, annexes=annexes, preamble=preamble)
    return {path: unit.text or unit.title for path, unit in units.items()}


def _article(number: str, content: str, title: str = "") -> str:
    heading = f"<TI.ART>Article {number}</TI.ART>" + (f"<STI.ART>{title}</STI.ART>" if title else "")
    return f'<ARTICLE IDENTIFIER="{number.upper().zfill(3)}">{heading}{content}</ARTICLE>'


def _paragraph(number: str, content: str) -> str:
    return f'<PARAG IDENTIFIER="001.{number}"><NO.PARAG>{number}</NO.PARAG>{content}</PARAG>'


def _text(content: str) -> str:
    return f"<ALINEA>{content}</ALINEA>"


def _point(marker: str, content: str, more: str = "") -> str:
    return f"<NP><NO.P>{marker}</NO.P><TXT>{content}</TXT>{more}</NP>"


def _list(*points: str, kind: str = "alpha") -> str:
    return f'<LIST TYPE="{kind}">{"".join(f"<ITEM>{point}</ITEM>" for point in points)}</LIST>'


def _annex(title: str, content: str) -> str:
    return f"<CONS.ANNEX><TITLE>{title}</TITLE><CONTENTS>{content}</CONTENTS></CONS.ANNEX>"


def test_paragraphs_points_and_subparagraphs_and_the_way_down() -> None:
    points = _list(_point("(a)", "one;", f"<P>{_list(_point('(i)', 'deep'), kind='roman')}</P>"))
    units = _units(
        "<DIVISION><TITLE><TI><P>CHAPTER II</P></TI><STI><P>Duties</P></STI></TITLE>",
        _article(
            "4a",
            _paragraph("1.", _text(f"<P>Firms shall:</P>{points}") + _text("This holds always."))
            + _paragraph("1a.", _text("More.")),
            title="What to do",
        ),
        "</DIVISION>",
    )

    assert {path: unit.text for path, unit in units.items()} == {
        "art-4a": "",
        "art-4a/1": "Firms shall:",
        "art-4a/1/a": "one;",
        "art-4a/1/a/i": "deep",
        "art-4a/1/sub-2": "This holds always.",
        "art-4a/1a": "More.",
    }
    assert units["art-4a"].title == "What to do"
    assert units["art-4a/1/a"].headings == ("Chapter II · Duties", "Article 4a · What to do")


def test_the_number_of_an_article_is_its_identifier_not_its_misprinted_heading() -> None:
    article = _article("7", _text("Text.")).replace("Article 7", "Artcle I")

    assert _read(article) == {"art-7": "Text."}


def test_recitals_are_read_and_what_stands_around_them_is_not() -> None:
    consideration = f"<CONSID>{_point('(12)', 'Because.')}</CONSID>"
    preamble = (
        "<PREAMBLE.INIT><P>THE MAKERS,</P></PREAMBLE.INIT><GR.VISA><VISA>Having seen,</VISA></GR.VISA>"
        f"<GR.CONSID><GR.CONSID.INIT>Whereas:</GR.CONSID.INIT>{consideration}</GR.CONSID>"
        "<PREAMBLE.FINAL><P>HAVE ADOPTED:</P></PREAMBLE.FINAL>"
    )

    assert _read(_article("1", _text("Text.")), preamble=preamble) == {
        "rec-12": "Because.",
        "art-1": "Text.",
    }


def test_repealed_law_is_left_out() -> None:
    units = _read(
        _article("1", _paragraph("1.", _text("Stays.")) + _REPEAL + _paragraph("2.", _text("Went."))),
        _article("2", _text("Went too.")),
        f"{_END_OF_REPEAL}<?CLG.MDFO ID='O2' IDREF='C2' ACTION='REPLACED'?>",
        _article("3", _text(f"One{_REPEAL}, <DATE>two</DATE>{_END_OF_REPEAL} and three.")),
        "<?CLG.MDFC ID='C2' IDREF='O2'?>",
    )

    assert units == {"art-1": "", "art-1/1": "Stays.", "art-3": "One and three."}


def test_a_repeal_may_end_inside_an_element_it_began_before() -> None:
    points = _list(_point("(a)", f"went;{_END_OF_REPEAL}"), _point("(b)", "stays."))

    assert _read(_article("1", _text("<P>These:</P>" + _REPEAL + points))) == {
        "art-1": "These:",
        "art-1/b": "stays.",
    }


def test_instructions_and_footnotes_are_no_text() -> None:
    note = '<NOTE TYPE="FOOTNOTE"><P>Another act (<REF.DOC.OJ>OJ L 1</REF.DOC.OJ>).</P></NOTE>'
    text = _text(f"See the <?PAGE NO='4'?>act {note}, above <HT TYPE='BOLD'>all</HT><!-- no --> parts.")

    assert _read(_article("1", text)) == {"art-1": "See the act, above all parts."}


def test_quotation_marks_numbers_and_raised_digits_are_put_back() -> None:
    words = f"{_OPEN}risk{_CLOSE} above 10<HT TYPE='SUP'>25</HT> or EUR <FT TYPE='NUMBER'>1500000</FT>"
    other = "<FT TYPE='DECIMAL'>7,5</FT>, <FT TYPE='NUMBER'>500</FT>"

    assert (
        _read(_article("1", _text(f"{words} ({other})")))["art-1"]
        == "‘risk’ above 10^25 or EUR 1 500 000 (7,5, 500)"
    )


def test_what_is_quoted_from_another_act_makes_no_units() -> None:
    ended_in_note = f'<NOTE TYPE="QUOTATION"><P>That act.{_CLOSE}</P></NOTE>'
    paragraph = f"<PARAG><NO.PARAG>{_OPEN}3.</NO.PARAG>{_text('New law' + ended_in_note + '.')}</PARAG>"
    points = _list(
        _point("(1)", "this is added:", f"<P><QUOT.S>{_text(f'{_OPEN}New.{_CLOSE}')}</QUOT.S>;</P>"),
        _point("(2)", "that is added:", f"<P><QUOT.S>{paragraph}</QUOT.S></P>"),
        kind="ARAB",
    )

    assert _read(
        _article("1", _text(f"<P>The act changes:</P>{points}")), _article("2", _text("End."))
    ) == {
        "art-1": "The act changes:",
        "art-1/1": "this is added:\n‘New.’;",
        "art-1/2": "that is added:\n‘3. New law.’",
        "art-2": "End.",
    }


def test_a_paragraph_put_into_a_point_by_mistake_is_a_paragraph() -> None:
    stray = f"<P>{_paragraph('2.', _text('The second:'))}</P>"
    points = _list(_point("(a)", "one;"), _point("(b)", "two.", stray), _point("(a)", "three."))

    assert list(_read(_article("8", _paragraph("1.", _text(f"<P>The first:</P>{points}"))))) == [
        "art-8",
        "art-8/1",
        "art-8/1/a",
        "art-8/1/b",
        "art-8/2",
        "art-8/2/a",
    ]


def test_formulas_belong_to_the_text_that_introduces_them() -> None:
    fraction = "<FRACTION><DIVIDEND>what is green</DIVIDEND><DIVISOR>all</DIVISOR></FRACTION>"
    formula = f"<P><FORMULA TYPE='OUTLINE'><EXPR>{fraction}</EXPR></FORMULA></P><P>where all is all.</P>"
    image = "<P><INCL.ELEMENT CONTENT='FORMULA' FILEREF='1.tif'/></P>"
    inline = "Take <FORMULA TYPE='INLINE'><EXPR>a + b</EXPR></FORMULA> of it."
    units = _read(
        _article("1", _text(f"<P>Calculate:</P>{formula}")),
        _article("2", _text(_list(_point("(1)", "calculate:", image)))),
        _article("3", _text(inline)),
    )

    assert units == {
        "art-1": "Calculate:\nwhat is green ÷ all",
        "art-1/sub-2": "where all is all.",
        "art-2": "",
        "art-2/1": "calculate:\n[formula]",
        "art-3": "Take a + b of it.",
    }


def test_annexes_their_sections_and_indents() -> None:
    head = "<TI><P>ANNEX II</P><P>Lists</P></TI>"
    section = "<GR.SEQ><TITLE><TI><P>{}</P></TI></TITLE>{}</GR.SEQ>"
    numbered = (
        "<GR.SEQ><TITLE><TI><NP><NO.P>2.</NO.P><TXT>Codes</TXT></NP></TI></TITLE><P>Text.</P></GR.SEQ>"
    )
    units = _units(
        _article("1", _text("Text.")),
        annexes=_annex(head, section.format("Section A. Acts", _point("1.", "one") + _point("2.", "two")))
        + _annex("<TI><P>ANNEX III</P></TI><STI><P>More</P></STI>", numbered)
        + _annex(
            "<TI><P>ANNEX IV</P></TI>",
            f"<P>Crimes:</P>{_list('<P>theft,</P>', '<P>fraud.</P>', kind='DASH')}",
        ),
    )

    assert [(path, unit.title, unit.text) for path, unit in units.items()][1:] == [
        ("anx-2", "Lists", ""),
        ("anx-2/sec-a", "Acts", ""),
        ("anx-2/sec-a/1", "", "one"),
        ("anx-2/sec-a/2", "", "two"),
        ("anx-3", "More", ""),
        ("anx-3/2", "Codes", "Text."),
        ("anx-4", "", "Crimes:"),
        ("anx-4/i1", "", "theft,"),
        ("anx-4/i2", "", "fraud."),
    ]


def test_a_table_of_data_is_one_block() -> None:
    rows = "<ROW><CELL>Code</CELL><CELL><IE/></CELL></ROW><ROW><CELL>A 1</CELL><CELL>machines</CELL></ROW>"
    table = f"<TBL><TITLE><TI><P>Codes</P></TI></TITLE><CORPUS>{rows}</CORPUS></TBL>"
    units = _units(_article("1", _text("Text.")), annexes=_annex("<TI><P>ANNEX</P></TI>", table))

    assert (units["anx-1"].title, units["anx-1"].text) == ("Codes", "Code | \nA 1 | machines")


def _row(*cells: str, first: int = 1) -> str:
    return (
        "<ROW>"
        + "".join(f'<CELL COL="{at}">{cell}</CELL>' for at, cell in enumerate(cells, first))
        + "</ROW>"
    )


def _table(number: int, *rows: str) -> str:
    title = f"<TITLE><TI><P>Table {number}</P></TI><STI><P>Impacts</P></STI></TITLE>"
    return f"<TBL>{title}<CORPUS>{''.join(rows)}</CORPUS></TBL>"


_COLUMNS = _row("Adverse sustainability indicator", "What", "Metric", "Impact")


def test_the_indicators_of_the_sfdr_rts() -> None:
    first = _table(
        1,
        _row("<P>Summary</P><P>[to be filled in]</P>"),
        _row("Investments in companies"),
        _COLUMNS,
        _row("CLIMATE"),
        _row("Gases", _point("1.", "Emissions"), "Scope 1", "<IE/>"),
        _row("<IE/>", "Scope 2", "<IE/>", first=2),
        _row(_point("2.", "Footprint"), "Tonnes per million", "<IE/>", first=2),
        _row("SOCIAL"),
        _row("Staff", _point("3.", "Pay gap"), "Average", "<IE/>"),
        _row("Investments in states"),
        _row("<IE/>", _point("4.", "Intensity"), "Tonnes", "<IE/>"),
        _row("[anything else]"),
    )
    second = _table(
        2,
        _COLUMNS,
        _row("Water", _point("1.", "Use"), _list(_point("1.", "drawn"), _point("2.", "lost")), "<IE/>"),
    )
    annex = _annex("<TI><P>ANNEX I</P></TI>", f"<P>Read so:</P>{_list(_point('(1)', 'a'))}{first}{second}")
    units = _units(_article("1", _text("Text.")), annexes=annex)

    assert {path: (unit.title, unit.text) for path, unit in units.items() if "-1/" in path} == {
        "anx-1/1": ("", "a"),
        "anx-1/table-1": (
            "Impacts",
            "Summary [to be filled in]\nAdverse sustainability indicator | What | Metric | Impact\n[anything else]",
        ),
        "anx-1/pai-1": ("Emissions", "Scope 1\nScope 2"),
        "anx-1/pai-2": ("Footprint", "Tonnes per million"),
        "anx-1/pai-3": ("Pay gap", "Average"),
        "anx-1/pai-4": ("Intensity", "Tonnes"),
        "anx-1/table-2": ("Impacts", "Adverse sustainability indicator | What | Metric | Impact"),
        "anx-1/table-2/1": ("Use", "1. drawn\n2. lost"),
    }
    assert units["anx-1/pai-2"].headings == (
        "Table 1 · Impacts",
        "Investments in companies",
        "CLIMATE",
        "Gases",
    )
    assert units["anx-1/pai-3"].headings == (
        "Table 1 · Impacts",
        "Investments in companies",
        "SOCIAL",
        "Staff",
    )
    assert units["anx-1/pai-4"].headings == ("Table 1 · Impacts", "Investments in states")


def test_an_act_as_first_published_has_its_annexes_in_files_of_their_own() -> None:
    files = {
        "L.doc.xml": b"<DOC><FMX/></DOC>",
        "L.000101.xml": b'<ACT><ENACTING.TERMS><ARTICLE IDENTIFIER="001"><ALINEA>Text.</ALINEA></ARTICLE>'
        b"</ENACTING.TERMS><FINAL/></ACT>",
        "L.001201.xml": b"<ANNEX><TITLE><TI><P>ANNEX II</P></TI></TITLE><CONTENTS><P>Two.</P></CONTENTS></ANNEX>",
        "L.001101.xml": b"<ANNEX><TITLE><TI><P>ANNEX I</P></TI></TITLE><CONTENTS><P>One.</P></CONTENTS></ANNEX>",
    }

    assert [(unit.path, unit.text) for unit in read_formex(files, "folder")] == [
        (("art-1",), "Text."),
        (("anx-1",), "One."),
        (("anx-2",), "Two."),
    ]


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ("<ACT><ENACTING.TERMS>", "cannot be read as Formex"),
        ("", "cannot be read as Formex"),
        (
            '<!DOCTYPE ACT [<!ENTITY e SYSTEM "file:///etc/hostname">]><ACT>&e;</ACT>',
            "declares a document type",
        ),
        ("<ANNEX/>", "it holds no acts"),
        ("<ACT><ENACTING.TERMS/></ACT>", "no article was found"),
        ('<ACT><QUOT.START CODE="nothing"/></ACT>', "cannot be read as Formex"),
        ("<A>" * 300 + "</A>" * 300, "cannot be read as Formex"),
    ],
)
def test_what_is_no_act_is_told_by_name(document: str, fault: str) -> None:
    with pytest.raises(CorpusError, match=fault) as error:
        read_formex({"act.xml": document.encode()}, "act.xml")

    assert str(error.value).startswith("act.xml: ")
    assert error.value.remedy


def test_a_file_larger_than_any_act_is_not_read() -> None:
    with pytest.raises(CorpusError, match="more than 67108864 bytes"):
        read_formex({"act.xml": b" " * (64 * 1024 * 1024 + 1)}, "act.xml")


@pytest.mark.parametrize(
    ("file", "recitals", "articles", "annexes"),
    [
        ("eu-ai-act/32024R1689.fmx4", 180, 113, 13),
        ("eu-ai-act/02024R1689-20260727.consolidated.fmx4.xml", 0, 119, 14),
        ("sfdr/02019R2088-20260702.consolidated.fmx4.xml", 0, 22, 0),
        ("mar/02014R0596-20260605.consolidated.fmx4.xml", 0, 41, 2),
        ("sfdr-rts/02022R1288-20220725.consolidated.fmx4.xml", 0, 68, 5),
        ("sfdr-rts/02022R1288-20230220.consolidated.fmx4.xml", 0, 68, 5),
    ],
)
def test_the_official_files_hold_what_was_counted(
    official_files: Path, file: str, recitals: int, articles: int, annexes: int
) -> None:
    units = read_official(official_files / file)
    kinds = Counter(unit.path[0].split("-")[0] for unit in units if len(unit.path) == 1)

    assert (kinds["rec"], kinds["art"], kinds["anx"]) == (recitals, articles, annexes)
    assert kinds.total() == recitals + articles + annexes


def test_repealed_articles_are_absent_from_the_official_files(official_files: Path) -> None:
    mar = read_official(official_files / "mar/02014R0596-20260605.consolidated.fmx4.xml")
    ai_act = read_official(official_files / "eu-ai-act/02024R1689-20260727.consolidated.fmx4.xml")

    assert ("art-28",) not in {unit.path for unit in mar}
    assert ("art-10", "5") not in {unit.path for unit in ai_act}
    assert ("art-4a", "1") in {unit.path for unit in ai_act}


def test_the_official_sfdr_rts_has_all_its_indicators(official_files: Path) -> None:
    units = read_official(official_files / "sfdr-rts/02022R1288-20230220.consolidated.fmx4.xml")
    by_path = {"/".join(unit.path): unit for unit in units}

    for number in range(1, 19):
        assert by_path[f"anx-1/pai-{number}"].title
        assert by_path[f"anx-1/pai-{number}"].text
    for table, last in ((2, 22), (3, 24)):
        assert [path for path in by_path if path.startswith(f"anx-1/table-{table}/")] == [
            f"anx-1/table-{table}/{number}" for number in range(1, last + 1)
        ]
    assert by_path["anx-1/pai-1"].text.count("\n") == 3
    assert len(by_path["anx-1/pai-15"].headings) == 4
