"""One entry for every format: what a file is shows in it, not in its name."""

import json
from pathlib import Path

import pytest

from copilot.errors import CorpusError
from copilot.law.official import read_official

_FORMEX = '<CONS.ACT><ARTICLE IDENTIFIER="001"><ALINEA>Text.</ALINEA></ARTICLE></CONS.ACT>'
_OJ = (
    '<html><body><div class="eli-subdivision" id="art_1"><p class="oj-ti-art">Article 1</p>'
    '<p class="oj-normal">Text.</p></div></body></html>'
)
_OLDER_OJ = _OJ.replace("oj-", "")
_CONSOLIDATED = (
    '<html><body><p class="title-article-norm">Article 1</p><p class="norm">Text.</p></body></html>'
)
_SUBCATEGORY = {
    "subcategory_id": "MAP 1.1",
    "category_id": "MAP 1",
    "category_text": "",
    "description": "Text.",
}


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (f'<?xml version="1.0"?>\n{_FORMEX}', ("art-1",)),
        (_OJ, ("art-1",)),
        (_OLDER_OJ, ("art-1",)),
        (_CONSOLIDATED, ("art-1",)),
        ("\ufeff  " + json.dumps([_SUBCATEGORY]), ("map-1.1",)),
    ],
    ids=["Formex", "Official Journal", "older Official Journal", "consolidated", "NIST"],
)
def test_the_content_tells_the_format(tmp_path: Path, content: str, path: tuple[str, ...]) -> None:
    file = tmp_path / "download"
    file.write_text(content, encoding="utf-8")

    assert [(unit.path, unit.text) for unit in read_official(file)] == [(path, "Text.")]


def test_a_folder_is_an_act_in_formex(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_text(_FORMEX)
    (tmp_path / "2.xml").write_text(
        "<CONS.ANNEX><TITLE><TI><P>ANNEX</P></TI></TITLE><P>More.</P></CONS.ANNEX>"
    )
    (tmp_path / "notes.txt").write_text("Not read.")

    assert [unit.path for unit in read_official(tmp_path)] == [("art-1",), ("anx-1",)]


@pytest.mark.parametrize("content", ["", "Some text.", "<html><body><p>A page.</p></body></html>", "{}"])
def test_anything_else_is_told_by_name(tmp_path: Path, content: str) -> None:
    file = tmp_path / "letter.html"
    file.write_text(content)

    with pytest.raises(CorpusError, match="no official text") as error:
        read_official(file)

    assert error.value.file == str(file)
    assert "EUR-Lex" in error.value.remedy


def test_a_folder_without_an_act_or_with_two_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no XML file"):
        read_official(tmp_path)

    for name in ("1.xml", "2.xml"):
        (tmp_path / name).write_text(_FORMEX)
    with pytest.raises(CorpusError, match="it holds 2 acts") as error:
        read_official(tmp_path)
    assert error.value.file == str(tmp_path)


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"nowhere\.xml: the file cannot be read: No such file"):
        read_official(tmp_path / "nowhere.xml")


def test_every_official_file_is_recognised(official_files: Path) -> None:
    known = [file for file in official_files.rglob("*.*html") if file.is_file()]
    known += official_files.glob("*/*.xml")
    known += [file for file in official_files.glob("nist-ai-rmf/*") if file.suffix in (".json", ".pdf")]

    assert len(known) >= 23
    for file in known:
        assert read_official(file), file
