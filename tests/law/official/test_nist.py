"""NIST's JSON and the lines of its PDFs, made up here; and the official files where they are."""

import json
import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from copilot.errors import CorpusError
from copilot.law.official.nist import read_nist_json, read_nist_pdf
from copilot.law.official.nist_pdf import profile_units, rmf_units
from copilot.law.official.pdf_text import Print, joined, lines_of, words_with_hyphen
from copilot.law.official.unit import OfficialUnit

_ACTION = {
    "action_id": "GV-1.1-001",
    "function": "Govern",
    "subcategory_id": "GOVERN 1.1",
    "subcategory_text": "Duties are known.",
    "suggested_action": "Deﬁne\nduties.",
    "gai_risks": ["Data Privacy", "Human-AI Conﬁguration"],
    "ai_actor_tasks": ["Oversight"],
}


def _json(*entries: dict[str, object]) -> list[tuple[str, str, tuple[str, ...]]]:
    return _written(read_nist_json(json.dumps(entries).encode(), "file.json"))


def _written(units: tuple[OfficialUnit, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [("/".join(unit.path), unit.text, unit.headings) for unit in units]


def test_subcategories_stand_below_their_category() -> None:
    entry = {"category_id": "MAP 2", "category_text": "Sorting", "function": "Map"}

    assert _json(
        entry | {"subcategory_id": "MAP 2.1", "description": "Tasks are listed."},
        entry | {"subcategory_id": "MAP 2.2", "description": "Limits are known."},
        entry | {"subcategory_id": "MAP 2.3", "description": ""},
    ) == [
        ("map-2", "Sorting", ("MAP",)),
        ("map-2.1", "Tasks are listed.", ("MAP", "MAP 2")),
        ("map-2.2", "Limits are known.", ("MAP", "MAP 2")),
    ]


def test_the_playbook_is_read_for_its_subcategories() -> None:
    entry = {
        "title": "MANAGE 1.3",
        "category": "MANAGE-1",
        "description": "Answers exist.",
        "section_actions": "- Do",
    }

    assert _json(entry) == [("manage-1.3", "Answers exist.", ("MANAGE", "MANAGE 1"))]


def test_an_action_has_its_risks_and_its_subcategory_the_tasks() -> None:
    assert _json(_ACTION, _ACTION | {"action_id": "GV4.3--002", "subcategory_id": "GOVERN 4.3"}) == [
        ("govern-1.1", "Duties are known.\nAI Actor Tasks: Oversight", ("GOVERN", "GOVERN 1")),
        (
            "govern-1.1/gv-1.1-001",
            "Define duties.\nGAI Risks: Data Privacy; Human-AI Configuration",
            ("GOVERN 1.1",),
        ),
        ("govern-4.3", "Duties are known.\nAI Actor Tasks: Oversight", ("GOVERN", "GOVERN 4")),
        (
            "govern-4.3/gv-4.3-002",
            "Define duties.\nGAI Risks: Data Privacy; Human-AI Configuration",
            ("GOVERN 4.3",),
        ),
    ]


@pytest.mark.parametrize(
    "data", [b"[", b"[]", b'[{"name": 1}]', json.dumps([_ACTION | {"action_id": "XX-1"}]).encode()]
)
def test_other_json_is_told_by_name(data: bytes) -> None:
    with pytest.raises(CorpusError, match=r"^file\.json: ") as error:
        read_nist_json(data, "file.json")

    assert "NIST AI 100-1" in error.value.remedy


def test_the_lines_of_the_framework() -> None:
    units = rmf_units(
        [
            "3.1 Safe and Sound 13",
            "Text before the first unit.",
            "NIST AI 100-1 AI RMF 1.0",
            "3.1 Safe and Sound",
            "Systems do no harm if they are well-",
            "made by engi-",
            "Page 13",
            "NIST AI 100-1 AI RMF 1.0",
            "neers: • one; • well-made.",
            "4. Whether It Works",
            "Nothing to read.",
            "5.1 Govern",
            "The function governs.",
            "Table 1: Categories and subcategories for the GOVERN function.",
            "GOVERN 1: Rules",
            "stand",
            "GOVERN 1.1: Law is",
            "known.",
            "Categories Subcategories",
            "Continued on next page",
            "Table 1: Categories and subcategories for the GOVERN function. (Continued)",
            "on paper.",
            "GOVERN 1.2: Trust.",
            "6. Profiles",
            "The end.",
        ]
    )

    assert _written(units) == [
        (
            "characteristic-1",
            "Systems do no harm if they are well-made by engineers:\n• one;\n• well-made.",
            (),
        ),
        ("govern", "The function governs.", ()),
        ("govern-1", "Rules stand on paper.", ("GOVERN",)),
        ("govern-1.1", "Law is known.", ("GOVERN", "GOVERN 1")),
        ("govern-1.2", "Trust.", ("GOVERN", "GOVERN 1")),
    ]
    assert [unit.title for unit in units] == ["Safe and Sound", "GOVERN", "", "", ""]


def test_the_lines_of_the_profile() -> None:
    units = profile_units(
        [
            "2. Overview of Risks ........ 2",
            "1. Making Things Up: Saying what is not so.6",
            "2. Leaks: Telling what is not to be told.",
            "2.1. Making Things Up",
            "Models invent in domain-",
            "specific fields.",
            "2.2. Leaks of Data",
            "Models remember.",
            "3. Suggested Actions to Manage Risks",
            "Do this.",
        ]
    )

    assert _written(units) == [
        ("risk-1", "Saying what is not so. Models invent in domain-specific fields.", ()),
        ("risk-2", "Telling what is not to be told. Models remember.", ()),
    ]
    assert [unit.title for unit in units] == ["Making Things Up", "Leaks of Data"]


def test_small_type_is_left_out_and_the_space_in_it_kept() -> None:
    pieces = [
        Print("Conﬁrmed facts", 11),
        Print("8 ", 7),
        Print("count.\n", 11),
        Print("8 A note\n", 9),
        Print("9", 9),
    ]

    assert lines_of(pieces, smallest=10) == ("Confirmed facts count.",)
    assert lines_of(pieces, smallest=1)[1:] == ("8 A note", "9")


def test_words_broken_at_the_end_of_a_line_are_made_whole() -> None:
    lines = ("The third-party soft-", "ware of a Third-", "Party")

    assert (
        joined(lines, with_hyphen=words_with_hyphen(lines)) == "The third-party software of a Third-Party"
    )
    assert joined(lines) == "The third-party soft-ware of a Third-Party"


def _blank_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (_blank_pdf(), "not one of NIST's two"),
        (b"%PDF-1.7\nnothing", "cannot be read as a PDF"),
        (_blank_pdf()[:200], "cannot be read as a PDF"),
        (b" " * (64 * 1024 * 1024 + 1), "more than 67108864 bytes"),
    ],
    ids=["another", "empty", "cut off", "too large"],
)
def test_other_pdfs_are_told_by_name(data: bytes, fault: str) -> None:
    with pytest.raises(CorpusError, match=rf"file\.pdf: .*{fault}"):
        read_nist_pdf(data, "file.pdf")


