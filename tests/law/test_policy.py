from datetime import date

import pytest

from copilot.errors import CorpusError
from copilot.law.policy import read_policy

HEAD = """\
---
id: lamp-care
title: Lamp care policy
version: "2.0"
effective: 2024-01-01
owner: Head of Lamps
audience: [wardens]
---
"""


def test_numbered_sections_and_points_become_provisions() -> None:
    policy, placed = read_policy(
        HEAD + "# Lamp care policy\n\n## 1 Purpose\n1.1 This says how lamps\nare cleaned.\n"
        "§ 1.2 It holds for:\n(a) brass;\n(b) glass.\n## 2. Oil\n",
        "lamp-care.md",
    )

    held = {str(item.provision.id): item.provision for item in placed}
    assert list(held) == [f"policy/lamp-care/{way}" for way in ("1", "1.1", "1.2", "1.2/a", "1.2/b", "2")]
    assert held["policy/lamp-care/1.1"].text == "This says how lamps are cleaned."
    assert held["policy/lamp-care/1.1"].heading_path == ("Lamp care policy", "1 Purpose")
    assert held["policy/lamp-care/2"].title == "Oil"
    assert held["policy/lamp-care/1.2/b"].audience == {"wardens"}
    assert (policy.id, policy.short, policy.status) == ("policy/lamp-care", "Lamp care policy", "in force")


def test_a_superseded_version_ends_on_its_day() -> None:
    _, placed = read_policy(
        HEAD.replace("owner", "until: 2025-01-01\nowner") + "1.1 Polish weekly.\n", "old.md"
    )

    assert date(2024, 12, 31) in placed[0].provision.in_force
    assert date(2025, 1, 1) not in placed[0].provision.in_force


def test_a_wrapped_line_that_begins_with_a_number_is_no_section() -> None:
    _, placed = read_policy(
        HEAD
        + "1 Purpose\n1.1 A lamp is cleaned within\n30 days of the last time, or within\n2.5 hours of rain.\n",
        "lamp-care.md",
    )

    assert [item.provision.id.segments[-1] for item in placed] == ["1", "1.1"]
    assert (
        placed[-1].provision.text
        == "A lamp is cleaned within 30 days of the last time, or within 2.5 hours of rain."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "1.1 Clean.\n1.1 Clean again.\n", ":10: section 1.1 stands after section 1.1"),
        (HEAD + "1.2 Clean.\n1.1 Oil.\n", "section 1.1 stands after section 1.2"),
        (HEAD, "no numbered section"),
        (HEAD + "Words without a number.\n", "before the first numbered section"),
        (HEAD.replace("owner", "until: 2023-01-01\nowner") + "1.1 x y\n", "holds no day"),
        (HEAD.replace("2024-01-01", "2024-02-31") + "1.1 x y\n", "effective: Input should be a valid date"),
        (HEAD.replace("lamp-care", "Lamp care") + "1.1 x y\n", "id: String should match pattern"),
    ],
)
def test_a_policy_that_cannot_be_read_is_named(text: str, said: str) -> None:
    with pytest.raises(CorpusError) as error:
        read_policy(text, "lamp-care.md")

    assert said in str(error.value)
    assert error.value.file == "lamp-care.md"
