"""Many writers, processes that die, disks that are full: what was acknowledged is there, in one chain."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from copilot.errors import LedgerBroken, RecordsUnavailable
from copilot.records import Question
from copilot.records.ledger import Ledger, verify_ledger
from copilot.records.ledger import database as database_module
from copilot.records.ledger.database import NEWEST
from copilot.records.tables import METADATA
from tests.records.conftest import NOON, AnswerTo, Place
from tests.records.writer import question as asked_by_somebody

ROOT = Path(__file__).parents[3]
SOON = timedelta(days=1)


def writer(place: Place, name: str, askers: int, *, without_end: bool = False) -> subprocess.Popen[str]:
    url = place.url.render_as_string(hide_password=False)
    words = [url, str(place.key_file), name, str(askers), "without-end" if without_end else "once"]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.records.writer", *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_hundred_people_who_ask_at_once_make_one_chain(place: Place) -> None:
    """In four processes, of which any may be the one that creates the ledger and its key."""
    writers = [writer(place, f"office-{number}", 50) for number in range(4)]
    told = [process.communicate() for process in writers]

    assert [(process.returncode, err) for process, (_, err) in zip(writers, told, strict=True)] == [
        (0, "")
    ] * 4
    lines = [line.split() for out, _ in told for line in out.splitlines()]
    assert sorted(int(line[0]) for line in lines) == list(range(1, 401))
    with place.open(must_exist=True) as ledger:
        assert verify_ledger(ledger, now=datetime.now(UTC), head=ledger.head()).faults == ()
        answers = {int(line[0]): int(line[3]) for line in lines if line[2] == "answer"}
        assert all(ledger.answer(answer).sequence == question for answer, question in answers.items())
        assert len({ledger.answer(answer).question.actor.name for answer in answers}) == 200


@pytest.mark.parametrize("after", [1, 30, 75])
def test_a_process_that_is_killed_loses_no_acknowledged_answer(after: int, place: Place) -> None:
    killed = writer(place, "office", 4, without_end=True)
    assert killed.stdout is not None
    acknowledged = [int(killed.stdout.readline().split()[0]) for _ in range(after)]
    killed.send_signal(signal.SIGKILL)
    out, _ = killed.communicate()
    acknowledged += [int(line.split()[0]) for line in out.splitlines(keepends=True) if line.endswith("\n")]

    with place.open(must_exist=True) as ledger:
        kept = {entry.sequence for entry in ledger.entries()}
        assert set(acknowledged) <= kept
        assert verify_ledger(ledger, now=datetime.now(UTC) + SOON).faults == ()
    place.clock.now = datetime.now(UTC) + SOON
    with place.open() as ledger:
        assert ledger.append(asked_by_somebody()) == max(kept) + 1


def test_a_full_disk_takes_no_answer_and_loses_none(
    place: Place, question: Question, answer_to: AnswerTo
) -> None:
    """SQLite gets no page more; of PostgreSQL, the server says that its disk is full."""
    with place.open() as ledger:
        asked = ledger.append(question)
        with (
            _full_disk(place),
            place.open() as on_a_full_disk,
            pytest.raises(RecordsUnavailable, match="the disk under it is full") as error,
        ):
            on_a_full_disk.append(answer_to(question, asked))

        assert "no question is answered" in error.value.remedy
        assert [entry.sequence for entry in ledger.entries()] == [asked]
        assert verify_ledger(ledger, now=NOON + SOON, head=ledger.head()).holds
        assert ledger.append(answer_to(question, asked)) == asked + 1


@contextmanager
def _full_disk(place: Place) -> Iterator[None]:
    if place.is_file:

        def limit(driver: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
            driver.cursor().execute("PRAGMA max_page_count = 1")

        event.listen(Engine, "connect", limit)
        yield
        event.remove(Engine, "connect", limit)
        return
    engine = create_engine(place.url)
    with engine.begin() as connection:
        says = "BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END"
        connection.exec_driver_sql(
            f"CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $${says}$$"
        )
        connection.exec_driver_sql(
            "CREATE TRIGGER full_disk BEFORE INSERT ON texts EXECUTE FUNCTION full_disk()"
        )
    yield
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP FUNCTION full_disk CASCADE")
    engine.dispose()


_UNTIL_NOTHING_GOES = """
import resource, sys
from copilot.errors import RecordsUnavailable
from tests.records.writer import opened, question
with opened(*sys.argv[1:]) as ledger:
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
    try:
        while True:
            print(ledger.append(question()), flush=True)
    except RecordsUnavailable as error:
        sys.exit(f"{error} {error.remedy}")
