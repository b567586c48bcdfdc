from collections.abc import Callable
from pathlib import Path

Copilot = Callable[..., tuple[int, str, str]]
TODAY = ("--as-of", "2026-11-20")


def test_the_table_of_one_topic(copilot: Copilot) -> None:
    code, out, _ = copilot("rules", "table", "--topic", "fines", *TODAY)

    assert code == 0
    assert out.startswith("# The rules as of 2026-11-20\n")
    assert "## Fines" in out
    assert "## Deadlines" not in out


def test_the_whole_table_goes_into_a_file(copilot: Copilot, tmp_path: Path) -> None:
    file = tmp_path / "rules.md"

    code, out, _ = copilot("rules", "table", "--output", str(file), *TODAY)

    assert (code, out) == (0, f"Written to {file}.\n")
    text = file.read_text(encoding="utf-8")
    assert "1. it deploys subliminal techniques beyond a person's consciousness" in text
    assert "## Fairness and drift" in text


def test_a_topic_that_there_is_not(copilot: Copilot) -> None:
    code, _, err = copilot("rules", "table", "--topic", "taxes", *TODAY)

    assert code == 9
    assert "One of: ai-act, ai-act-duties, fines" in err


def test_a_file_that_cannot_be_written(copilot: Copilot, tmp_path: Path) -> None:
    code, _, err = copilot("rules", "table", "--output", str(tmp_path / "none" / "rules.md"), *TODAY)

    assert code == 9
    assert "cannot be written" in err
