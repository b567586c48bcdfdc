import json
from collections.abc import Callable
from pathlib import Path

import pytest

Copilot = Callable[..., tuple[int, str, str]]
HEAD = "---\nid: gifts\ntitle: Gifts policy\nversion: '{version}'\neffective: {effective}\nowner: Compliance\n---\n"


@pytest.fixture(autouse=True)
def _firm(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The firm has two policies in its folder."""
    monkeypatch.setenv("COPILOT_POLICIES", str(texts / "policies"))


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., str]:
    def file(
        text: str = "1 Limits\n1.1 No gift.\n", version: str = "1", effective: str = "2024-01-01"
    ) -> str:
        path = tmp_path / "gifts.md"
        path.write_text(HEAD.format(version=version, effective=effective) + text)
        return str(path)

    return file


def listed(copilot: Copilot) -> dict[str, str]:
    found = json.loads(copilot("policies", "list", "--json", "--as-of", "2026-11-20")[1])
    return {policy["id"]: f"{policy['origin']}, {policy['state']}" for policy in found}


def test_without_records_the_folder_is_listed_and_nothing_is_made(copilot: Copilot, tmp_path: Path) -> None:
    assert listed(copilot) == {"lamp-care": "folder, in force", "watch-list": "folder, in force"}
    assert not (tmp_path / "data").exists()


def test_a_policy_is_added_replaced_and_retired(copilot: Copilot, file: Callable[..., str]) -> None:
    code, out, _ = copilot("policies", "add", file())
    assert (code, out.splitlines()[0]) == (0, "gifts, version 1: from 2024-01-01")

    copilot("policies", "replace", "gifts", file("1 Limits\n1.1 Never.\n", "2", "2025-01-01"))
    code, out, _ = copilot("policies", "retire", "gifts", "--on", "2026-01-01")

    assert (code, out.splitlines()[:2]) == (
        0,
        [
            "gifts, version 1: from 2024-01-01 until 2025-01-01",
            "gifts, version 2: from 2025-01-01 until 2026-01-01",
        ],
    )
    assert listed(copilot)["gifts"] == "uploaded, ended"
    assert "gifts" in copilot("policies", "list")[1]


def test_what_was_added_is_law_of_the_house(copilot: Copilot, file: Callable[..., str]) -> None:
    copilot("policies", "add", file())

    shown = copilot("law", "show", "policy/gifts/1.1", "--as-of", "2025-01-01")[1]

    assert "No gift." in shown
    assert "version 1 of policy gifts uploaded" in copilot("audit", "show")[1]
    assert copilot("audit", "verify")[0] == 0


def test_what_the_file_does_not_say_is_said_by_options(copilot: Copilot, tmp_path: Path) -> None:
    (tmp_path / "plain.md").write_text("1 Limits\n1.1 No gift.\n")
    said = [
        "--id",
        "gifts",
        "--title",
        "Gifts",
        "--version",
        "1",
        "--effective",
        "2024-01-01",
        "--owner",
        "X",
    ]

    code, out, _ = copilot(
        "policies", "add", str(tmp_path / "plain.md"), *said, "--audience", "control-room", "--json"
    )

    assert (code, json.loads(out)["id"]) == (0, "gifts.control-room")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["retire", "lamp-care", "--on", "2026-01-01"], "comes from the folder"),
        (["replace", "watch-list", "gifts.md"], "comes from the folder"),
        (["retire", "nothing", "--on", "2026-01-01"], "there is no policy 'nothing'"),
        (["add", "gone.md"], "cannot be read: No such file"),
    ],
)
def test_what_cannot_be_done_is_said(words: list[str], said: str, copilot: Copilot) -> None:
    code, _, err = copilot("policies", *words)

    assert code in {4, 6}
    assert said in err
