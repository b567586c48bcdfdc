"""Tells by its content what a downloaded file is, and reads it: names and endings are the user's."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from copilot.errors import CorpusError
from copilot.law.official.consolidated_xhtml import read_consolidated_xhtml
from copilot.law.official.formex import read_formex
from copilot.law.official.nist import read_nist_json, read_nist_pdf
from copilot.law.official.oj_xhtml import read_oj_xhtml
from copilot.law.official.unit import OfficialUnit

Reader = Callable[[bytes, str], tuple[OfficialUnit, ...]]

_REMEDY = (
    "Give it an act as EUR-Lex or Cellar offer it in English (HTML, XHTML, or Formex 4 as a file or an unpacked "
    "folder), or a publication of NIST on AI risk (PDF or JSON)."
)


def read_official(path: Path) -> tuple[OfficialUnit, ...]:
    """Read the units of an official text from its file, or from the folder an act in Formex comes in."""
    if path.is_dir():
        files = {file.name: _bytes(file) for file in path.iterdir() if file.suffix == ".xml"}
        if not files:
            raise CorpusError("the folder holds no XML file", remedy=_REMEDY, file=str(path))
        return read_formex(files, str(path))
    data = _bytes(path)
    for sign, read in _SIGNS:
        if sign.search(data):
            return read(data, str(path))
    raise CorpusError("the file is no official text that can be read", remedy=_REMEDY, file=str(path))


def _read_formex_file(data: bytes, file: str) -> tuple[OfficialUnit, ...]:
    return read_formex({file: data}, file)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CorpusError(
            f"the file cannot be read: {error.strerror}", remedy="Check that it is there.", file=str(file)
        ) from error


_SIGNS: tuple[tuple[re.Pattern[bytes], Reader], ...] = (
    (re.compile(rb"\A%PDF-"), read_nist_pdf),
    (re.compile(rb"\A(?:\xef\xbb\xbf)?\s*\["), read_nist_json),
    (re.compile(rb"<(?:CONS\.)?(?:ACT|ANNEX)[\s>]"), _read_formex_file),
    (re.compile(rb'class="[^"]*\btitle-article-norm\b'), read_consolidated_xhtml),
    (re.compile(rb'class="(?:[^"]* )?(?:oj-)?ti-art\b'), read_oj_xhtml),
)
