import json
from collections.abc import Callable
from pathlib import Path

import pytest

Copilot = Callable[..., tuple[int, str, str]]
ASKED = ("fairness", "cases.csv", "--decision", "hired", "--group", "sex", "--as-of", "2026-11-20")


@pytest.fixture(autouse=True)
def _cases(tmp_path: Path) -> None:
    rows = [f"{sex},{int(row < chosen)}" for sex, chosen in (("F", 40), ("M", 50)) for row in range(100)]
    (tmp_path / "cases.csv").write_text("\n".join(["sex,hired", *rows, ""]))


def test_a_missed_limit_is_said_with_its_provision(copilot: Copilot) -> None:
    code, out, _ = copilot(*ASKED)

    assert code == 0
    assert out.startswith("Limit missed.")
    assert "0.800 (95 %: 0.587 to 1.087" in out
    assert "policy/fairness-testing/4.1" in out


def test_the_result_as_json(copilot: Copilot) -> None:
    code, out, _ = copilot(*ASKED, "--limits", "four-fifths", "--json")

    told = json.loads(out)
    assert (code, told["verdict"]) == (0, "within the limits")
    assert told["valid"] == "from 2024-08-01"
    (found,) = (
        item
        for item in told["compared"]
        if item["measure"] == "impact ratio" and item["verdict"] == "within the limit"
    )
    assert (found["figure"], found["limit"]["basis"]) == (pytest.approx(0.8), "us-ugesp/note-3")
    assert [item["rows"] for item in told["missing"]] == [0, 0]


def test_a_limit_given_with_the_question_is_marked(copilot: Copilot) -> None:
    code, out, _ = copilot(*ASKED, "--impact-ratio", "0.75")

    assert code == 0
    assert "at least 0.750 is asked, as given with the question" in out


def test_a_plot_is_written(copilot: Copilot, tmp_path: Path) -> None:
    code, _, _ = copilot(*ASKED, "--plot", "fair.svg")

    assert code == 0
    assert "<svg" in (tmp_path / "fair.svg").read_text()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--label", "good"), 9, "no column 'good'"),
        (("--limits", "nine-tenths"), 2, "nine-tenths"),
        (("--separator", "::"), 9, "not one character"),
    ],
)
def test_what_cannot_be_asked(words: tuple[str, ...], code: int, message: str, copilot: Copilot) -> None:
    ended, _, err = copilot(*ASKED, *words)

    assert ended == code
    assert message in err


def test_the_sample_policy_is_no_policy_of_a_firm_with_its_own(
    copilot: Copilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own").mkdir()
    monkeypatch.setenv("COPILOT_POLICIES", str(tmp_path / "own"))

    code, _, err = copilot(*ASKED)

    assert code == 4
    assert "four-fifths" in err
