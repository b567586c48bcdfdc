import subprocess
import sys
from pathlib import Path

import pytest

from copilot.errors import UnusableCase
from evals.cases import __main__ as command
from tests.evals.cases.builders import golden, written


def test_a_faulty_line_is_named_and_ends_with_2(tmp_path: Path) -> None:
    folder = written(tmp_path, golden=[golden(critical="perhaps")])

    ended = subprocess.run(
        [sys.executable, "-m", "evals.cases", str(folder)], capture_output=True, text=True, check=False
    )

    assert ended.returncode == 2
    assert "golden/own.jsonl:1: critical" in ended.stderr
    assert not ended.stdout


def test_a_firms_own_cases_are_held_against_the_law(tmp_path: Path) -> None:
    folder = written(tmp_path, golden=[golden()])

    with pytest.raises(UnusableCase, match="there is no instrument 'lantern-act'"):
        command.main([str(folder)])
