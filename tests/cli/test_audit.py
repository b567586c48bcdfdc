import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from secrets import token_bytes

import pytest
from sqlalchemy import URL, text

from copilot.actor import Actor
from copilot.grounding import Check, Draft, DraftCitation, Evidence, verify
from copilot.law import Corpus, ProvisionId
from copilot.records import Question, Record
from copilot.records.ledger import Ledger
from copilot.settings import Settings
from tests.records.attacker import tampering

Copilot = Callable[..., tuple[int, str, str]]
DAY = date(2026, 11, 20)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """What the command finds in the environment."""
    return Settings(data_dir=tmp_path / "data")


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    """The ledger of these settings, a year ago."""
    file = settings.data_folder / "records" / "ledger.db"
    with Ledger.open(
        URL.create("sqlite", database=str(file)),
        settings.key_of_the_ledger,
        clock=lambda: datetime.now(UTC) - timedelta(days=365),
        random_bytes=token_bytes,
    ) as ledger:
        yield ledger


@pytest.fixture(autouse=True)
def record(ledger: Ledger, small_corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> Record:
    """A question (entry 1) with its answer (2), and one that looks like trouble (3)."""
    monkeypatch.setattr("copilot.cli.audit.corpus_in_force", lambda settings: small_corpus)
    asked = Question("Which oil?", "Which oil?", DAY, Actor("officer", frozenset()), None)
    oil = small_corpus.as_of(DAY).provision(ProvisionId.parse("lantern-act/art-2"))
    evidence = Evidence.gathered(small_corpus, [oil], as_of=DAY)
    draft = Draft(oil.text, (DraftCitation("lantern-act/art-2", oil.text),))
    statement = verify(draft, evidence, as_of=DAY, actor=asked.actor)
    record = Record(asked, 1, "extractive", {}, (), (), evidence, (statement,), (), (), None, "f" * 64)
    ledger.append(asked)
    ledger.append(record)
    ledger.append(replace(asked, asked="\x1b[2J \ud800?"))
    return record


def harm(settings: Settings, sql: str) -> None:
    file = settings.data_folder / "records" / "ledger.db"
    with tampering(URL.create("sqlite", database=str(file))) as connection:
        connection.execute(text(sql))


def test_a_ledger_that_holds(copilot: Copilot) -> None:
    code, out, _ = copilot("audit", "verify")

    assert code == 0
    assert "3 entries (1 to 3)" in out
    assert "as it was written" in out
    assert "--head FILE" in out


def test_a_ledger_that_does_not_hold(copilot: Copilot, settings: Settings) -> None:
    harm(
        settings, "UPDATE entries SET content = replace(content, 'extractive', 'other') WHERE sequence = 2"
    )

    code, out, _ = copilot("audit", "verify", "--json")
    said = copilot("audit", "verify")

    assert code == 1
    assert [(fault["kind"], fault["sequence"]) for fault in json.loads(out)["faults"]] == [("altered", 2)]
    assert (said[0], "1 faults: it is not as it was written" in said[1]) == (1, True)


def test_an_end_that_was_cut_off_shows_with_a_head(
    copilot: Copilot, settings: Settings, tmp_path: Path
) -> None:
    file = str(tmp_path / "head.json")
    assert copilot("audit", "head", "--output", file)[0] == 0
    harm(settings, "DELETE FROM fields WHERE entry = 3")
    harm(settings, "DELETE FROM entries WHERE sequence = 3")

    assert copilot("audit", "verify")[0] == 0
    code, out, _ = copilot("audit", "verify", "--head", file)

    assert code == 1
    assert "cut: The ledger ends with entry 2" in out


def test_entries_are_shown_and_none_of_them_takes_hold_of_the_terminal(copilot: Copilot) -> None:
    code, out, _ = copilot("audit", "show")

    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["Entry", "1", "2", "3"]
    assert "Which oil?" in out
    assert "\\x1b[2J \\ud800?" in out
    assert copilot("audit", "show", "3")[0] == 0
    assert json.loads(copilot("audit", "show", "3", "--json")[1])["fields"]["asked"] == "\x1b[2J \ud800?"
    assert [entry["kind"] for entry in json.loads(copilot("audit", "show", "--json")[1])] == [
        "question",
        "answer",
        "question",
    ]


def test_an_entry_that_is_not_there(copilot: Copilot) -> None:
    code, _, err = copilot("audit", "show", "9")

    assert code == 12
    assert "holds no entry 9" in err


def test_every_answer_is_replayed(copilot: Copilot) -> None:
    code, out, _ = copilot("audit", "replay")

    assert code == 0
    assert "[quoted, same] Only vegetable oil may be burnt." in out
    assert out.endswith("1 of 1 answers came out as they were recorded.\n")
    (again,) = json.loads(copilot("audit", "replay", "2", "--json")[1])
    assert (again["sequence"], again["same"]) == (2, True)
    assert again["texts"] == [{"id": "lantern-act/art-2", "layer": "digest", "today": "same"}]


def test_a_check_that_comes_out_otherwise_ends_with_1(
    copilot: Copilot, ledger: Ledger, record: Record
) -> None:
    checked = replace(record.statements[0], check=Check("checked", ()))
    ledger.append(replace(record, statements=(checked,)))

    code, out, _ = copilot("audit", "replay")

    assert code == 1
    assert "[checked, differs, now quoted] Only vegetable oil" in out
    assert out.endswith("1 of 2 answers came out as they were recorded.\n")


def test_what_was_redacted_is_not_shown_and_not_replayed(copilot: Copilot) -> None:
    order = ("--reason", "Art. 17 GDPR", "--ordered-by", "Ms. Flint")
    assert copilot("audit", "redact", "1", "--field", "asked", *order)[0] == 0
    code, out, _ = copilot("audit", "redact", "2", *order, "--json")

    assert (code, json.loads(out)["said"]["fields"]) == (
        0,
        ["calls", "left_out", "results", "sent", "statements"],
    )
    assert "Which oil?" not in copilot("audit", "show")[1]
    assert "Redacted: asked" in copilot("audit", "show", "1")[1]
    assert copilot("audit", "verify")[0] == 0
    code, out, err = copilot("audit", "replay")
    assert (code, out) == (0, "0 of 0 answers came out as they were recorded.\n")
    assert "Answer 2 was redacted" in err
    assert copilot("audit", "replay", "2")[0] == 12


def test_a_file_for_a_supervisor_is_written_and_checked(copilot: Copilot, tmp_path: Path) -> None:
    file = str(tmp_path / "entries.jsonl")

    code, out, _ = copilot("audit", "export", "--output", file, "--actor", "officer")

    assert code == 0
    assert out.startswith(f"3 entries are in {file}")
    assert copilot("audit", "verify", "--export", file)[0] == 0
    assert copilot("audit", "export", "--output", file)[0] == 6
    none = copilot("audit", "export", "--output", f"{file}.2", "--until", "2020-01-01", "--json")
    assert json.loads(none[1])["entries"] == 0


def test_old_entries_are_archived(
    copilot: Copilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "old.jsonl")
    assert copilot("audit", "archive", "--output", file)[0] == 9

    monkeypatch.setenv("COPILOT_RETENTION_DAYS", "400")
    code, out, _ = copilot("audit", "archive", "--output", file)
    assert (code, out) == (0, "No entry is older than 400 days and free to go.\n")

    done = copilot("audit", "archive", "--output", file, "--older-than", "300")
    assert done[:2] == (0, f"Entries 1 to 3 are in {file}; entry 4 says so.\n")
    assert copilot("audit", "verify", "--export", file)[0] == 0
    assert "1 entries (4 to 4)" in copilot("audit", "verify")[1]
    assert "entries 1 to 3" in copilot("audit", "show")[1]


def test_a_new_key(copilot: Copilot, settings: Settings) -> None:
    code, out, _ = copilot("audit", "change-key")

    assert code == 0
    assert str(settings.key_of_the_ledger) in out
    assert copilot("audit", "verify")[0] == 0
    settings.key_of_the_ledger.unlink()
    assert copilot("audit", "verify")[0] == 12


def test_where_there_is_no_ledger(
    copilot: Copilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPILOT_DATA_DIR", str(tmp_path / "other"))

    for command in (("verify",), ("show",), ("replay",), ("head",), ("change-key",)):
        code, _, err = copilot("audit", *command)
        assert (code, "there is no ledger" in err) == (12, True)
    assert not (tmp_path / "other").exists()
