from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from copilot.errors import PolicyTooLarge, UnusablePolicy
from copilot.law.policy_upload import Told, read_upload
from tests.law.test_policy_files import _docx, _pdf, _scan

TOLD: Told = {
    "id": "gifts",
    "title": "Gifts policy",
    "version": "1.0",
    "effective": "2024-01-01",
    "owner": "Head of Compliance",
}
TEXT = b"# Gifts policy\n## 1 Limits\n1.1 No gift above EUR 50.\n"
HEAD = b"---\nid: gifts\ntitle: Gifts policy\nversion: '1.0'\neffective: 2024-01-01\nowner: Head of Compliance\n---\n"


def _bomb() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 40 * 2**20)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gifts.md", TEXT),
        ("Gifts 2024.MD", TEXT),
        ("gifts.docx", _docx("1 Limits", "1.1 No gift above EUR 50.")),
        ("gifts.pdf", _pdf("1 Limits", "1.1 No gift above", "EUR 50.")),
    ],
)
def test_a_file_is_read_with_what_is_said_beside_it(name: str, content: bytes) -> None:
    policy = read_upload(name, content, TOLD)

    assert (policy.file_name, policy.content) == (name, content)
    assert (policy.head.id, policy.head.audience) == ("gifts", frozenset())
    assert "1.1 No gift above" in policy.text


def test_front_matter_says_it_alone_and_lines_keep_their_numbers() -> None:
    policy = read_upload("gifts.md", HEAD + TEXT, {})

    assert policy.head.title == "Gifts policy"
    assert policy.text.split("\n")[9 - 1] == "## 1 Limits"


def test_what_is_said_twice_has_to_be_the_same() -> None:
    assert read_upload("gifts.md", HEAD + TEXT, {"version": "1.0"}).head.version == "1.0"

    with pytest.raises(UnusablePolicy, match=r"gifts\.md:1: version is another one beside the file"):
        read_upload("gifts.md", HEAD + TEXT, {"version": "2.0"})


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gifts.md", b"", "it is empty"),
        ("gifts.docx", _bomb(), "unpacks to more than a policy can hold"),
        ("gifts.docx", _pdf("1 Limits"), "its name ends with .docx, and it is a PDF"),
        ("gifts.pdf", _docx("1 Limits"), "its name ends with .pdf, and it is a ZIP archive"),
        ("gifts.md", b"\x7fELF\x02\x01", "and it is a program"),
        ("gifts.md", b"MZ\x90\x00\x03", "and it is a program"),
        ("gifts.exe", TEXT, ".exe is no kind of policy"),
        ("gifts", TEXT, "no ending is no kind of policy"),
        ("gifts.docx", b"PK\x03\x04 no package", "this is not a Word document"),
        ("gifts.pdf", b"%PDF-1.4 cut off", "this PDF cannot be read"),
        ("gifts.pdf", _scan(), "it is a scan"),
        ("gifts.md", "1 Limits\n1.1 Fünf.\n".encode("latin-1"), "gifts.md:2: it is not UTF-8 text"),
        ("gifts.md", "1 Limits\n".encode("utf-16"), "gifts.md:1: it is not UTF-8 text"),
        ("gifts.md", b"1 Limits\n1.1 Five\x00.\n", "gifts.md:2: it holds characters that no text has"),
        ("gifts.md", b"No number.\n", "gifts.md:1: text stands before the first numbered section"),
        ("gifts.md", b"1 A\n1.1 B\n1.1 C\n", "gifts.md:3: section 1.1 stands after section 1.1"),
        ("gifts.md", b"1 A\n(a) one\n(a) two\n", "gifts.md:3: policy/gifts/1/a is worded"),
        ("gifts.md", b"1 A\n" + b"(a) b\n" * 5_000, "gifts.md:5001: it has more than 5000 sections"),
        ("gifts.md", b"1 A\n" + b"b" * 4_000_001, "its text has more than 4000000 characters"),
        ("gifts.md", b"---\n" + b"[" * 9_000 + b"\n---\n", "gifts.md:2: this is not YAML"),
        ("gifts.md", b'---\ntitle: "\\U0011FFFF"\n---\n', "gifts.md:2: this is not YAML"),
        ("gifts.md", b"---\n" + b"a: b\n" * 2_001 + b"---\n", "gifts.md:1: its front matter is too long"),
        (
            "gifts.md",
            HEAD.replace(b"Gifts policy", rb'"\ud83d"'),
            "gifts.md:3: title: Input should be a valid string",
        ),
        ("../gifts.md", TEXT, "the name of the file is a path"),
        ("C:\\gifts.md", TEXT, "the name of the file is a path"),
        (".gifts.md", TEXT, "the name of the file is a path"),
        ("gifts\n.md", TEXT, "the name of the file is a path"),
        (f"{'g' * 150}.md", TEXT, "has more than 150 letters"),
    ],
)
def test_what_cannot_be_a_policy_is_said_in_words(name: str, content: bytes, said: str) -> None:
    with pytest.raises(UnusablePolicy) as refused:
        read_upload(name, content, TOLD)

    assert said in str(refused.value)
    assert refused.value.remedy


def test_a_file_that_is_too_large_is_not_looked_into() -> None:
    with pytest.raises(PolicyTooLarge, match="larger than 32 MB"):
        read_upload("gifts.docx", b"x" * (32 * 2**20 + 1), TOLD)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"id": "Gifts!"}, "id: String should match pattern"),
        ({"id": "gifts.control-room"}, "id: String should match pattern"),
        ({"effective": "soon"}, "effective: Input should be a valid date"),
        ({"title": " "}, "title: it is empty"),
        ({"title": "Gifts\x1b[2J"}, "title: it is empty, or holds a line break"),
        ({"owner": "x" * 201}, "owner: String should have at most 200 characters"),
        ({"until": "2023-01-01"}, "holds no day"),
        ({"audience": ["*"]}, "'*' is no audience"),
        ({"audience": ["Control room"]}, "'Control room' is no audience"),
        ({"audience": ["everyone"]}, "'everyone' is no audience"),
        ({"colour": "red"}, "colour: Extra inputs are not permitted"),
    ],
)
def test_a_head_that_is_wrong_is_said_in_words(told: Told, said: str) -> None:
    with pytest.raises(UnusablePolicy) as refused:
        read_upload("gifts.md", TEXT, {**TOLD, **told})

    assert said in str(refused.value)


def test_without_a_head_it_is_said_what_is_missing() -> None:
    with pytest.raises(UnusablePolicy, match="title: Field required") as refused:
        read_upload("gifts.md", TEXT, {"id": "gifts"})

    assert "effective" in refused.value.remedy
