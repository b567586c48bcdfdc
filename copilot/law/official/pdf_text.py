"""The lines of a published PDF; what is set smaller, such as footnotes and page numbers, can be left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from copilot.errors import CorpusError
from copilot.law.official.markup import LARGEST_FILE
from copilot.law.official.unit import plain

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_WORD_WITH_HYPHEN = re.compile(r"\w+-\w+")
_BROKEN_WORD = re.compile(r"(\w+)-\n(\w+)")
_DAMAGE = (PyPdfError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Print:
    """A piece of text as it is printed, with the size of its type in points."""

    text: str
    size: float


def read_pdf(data: bytes, file: str) -> tuple[Print, ...]:
    """Read all that is printed; an error says why the file is no PDF."""
    if len(data) > LARGEST_FILE:
        raise _fault(f"the file has more than {LARGEST_FILE} bytes", file)
    try:
        return tuple(piece for page in PdfReader(BytesIO(data)).pages for piece in _printed(page))
    except _DAMAGE as error:  # where a file is damaged, pypdf lets errors of many kinds through
        raise _fault(f"the file cannot be read as a PDF: {error}", file) from error


def lines_of(pieces: Iterable[Print], *, smallest: float) -> tuple[str, ...]:
    """Give the lines of what is set in type of at least ``smallest`` points."""
    texts = (piece.text if piece.size >= smallest else _blank(piece.text) for piece in pieces)
    return tuple(line for line in map(unligated, "".join(texts).splitlines()) if line)


def unligated(text: str) -> str:
    """Write a line plainly, and letters that a typesetter joins, such as ``ﬁ``, as two."""
    return plain(text.translate(_LIGATURES))


def words_with_hyphen(lines: Iterable[str]) -> frozenset[str]:
    """Find the words written with a hyphen, other than at the end of a line."""
    return frozenset(word.lower() for line in lines for word in _WORD_WITH_HYPHEN.findall(line))


def joined(lines: Iterable[str], *, with_hyphen: frozenset[str] | None = None) -> str:
    """Make one paragraph of lines.

    Where the typesetter broke words at the end of lines, ``with_hyphen`` tells those that keep theirs.
    """
    text = "\n".join(lines)
    if with_hyphen is not None:
        text = _BROKEN_WORD.sub(
            lambda word: word[0] if f"{word[1]}-{word[2]}".lower() in with_hyphen else word[1] + word[2],
            text,
        )
    return plain(text.replace("-\n", "-"))


def _printed(page: PageObject) -> list[Print]:
    pieces: list[Print] = []

    def take(text: str, view: list[float], matrix: list[float], _font: object, size: float) -> None:
        pieces.append(Print(text, size * matrix[0] * view[0]))

    page.extract_text(visitor_text=take)
    return [*pieces, Print("\n", 0)]


def _blank(text: str) -> str:
    """What stays of a piece that is left out: the space between its neighbours."""
    return "".join(character for character in text if character.isspace())


def _fault(message: str, file: str) -> CorpusError:
    return CorpusError(
        message, remedy="Download the file again from the publisher and leave it as it is.", file=file
    )
