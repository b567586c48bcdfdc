import json
from collections.abc import Callable
from pathlib import Path

import pytest

Copilot = Callable[..., tuple[int, str, str]]
ASKED = ("drift", "then.csv", "now.csv", "--as-of", "2026-11-20")


@pytest.fixture(autouse=True)
def _cases(tmp_path: Path) -> None:
    for name, start in (("then.csv", 0), ("now.csv", 300)):
        rows = [f"{start + row},{row % 2}" for row in range(1000)]
        (tmp_path / name).write_text("\n".join(["income,region", *rows, ""]))


def test_the_column_that_moved_is_named(copilot: Copilot) -> None:
    code, out, _ = copilot(*ASKED)

    assert code == 0
    assert out.startswith("Act.")
    assert "Is a fairness test due?" in out
    assert "policy/model-risk/6.2" in out


def test_the_result_as_json(copilot: Copilot) -> None:
    code, out, _ = copilot(*ASKED, "--column", "region", "--categorical", "region", "--json")

    told = json.loads(out)
    assert (code, told["verdict"]) == (0, "stable")
    (column,) = told["columns"]
    assert (column["kind"], column["index"], column["test"]) == ("categories", 0.0, None)
    assert column["bins"][0] == {"name": "0", "reference": 500, "current": 500}


def test_limits_of_ones_own_come_in_two(copilot: Copilot) -> None:
    code, out, _ = copilot(*ASKED, "--watch", "5", "--act", "9")

    assert code == 0
    assert out.startswith("Stable.")
    assert "policy/model-risk" not in out
    code, _, err = copilot(*ASKED, "--watch", "5")
    assert code == 2
    assert "come in two" in err


def test_a_plot_is_written(copilot: Copilot, tmp_path: Path) -> None:
    code, _, _ = copilot(*ASKED, "--plot", "drift.svg")

    assert code == 0
    assert "<svg" in (tmp_path / "drift.svg").read_text()


def test_an_unknown_column(copilot: Copilot) -> None:
    code, _, err = copilot(*ASKED, "--column", "age")

    assert code == 9
    assert "no column 'age'" in err
