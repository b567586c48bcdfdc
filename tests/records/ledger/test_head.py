from __future__ import annotations

from pathlib import Path

import pytest

from copilot.errors import MachineError, ToolInputError
from copilot.records import Question
from copilot.records.ledger import Ledger, read_head, write_head


def test_a_head_is_kept_in_a_file_of_one_line(ledger: Ledger, question: Question, tmp_path: Path) -> None:
    ledger.append(question)
    head, file = ledger.head(), tmp_path / "head.json"

    write_head(head, file)
    write_head(head, file)

    assert read_head(file) == head
    assert file.read_text("ascii").count("\n") == 1
    assert (head.sequence, head.mac) == (1, ledger.entry(1).mac)


@pytest.mark.parametrize("text", ["", "{}", '{"sequence": "x"}', "nonsense"])
def test_what_is_no_head_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text(text)

    with pytest.raises(ToolInputError, match="holds no head"):
        read_head(tmp_path / "file")


def test_a_head_that_cannot_be_read_or_written_is_told(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="cannot be read"):
        read_head(tmp_path / "none")
    with pytest.raises(MachineError, match="cannot be written"):
        write_head(ledger.head(), tmp_path / "none" / "head.json")