"""


def test_a_write_that_fails_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    """The operating system lets no file grow beyond 400 kB, as a quota does."""
    file, key_file = tmp_path / "ledger.db", tmp_path / "ledger.key"
    run = subprocess.run(
        [sys.executable, "-c", _UNTIL_NOTHING_GOES, f"sqlite:///{file}", str(key_file)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 1
    assert "the disk under it takes no more" in run.stderr
    acknowledged = [int(line) for line in run.stdout.split()]
    with Place(create_engine(f"sqlite:///{file}").url, key_file).open(must_exist=True) as ledger:
        assert [entry.sequence for entry in ledger.entries()] == acknowledged
        assert verify_ledger(ledger, now=datetime.now(UTC)).holds


def test_who_waits_too_long_for_the_right_to_write_is_told(place: Place, question: Question) -> None:
    with place.open() as ledger, place.open(patience=0.1) as impatient:
        with ledger.writing(), pytest.raises(RecordsUnavailable, match="another program has held it"):
            impatient.append(question)
        with (
            impatient.writing(),
            pytest.raises(RecordsUnavailable, match="the entries of others have taken"),
        ):
            impatient.append(question)

        assert impatient.append(question) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE entries SET at = at",
        "DELETE FROM entries",
        "UPDATE fields SET value = value",
        "DELETE FROM fields",
        "UPDATE texts SET body = body",
        "DELETE FROM texts",
        "DELETE FROM ledger",
        "INSERT INTO ledger VALUES ('another')",
        "INSERT INTO entries SELECT 0, at, kind, key, previous, content, mac FROM entries WHERE sequence = 1",
    ],
)
def test_the_database_refuses_to_change_what_is_written(
    sql: str, place: Place, ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    ledger.append(answer_to(question, ledger.append(question)))

    with pytest.raises(RecordsUnavailable, match="is append-only"), ledger.writing() as pen:
        pen.connection.execute(text(sql))

    assert verify_ledger(ledger, now=NOON + SOON).holds


def test_each_database_refuses_its_own_way_around(place: Place, ledger: Ledger, question: Question) -> None:
    ledger.append(question)
    around = "TRUNCATE entries"
    if place.is_file:
        around = "INSERT OR REPLACE INTO entries SELECT sequence, '', kind, key, previous, content, mac FROM entries"

    with pytest.raises(RecordsUnavailable, match="entries is append-only"), ledger.writing() as pen:
        pen.connection.execute(text(around))


def test_the_migrations_make_the_tables_that_the_code_knows(place: Place, ledger: Ledger) -> None:
    scripts = ScriptDirectory(str(Path(database_module.__file__).with_name("migrations")))
    assert scripts.get_current_head() == NEWEST

    engine = create_engine(place.url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    file.write_bytes(b"x" * 5000)

    with pytest.raises(LedgerBroken, match="no database any more"):
        Place(create_engine(f"sqlite:///{file}").url, tmp_path / "ledger.key").open()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(RecordsUnavailable, match="File exists") as error:
        Place(create_engine(f"sqlite:///{tmp_path}/file/ledger.db").url, tmp_path / "ledger.key").open()

    assert "COPILOT_DATA_DIR" in error.value.remedy


def test_a_database_that_does_not_exist_is_told(postgresql: str, tmp_path: Path) -> None:
    url = create_engine(postgresql.replace("postgresql:", "postgresql+psycopg:")).url

    with pytest.raises(RecordsUnavailable, match='"no_such" does not exist'):
        Place(url.set(database="no_such"), tmp_path / "ledger.key").open()
