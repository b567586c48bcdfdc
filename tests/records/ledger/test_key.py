from __future__ import annotations

from pathlib import Path
from random import Random
from threading import Thread

import pytest

from copilot.errors import LedgerKeyUnusable, RecordsUnavailable
from copilot.records.ledger import KeyFile


def test_of_many_who_make_the_first_key_one_makes_it_for_all(tmp_path: Path) -> None:
    made: list[str] = []

    def make(seed: int) -> None:
        made.extend(KeyFile(tmp_path / "folder" / "ledger.key").created(Random(seed).randbytes))

    threads = [Thread(target=make, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(made) == 8
    assert len(set(made)) == 1
    assert [file.name for file in (tmp_path / "folder").iterdir()] == ["ledger.key"]


def test_a_new_key_stands_behind_the_old_one(tmp_path: Path) -> None:
    file = KeyFile(tmp_path / "ledger.key")
    (old,) = file.created(Random(1).randbytes)

    new = file.add(Random(2).randbytes)

    assert list(file.keys()) == [old, new.id]
    assert file.path.stat().st_mode & 0o777 == 0o600


def test_a_key_does_not_show_where_it_is_printed(tmp_path: Path) -> None:
    (key,) = KeyFile(tmp_path / "ledger.key").created(Random(1).randbytes).values()

    assert key.secret.hex() not in repr(key)
    assert key.secret.hex()[:8] not in key.id


@pytest.mark.parametrize("text", ["", "# a note only\n", "secret\n", "0" * 63, f"{'0' * 64}\n{'x' * 64}\n"])
def test_a_damaged_key_file_is_told(text: str, tmp_path: Path) -> None:
    file = tmp_path / "ledger.key"
    file.write_text(text)
    file.chmod(0o600)

    with pytest.raises(LedgerKeyUnusable, match="holds no key of a ledger"):
        KeyFile(file).keys()


def test_a_key_that_everybody_can_read_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "ledger.key"
    file.write_text("0" * 64)
    file.chmod(0o644)

    with pytest.raises(LedgerKeyUnusable, match="everybody on this machine can read") as error:
        KeyFile(file).keys()

    assert error.value.remedy.endswith(f"chmod 600 {file}")


def test_a_key_that_cannot_be_read_or_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o700)

    with pytest.raises(LedgerKeyUnusable, match="cannot be read"):
        KeyFile(folder).keys()
    with pytest.raises(RecordsUnavailable, match="cannot be written"):
        KeyFile(tmp_path / "file" / "ledger.key").created(Random(1).randbytes)
