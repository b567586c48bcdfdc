"""Takes the lines out of a Word document or a PDF.

A file of the firm's folder is read where it is wanted. One that anybody may have sent is read by this file as a
program of its own (``copilot/law/apart.py``), with little memory and time: so it imports nothing of the copilot.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Literal
from zipfile import BadZipFile, ZipFile

LARGEST = 32 * 2**20
"""Bytes that a file may have, and may unpack to: a policy is text, and what is larger is something else."""

LONGEST_TEXT = 4_000_000
"""Characters that its text may have."""

Kind = Literal[".docx", ".pdf"]
KINDS: Mapping[str, Kind] = {".docx": ".docx", ".pdf": ".pdf"}
"""What is taken out of its file, by the ending of the file's name."""

_MOST_PARTS = 10_000
_MOST_PAGES = 2_000
_LEAST_WORDS_A_PAGE = 5
_MEMORY = 512 * 2**20
_SECONDS = 20
_PART_OF_A_ZIP = b"PK\x01\x02"


class UnreadableFile(Exception):
    """A file that is not what its name says; ``remedy`` is what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def lines_in(kind: Kind, content: bytes) -> list[str]:
    """The lines of the text of a file, in their order."""
    lines: list[str] = []
    room = LONGEST_TEXT
    for line in _docx_lines(content) if kind == ".docx" else _pdf_lines(content):
        room -= len(line)
        if room < 0:
            raise UnreadableFile(
                f"its text has more than {LONGEST_TEXT} characters", "Cut it into several policies."
            )
        lines.append(line)
    return lines


def _docx_lines(content: bytes) -> Iterator[str]:
    """The paragraphs of a Word document, tables included, in the order of the text."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        _require_small(content)
        document = Document(BytesIO(content))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise UnreadableFile("this is not a Word document", "Save it as .docx again.") from error
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (" | ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield from block.text.splitlines()


def _require_small(content: bytes) -> None:
    """Refuse what unpacks to more than a policy holds; of each part no more than it says is ever unpacked."""
    if content.count(_PART_OF_A_ZIP) <= _MOST_PARTS:
        with ZipFile(BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) <= LARGEST:
                return
    raise UnreadableFile("it unpacks to more than a policy can hold", "Check where it comes from.")


def _pdf_lines(content: bytes) -> Iterator[str]:
    """The lines of a PDF that holds text; a scan is told apart by its lack of words."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        document = PdfReader(BytesIO(content))
        if len(document.pages) > _MOST_PAGES:
            raise UnreadableFile(f"it has more than {_MOST_PAGES} pages", "Cut it into several policies.")
        pages = [page.extract_text() for page in document.pages]
    except (PyPdfError, ValueError, KeyError) as error:
        raise UnreadableFile(
            "this PDF cannot be read", "Print it to PDF again, or save it as .docx."
        ) from error
    if sum(len(page.split()) for page in pages) < _LEAST_WORDS_A_PAGE * len(pages):
        raise UnreadableFile(
            "this PDF holds pictures of pages and no text: it is a scan", "Recognise its text first."
        )
    for page in pages:
        yield from page.splitlines()


def _limit_ourselves() -> None:
    """Have the system end this program before it takes too much of the machine; where it can, that is on POSIX."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def main(kind: Kind) -> None:
    """Read a file from the input, and write its lines, or why there are none, as JSON."""
    told: dict[str, object]
    try:
        _limit_ourselves()
        told = {"lines": lines_in(kind, sys.stdin.buffer.read())}
    except UnreadableFile as error:
        told = {"fault": str(error), "remedy": error.remedy}
    except MemoryError:
        sys.exit(1)
    except Exception as error:  # noqa: BLE001  # a file that is made to harm has these libraries raise anything
        told = {
            "fault": f"it cannot be read as {kind} ({type(error).__name__})",
            "remedy": "Save it anew from the program it was written with.",
        }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(KINDS[sys.argv[1]])