@pytest.fixture(scope="session")
def framework(official_files: Path) -> dict[str, OfficialUnit]:
    data = (official_files / "nist-ai-rmf/NIST.AI.100-1.pdf").read_bytes()
    return {unit.path[0]: unit for unit in read_nist_pdf(data, "NIST.AI.100-1.pdf")}


def test_the_framework_has_all_its_outcomes(framework: dict[str, OfficialUnit]) -> None:
    subcategories = Counter(path.split("-")[0] for path in framework if re.search(r"-\d\.\d", path))

    assert subcategories == {"govern": 19, "map": 18, "measure": 22, "manage": 13}
    assert [path for path in framework if path.startswith("characteristic")] == [
        f"characteristic-{number}" for number in range(1, 8)
    ]
    assert len(framework) == 7 + 4 + 19 + 72
    assert all(unit.text for unit in framework.values())


def test_the_framework_and_the_list_of_subcategories_say_the_same(
    official_files: Path, framework: dict[str, OfficialUnit]
) -> None:
    data = (official_files / "nist-ai-rmf/subcategories.json").read_bytes()
    listed = read_nist_json(data, "subcategories.json")

    assert len(listed) == 91 - 5  # five of the list have no description
    assert [unit.path[0] for unit in listed if _letters(unit) != _letters(framework[unit.path[0]])] == [
        "govern-4"
    ]


def test_the_official_actions_and_risks(official_files: Path) -> None:
    folder = official_files / "nist-ai-rmf"
    actions = read_nist_json((folder / "600-1-actions.json").read_bytes(), "600-1-actions.json")
    risks = read_nist_pdf((folder / "NIST.AI.600-1.pdf").read_bytes(), "NIST.AI.600-1.pdf")

    assert Counter(unit.path[1][:2] for unit in actions if len(unit.path) == 2) == {
        "gv": 58,
        "mp": 39,
        "ms": 72,
        "mg": 43,
    }
    assert [unit.path for unit in risks] == [(f"risk-{number}",) for number in range(1, 13)]
    assert all(unit.title and len(unit.text) > 500 for unit in risks)


def _letters(unit: OfficialUnit) -> str:
    return re.sub(r"[^a-z0-9]", "", unit.text.lower())
