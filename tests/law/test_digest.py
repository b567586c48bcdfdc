from datetime import date

import pytest

from copilot.errors import CorpusError
from copilot.law import Period, Provision
from copilot.law.digest import read_digest

HEAD = """\
---
instrument: lantern-act
title: Duties
source: Lantern Gazette 1/2020
from: 2020-01-01
---
"""


def _read(body: str) -> dict[str, Provision]:
    return {str(item.provision.id): item.provision for item in read_digest(HEAD + body, "duties.md")}


def test_each_list_item_is_a_unit_under_the_one_it_is_indented_in() -> None:
    held = _read(
        "# Chapter I · Duties\n## Section 1 · Light\n\n### Article 1 · Lighting duty\n\n"
        "- **1.** A keeper shall light each lantern\n  at dusk, where:\n"
        "  - **(a)** the street is open;\n    - **(i)** to walkers, or\n"
        "  - **sub-2** On Sundays the keeper may rest.\n- **1a.** Oil is free.\n"
    )

    assert list(held) == [
        "lantern-act/art-1",
        "lantern-act/art-1/1",
        "lantern-act/art-1/1/a",
        "lantern-act/art-1/1/a/i",
        "lantern-act/art-1/1/sub-2",
        "lantern-act/art-1/1a",
    ]
    paragraph = held["lantern-act/art-1/1"]
    assert paragraph.text == "A keeper shall light each lantern at dusk, where:"
    assert paragraph.heading_path == (
        "Chapter I · Duties",
        "Section 1 · Light",
        "Article 1 · Lighting duty",
    )
    assert held["lantern-act/art-1"].title == "Lighting duty"


def test_text_under_a_heading_is_the_units_own() -> None:
    held = _read("### Article 2 · Oil\n\nOnly vegetable oil\nmay be burnt.\n\nNo whale oil.\n")

    assert held["lantern-act/art-2"].text == "Only vegetable oil may be burnt.\nNo whale oil."


def test_annexes_have_sections_and_recitals_need_no_heading() -> None:
    held = _read(
        "- **Recital 7** Light is good.\n### Annex III · Lamps\n#### Section B · Brass\n- **3.1** Polish it.\n"
    )

    assert list(held) == [
        "lantern-act/rec-7",
        "lantern-act/anx-3",
        "lantern-act/anx-3/sec-b",
        "lantern-act/anx-3/sec-b/3.1",
    ]


def test_days_and_audience_hold_for_the_parts_too() -> None:
    held = _read(
        "### Article 1 · Duty {from 2021-01-01 audience wardens}\n"
        "- **1.** {until 2022-01-01} Old.\n  - **(a)** Older.\n"
    )

    assert held["lantern-act/art-1/1/a"].in_force == Period(date(2021, 1, 1), date(2022, 1, 1))
    assert held["lantern-act/art-1/1/a"].audience == {"wardens"}


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("Loose words.\n", 7, "text stands outside any provision"),
        ("#### Section A · Brass\n", 7, "needs a ### heading above"),
        ("### Article 1 · Duty\n- **1.** some **bold** words\n", 8, "no markup"),
        ("### Article 1 · Duty\n- **1.** {since 2021-01-01} x\n", 8, "is not understood"),
        ("### Article 1 · Duty\n- **1.** {from 2021-02-30} x\n", 8, "day is out of range"),
        ("### Article 1 · Duty\n- **1.** {from 2021-01-01 until 2020-06-01} x\n", 8, "holds no day"),
        ("### Article 1 · Duty\n- **1.**\n", 8, "has no text"),
        ("### Annex ?? · Lamps\n", 7, "not the number of an annex"),
        ("### Article 1 · Duty\n- **§!** x\n", 8, "is not the id of a provision"),
    ],
)
def test_a_fault_is_named_with_file_and_line(body: str, line: int, said: str) -> None:
    with pytest.raises(CorpusError) as error:
        _read(body)

    assert (error.value.file, error.value.line) == ("duties.md", line)
    assert said in str(error.value)
    assert error.value.remedy


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("# No head\n", 1, "does not begin with front matter"),
        ("---\ninstrument: x\n", 1, "never closed"),
        ("---\ninstrument: x\ntitle: [\n---\n", 4, "not YAML"),
        (HEAD.replace("2020-01-01", "2020-13-01"), 5, "from: Input should be a valid date"),
        (HEAD.replace("title", "titel"), 1, "title: Field required"),
        (HEAD.replace("lantern-act", "Lantern Act"), 1, "is not the id of a provision"),
        (HEAD.replace("from: 2020-01-01", "from: 2020-01-01\nuntil: 2019-01-01"), 1, "holds no day"),
    ],
)
def test_a_fault_in_the_front_matter_is_named_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(CorpusError) as error:
        read_digest(text, "duties.md")

    assert said in str(error.value)
    assert error.value.file == "duties.md"
    assert error.value.line is not None
    assert abs(error.value.line - line) <= 1
