from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfWriter

from copilot.errors import CorpusError
from copilot.law import load_corpus, policy_files
from copilot.law.policy_files import read_policy_folder

HEAD = "id: gifts\ntitle: Gifts policy\nversion: '1'\neffective: 2024-01-01\nowner: Head of Compliance\n"


def _docx(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Gift", "EUR 50"
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _pdf(*lines: str) -> bytes:
    """A PDF of one page with a line of text each, written by hand: no library here draws text."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF"
    return (text + end).encode("latin-1")


def _scan() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gifts.md", b"# Gifts policy\n## 1 Limits\n1.1 No gift above EUR 50.\n"),
        ("gifts.docx", _docx("1 Limits", "1.1 No gift above EUR 50.")),
        ("gifts.pdf", _pdf("1 Limits", "1.1 No gift above", "EUR 50.")),
    ],
)
def test_a_policy_is_read_from_any_kind_of_file(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "gifts.yaml").write_text(HEAD)

    ((policy, placed),) = read_policy_folder(tmp_path)

    assert policy.id == "policy/gifts"
    texts = {str(item.provision.id): item.provision.text for item in placed}
    assert texts["policy/gifts/1.1"].startswith("No gift above EUR 50.")


def test_a_table_in_a_word_document_is_kept(tmp_path: Path) -> None:
    (tmp_path / "gifts.docx").write_bytes(_docx("1 Limits", "1.1 No gift above:"))
    (tmp_path / "gifts.yaml").write_text(HEAD)

    ((_, placed),) = read_policy_folder(tmp_path)

    assert placed[-1].provision.text == "No gift above: Gift | EUR 50"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gifts.pdf", _scan(), "it is a scan"),
        ("gifts.pdf", b"%PDF-1.4 cut off", "cannot be read"),
        ("gifts.docx", b"PK no package", "not a Word document"),
        ("gifts.md", b"\xff\xfe", "not UTF-8"),
        ("gifts.odt", b"x", ".odt is no kind of policy"),
        ("gifts.md", b"x" * 101, "larger than"),
    ],
)
def test_a_file_that_cannot_be_a_policy_is_named(
    name: str, content: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "larger" in said:
        monkeypatch.setattr(policy_files, "LARGEST", 100)
    (tmp_path / name).write_bytes(content)
    (tmp_path / "gifts.yaml").write_text(HEAD[:90] if "larger" in said else HEAD)

    with pytest.raises(CorpusError, match=said) as error:
        list(read_policy_folder(tmp_path))
    assert name in str(error.value)


def test_a_word_document_without_a_head_beside_it_says_where_to_put_one(tmp_path: Path) -> None:
    (tmp_path / "gifts.docx").write_bytes(_docx("1.1 No gifts."))

    with pytest.raises(CorpusError, match="nothing says its id") as error:
        list(read_policy_folder(tmp_path))
    assert "gifts.yaml beside it" in error.value.remedy


def test_a_folder_that_is_not_there_is_named(texts: Path, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no such folder"):
        load_corpus(policies=tmp_path / "gone", texts=texts)


def test_versions_of_a_policy_for_different_audiences_are_an_error(texts: Path, tmp_path: Path) -> None:
    text = "---\n{}---\n1 Limits\n"
    (tmp_path / "gifts.1.md").write_text(text.format(HEAD + "until: 2025-01-01\n"))
    (tmp_path / "gifts.2.md").write_text(text.format(HEAD.replace("2024", "2025") + "audience: [sales]\n"))

    with pytest.raises(
        CorpusError, match=r"gifts\.2\.md: another version of policy/gifts is for another audience"
    ):
        load_corpus(policies=tmp_path, texts=texts)
