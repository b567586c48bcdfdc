"""The firm's policy files: Markdown, DOCX and text PDF, each with its head inside or in a file beside it.

``gifts.docx`` has its head in ``gifts.yaml``; a Markdown file may carry it itself, as front matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from copilot.errors import CorpusError
from copilot.law import front_matter
from copilot.law.instrument import Instrument
from copilot.law.policy import PolicyHead, policy_from, read_policy
from copilot.law.provision import Placed

LARGEST = 32 * 2**20
"""Bytes: a policy is text, and what is larger is something else."""

_HEAD = ".yaml"
_LEAST_WORDS_A_PAGE = 5


def read_policy_folder(folder: Traversable) -> Iterator[tuple[Instrument, tuple[Placed, ...]]]:
    """Every policy of a folder, in the order of the file names; other kinds of files are named as faults."""
    if not folder.is_dir():
        raise CorpusError(
            "there is no such folder of policies", remedy="Correct COPILOT_POLICIES.", file=str(folder)
        )
    files = sorted((entry for entry in folder.iterdir() if entry.is_file()), key=lambda entry: entry.name)
    heads = {PurePath(file.name).stem: file for file in files if file.name.endswith(_HEAD)}
    for file in files:
        if file.name.endswith(_HEAD) or file.name.startswith((".", "_")):
            continue
        yield _read(file, heads.get(PurePath(file.name).stem))


def _read(file: Traversable, beside: Traversable | None) -> tuple[Instrument, tuple[Placed, ...]]:
    content = _bytes(file)
    kind = PurePath(file.name).suffix.lower()
    if kind == ".md" and beside is None:
        return read_policy(_decoded(content, file), str(file))
    if kind == ".md":
        lines = _decoded(content, file).splitlines()
    elif kind == ".docx":
        lines = list(_docx_lines(content, file))
    elif kind == ".pdf":
        lines = list(_pdf_lines(content, file))
    else:
        raise _fault(file, f"{kind or 'no ending'} is no kind of policy", "Use .md, .docx or .pdf.")
    if beside is None:
        name = f"{PurePath(file.name).stem}{_HEAD}"
        raise _fault(file, "nothing says its id, version and dates", f"Add them in {name} beside it.")
    head = front_matter.read_yaml(PolicyHead, _decoded(_bytes(beside), beside), str(beside))
    return policy_from(head, tuple(lines), str(file), first_line=1)


def _docx_lines(content: bytes, file: Traversable) -> Iterator[str]:
    """The paragraphs of a Word document, tables included, in the order of the text."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        with ZipFile(BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) > LARGEST:
                raise _fault(
                    file, "it unpacks to more than a policy can hold", "Check where it comes from."
                )
        document = Document(BytesIO(content))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise _fault(file, "this is not a Word document", "Save it as .docx again.") from error
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (" | ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield from block.text.splitlines()


def _pdf_lines(content: bytes, file: Traversable) -> Iterator[str]:
    """The lines of a PDF that holds text; a scan is told apart by its lack of words."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    except (PyPdfError, ValueError, KeyError) as error:
        raise _fault(
            file, "this PDF cannot be read", "Print it to PDF again, or save it as .docx."
        ) from error
    if sum(len(page.split()) for page in pages) < _LEAST_WORDS_A_PAGE * len(pages):
        raise _fault(
            file, "this PDF holds pictures of pages and no text: it is a scan", "Recognise its text first."
        )
    for page in pages:
        yield from page.splitlines()


def _bytes(file: Traversable) -> bytes:
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise _fault(file, f"it cannot be read: {error.strerror}", "Check that it may be read.") from error
    if len(content) > LARGEST:
        raise _fault(file, f"it is larger than {LARGEST // 2**20} MB", "Check that it is a policy.")
    return content


def _decoded(content: bytes, file: Traversable) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fault(file, f"it is not UTF-8 text: {error.reason}", "Save it as UTF-8.") from error


def _fault(file: Traversable, message: str, remedy: str) -> CorpusError:
    return CorpusError(message, remedy=remedy, file=str(file))
