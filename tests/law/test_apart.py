"""Files that are made to take all memory or time there is: the process that reads them is ended."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from copilot.law import extracting
from copilot.law.apart import lines_read_apart
from copilot.law.extracting import UnreadableFile
from tests.law.test_policy_files import _docx, _pdf


def _with(document: bytes, found: bytes, replaced: bytes) -> bytes:
    """A Word document with something else in its text."""
    stream = BytesIO()
    with ZipFile(BytesIO(document)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(found, replaced) if name == "word/document.xml" else content)
    return stream.getvalue()


def test_the_lines_are_those_that_are_read_here() -> None:
    document = _docx("1 Limits", "1.1 No gift above EUR 50.")

    assert lines_read_apart(".docx", document) == extracting.lines_in(".docx", document)


def test_two_million_empty_paragraphs_do_not_fill_the_memory() -> None:
    document = _with(_docx("1 Limits"), b"<w:body>", b"<w:body>" + b"<w:p/>" * 2_500_000)

    with pytest.raises(UnreadableFile, match="more time or memory than any policy needs"):
        lines_read_apart(".docx", document)


def test_entities_that_multiply_are_not_followed() -> None:
    entities = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10))
    head = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
    doctype = head + b'<!DOCTYPE x [<!ENTITY e0 "lamp">' + entities + b"]>"
    document = _with(_docx("1 Limits", "MARK"), head, doctype)

    with pytest.raises(UnreadableFile, match="cannot be read"):
        lines_read_apart(".docx", _with(document, b"MARK", b"&e9;"))


def test_more_text_than_a_policy_has_is_refused() -> None:
    document = _docx("1 Limits", "x" * 4_000_001)

    with pytest.raises(UnreadableFile, match="more than 4000000 characters"):
        lines_read_apart(".docx", document)


def test_a_file_over_which_a_library_stumbles_is_refused() -> None:
    circle = _pdf("1 Limits").replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")

    with pytest.raises(UnreadableFile):
        lines_read_apart(".pdf", circle)


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copilot.law.apart._SECONDS", 0.01)

    with pytest.raises(UnreadableFile, match="more time or memory"):
        lines_read_apart(".pdf", _pdf("1 Limits"))
