"""What the tests of the records share: databases of both kinds, ledgers in them, and answers to keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random
from shutil import copyfile
from typing import TypeAlias
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import make_url
from sqlalchemy.engine import URL

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.grounding import Draft, DraftCitation, Evidence, verify
from copilot.law import Corpus, ProvisionId
from copilot.records import Instruction, LeftOut, Question, Record, ToolCall
from copilot.records.ledger import Entry, Head, Ledger, redact
from copilot.records.tables import METADATA
from copilot.rules import ToolResult
from copilot.rules.result import Figure
from tests.chroma import free_port
from tests.conftest import TODAY
from tests.records.postgresql import new_database, postgresql_running

AnswerTo: TypeAlias = Callable[[Question, int], Record]
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@dataclass
class Ticking:
    """A clock that is a second later each time it is looked at."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass
class Place:
    """Where a ledger is, and what is needed to open it."""

    url: URL
    key_file: Path
    clock: Ticking = field(default_factory=Ticking)
    random: Random = field(default_factory=lambda: Random(20))

    @property
    def is_file(self) -> bool:
        return self.url.drivername == "sqlite"

    @property
    def server_address(self) -> str:
        """The address as PostgreSQL's own client takes it."""
        return self.url.set(drivername="postgresql").render_as_string(hide_password=False)

    def open(self, *, must_exist: bool = False, patience: float = 20.0) -> Ledger:
        return Ledger.open(
            self.url,
            self.key_file,
            clock=self.clock,
            random_bytes=self.random.randbytes,
            patience=patience,
            must_exist=must_exist,
        )


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a real PostgreSQL server."""
    with postgresql_running(free_port()) as address:
        yield address


_DATABASES = ["sqlite", "postgresql"]


@contextmanager
def _place(database: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[Place]:
    key_file = folder / "ledger.key"
    if database == "sqlite":
        yield Place(URL.create("sqlite", database=str(folder / "records" / "ledger.db")), key_file)
        return
    server = request.getfixturevalue("postgresql")
    with new_database(server, f"copilot_{uuid4().hex}") as address:
        yield Place(make_url(address).set(drivername="postgresql+psycopg"), key_file)


@pytest.fixture(params=_DATABASES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Where no ledger is yet, on either kind of database."""
    with _place(request.param, request, tmp_path) as place:
        yield place


@pytest.fixture
def ledger(place: Place) -> Iterator[Ledger]:
    """An empty ledger."""
    with place.open() as ledger:
        yield ledger


@dataclass(frozen=True)
class Written:
    """A ledger with some of everything in it, closed."""

    place: Place
    head: Head
    entries: tuple[Entry, ...]

    @contextmanager
    def lent(self, folder: Path) -> Iterator[Place]:
        """The ledger for somebody to harm: a copy of the file, or the database, which is then as it was."""
        if self.place.is_file:
            file = folder / f"{uuid4().hex}.db"
            copyfile(str(self.place.url.database), file)
            yield replace(self.place, url=URL.create("sqlite", database=str(file)))
            file.unlink()
            return
        yield replace(self.place)
        with psycopg.connect(self.place.server_address) as connection:
            connection.execute("SET session_replication_role = replica")
            connection.execute("SET synchronous_commit = off")
            for table in METADATA.tables:
                connection.execute(f"DELETE FROM {table}")
                connection.execute(f"INSERT INTO {table} TABLE untouched_{table}")

    def remember(self) -> None:
        """Keep a copy of each table of a server's database beside it."""
        with psycopg.connect(self.place.server_address) as connection:
            for table in METADATA.tables:
                connection.execute(f"CREATE TABLE untouched_{table} AS TABLE {table}")


@pytest.fixture(scope="module", params=_DATABASES)
def written(
    request: pytest.FixtureRequest, small_corpus: Corpus, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Written]:
    """Two questions, three answers, a redaction, a new key, and another question under it."""
    question, answered = _asked(), partial(_answered, small_corpus)
    with _place(request.param, request, tmp_path_factory.mktemp("written")) as place:
        with place.open() as ledger:
            first = ledger.append(question)
            ledger.append(answered(question, first))
            ledger.append(answered(question, first))
            second = ledger.append(replace(question, thread=None))
            redact(ledger, second, ["asked"], reason="Art. 17 GDPR", ordered_by="Data protection officer")
            ledger.change_key()
            ledger.append(answered(replace(question, thread=None), second))
            ledger.append(question)
            written = Written(place, ledger.head(), tuple(ledger.entries()))
        if not place.is_file:
            written.remember()
        yield written


@pytest.fixture
def question() -> Question:
    """A question as the officer asked it."""
    return _asked()


@pytest.fixture
def answer_to(small_corpus: Corpus) -> AnswerTo:
    """Answers a question with statements that were really checked, on a provision and on a tool's result."""
    return lambda question, sequence: _answered(small_corpus, question, sequence)


def _asked() -> Question:
    return Question(
        asked="When must Mr. Wick report a broken lantern?",
        understood="When must Mr. Wick report a broken lantern?",
        as_of=TODAY,
        actor=Actor("officer", frozenset({EVERY_AUDIENCE})),
        thread="thread-1",
    )


def _answered(corpus: Corpus, question: Question, sequence: int) -> Record:
    law, as_of, actor = corpus.as_of(question.as_of), question.as_of, question.actor
    provisions = [
        law.provision(ProvisionId.parse(name)) for name in ("lantern-act/art-1/1/a", "lantern-act/art-1/2")
    ]
    verdict, duty = "Report by 2026-11-23.", provisions[1].text
    result = ToolResult(
        tool="deadline",
        version="1",
        as_of=as_of,
        inputs={"known_on": "2026-11-20", "who": "Mr. Wick", "share": 0.1},
        verdict=verdict,
        figures=(Figure("days", Decimal("3.0"), "days"),),
        citations=(provisions[1].id,),
    )
    evidence = Evidence.gathered(corpus, provisions, [result], as_of=as_of)
    shown = (
        Draft(duty, (DraftCitation("lantern-act/art-1/2", duty),)),
        Draft(verdict, (DraftCitation("tool:deadline/1", verdict),)),
    )
    wrong = Draft("Mr. Wick may report within 9 days.", shown[0].citations)
    return Record(
        question=question,
        sequence=sequence,
        model="extractive",
        settings={"temperature": 0, "url": None},
        instructions=(Instruction("answer", "0" * 64),),
        calls=(
            ToolCall("search_law", {"query": "Mr. Wick broken lantern"}, ("lantern-act/art-1/2",)),
            ToolCall("deadline", {"known_on": "2026-11-31"}, error="no such day"),
        ),
        evidence=evidence,
        statements=tuple(verify(draft, evidence, as_of=as_of, actor=actor) for draft in shown),
        left_out=(LeftOut(wrong, verify(wrong, evidence, as_of=as_of, actor=actor).check.reasons),),
        notices=("The extractive model answers.",),
        refusal=None,
        fingerprint="f" * 64,
    )
