"""The uploaded policies as texts beside those of the folder: what every process answers from.

The database, and what speaks to it, is loaded only where there is one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from copilot import law
from copilot.law import Corpus, Instrument
from copilot.law.policy import policy_from
from copilot.law.provision import Placed
from copilot.settings import Settings

if TYPE_CHECKING:
    from copilot.records.ledger.database import Database
    from copilot.records.policies.version import PolicyVersion


@dataclass(frozen=True, slots=True)
class Uploaded:
    """The uploaded policies after a change. ``files`` are the numbers of the versions that are in force on some day."""

    change: int = 0
    policies: tuple[tuple[Instrument, tuple[Placed, ...]], ...] = ()
    files: frozenset[int] = field(default_factory=frozenset)

    @property
    def instruments(self) -> frozenset[str]:
        """The ids of the instruments among them."""
        return frozenset(instrument.id for instrument, _ in self.policies)

    def beside(self, folder: Corpus) -> Corpus:
        """All texts: the folder's, and these.

        A closed policy of the folder whose id an open one was given goes by its audiences as well: whoever uploaded
        that one could not know of it.
        """
        taken = folder.instruments.keys() & self.instruments
        closed = {
            name: folder.instruments[name].audience for name in taken if folder.instruments[name].audience
        }
        names = {name: ".".join((name, *sorted(audience))) for name, audience in closed.items()}
        return folder.renamed(names).joined(self.policies)


class HeldPolicies:
    """The uploaded policies of these settings, for who reads them: looking for them creates nothing."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._opening = Lock()
        self._database: Database | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        with self._opening:
            if self._database is not None:
                self._database.close()
                self._database = None

    def last_change(self) -> int:
        """The number of the last change; 0 where there was none, or where there is no database yet."""
        database = self._opened()
        if database is None:
            return 0
        from copilot.records.policies import rows

        with database.reading() as connection:
            return rows.last_change(connection)

    def read(self) -> Uploaded:
        """All of them, as they stand now."""
        database = self._opened()
        if database is None:
            return Uploaded()
        from copilot.records.policies import rows

        with database.reading() as connection:
            versions = {version.number: version for version in rows.all_versions(connection)}
            policies = tuple(
                _read(versions[number], text)
                for number, text in rows.texts(connection)
                if versions[number].in_force is not None
            )
            in_force = (number for number, version in versions.items() if version.in_force is not None)
            return Uploaded(rows.last_change(connection), policies, frozenset(in_force))

    def _opened(self) -> Database | None:
        """The database, where there is one and it has a place for policies."""
        if self._settings.database_url is None and not self._settings.records_file.is_file():
            return None
        from copilot.records.ledger.chosen import chosen_database

        with self._opening:
            if self._database is None:
                database = chosen_database(self._settings)
                if not database.holds("policy_files"):
                    database.close()
                    return None
                self._database = database
            return self._database


def corpus_in_force(settings: Settings) -> Corpus:
    """The texts of these settings: those that ship or are installed, the folder's policies, and the uploaded ones."""
    folder = law.load_corpus(policies=settings.policies, installed=settings.data_folder)
    with HeldPolicies(settings) as held:
        return held.read().beside(folder)


def _read(version: PolicyVersion, text: str) -> tuple[Instrument, tuple[Placed, ...]]:
    head = version.head.model_copy(update={"until": version.until})
    file = f"{version.file_name} ({version.policy}, version {head.version}, uploaded)"
    lines = tuple(text.split("\n"))
    return policy_from(head, lines, file, first_line=1, known_as=version.policy)
