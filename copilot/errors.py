"""Every error the copilot raises on purpose, in one tree.

::

    CopilotError                     exit 1
    ├── SettingsError                exit 3   a setting or the .env file cannot be used
    ├── CorpusError                  exit 4   a text of the corpus is wrong: file and line are named
    │   └── UnknownProvision         exit 4   no provision has this id
    ├── NotInForce                   exit 4   the provision had no wording on the day asked about
    ├── IndexUnavailable             exit 5   there is no index yet, or it is being built
    │   ├── IndexOutdated            exit 5   it was built from other texts or by another model
    │   ├── IndexCorrupt             exit 5   it is there but cannot be read
    │   └── IndexUnreachable         exit 5   the server that holds its vectors does not answer as it should
    ├── MachineError                 exit 6   the machine is in the way: a folder, a port, a package
    ├── DownloadError                exit 7   a publisher's file could not be fetched
    ├── EmbeddingUnavailable         exit 8   the embedding endpoint does not answer as it should
    ├── ModelUnavailable             exit 10  the model endpoint does not answer as it should
    │   └── ModelBudgetSpent         exit 10  an answer would cost more than one may
    ├── UnusableQuestion             exit 11  a question is empty or too long
    ├── RecordsUnavailable           exit 12  the ledger cannot be used: without a record there is no answer
    │   ├── LedgerKeyUnusable        exit 12  its key is missing, damaged, open to all, or another one
    │   └── LedgerBroken             exit 12  it is not what was written
    ├── EntryUnavailable             exit 12  the ledger has no such entry, or it was redacted
    ├── ToolInputError               exit 9   a rule was told something it cannot work with
    │   └── ContradictoryFacts       exit 9   two things were told that cannot both be: both are named
    └── AccessDenied                 exit 13  this may not be done, or not by this caller
        ├── SignInNeeded             exit 13  nothing proves who calls, or what should does not
        ├── NotPermitted             exit 13  it is known who calls, and they may not
        └── TooMuch                  exit 13  too many requests, or one too large, or no room for another

An error says what happened and, in ``remedy``, what to do next. Errors of other libraries are
translated where the library is met, never further in::

    try:
        corpus.as_of(day).provision(provision_id)
    except CopilotError as error:
        print(error, error.remedy)

Usage errors of the command line (an unknown option, a malformed date) end with exit code 2.
"""

from __future__ import annotations

from typing import ClassVar


class CopilotError(Exception):
    """Something the copilot cannot do, said so that a person can act on it."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


class SettingsError(CopilotError):
    """A setting is missing, malformed or contradicts another."""

    exit_code = 3


class CorpusError(CopilotError):
    """A text of the corpus breaks the corpus format."""

    exit_code = 4

    def __init__(
        self, message: str, *, remedy: str, file: str | None = None, line: int | None = None
    ) -> None:
        place = "" if file is None else f"{file}:{line}: " if line is not None else f"{file}: "
        super().__init__(f"{place}{message}", remedy=remedy)
        self.file = file
        self.line = line


class UnknownProvision(CorpusError):
    """No instrument holds a provision under this id, on any day."""


class NotInForce(CopilotError):
    """The provision exists, but had no wording on the day asked about."""

    exit_code = 4


class IndexUnavailable(CopilotError):
    """The index is missing or still being built."""

    exit_code = 5


class IndexOutdated(IndexUnavailable):
    """The index was built from other texts, or with another embedding model, than are in use now."""


class IndexCorrupt(IndexUnavailable):
    """The index is there and cannot be read; it never counts as an empty one."""


class IndexUnreachable(IndexUnavailable):
    """The Chroma server is down, too slow, refuses or answers what Chroma would not."""


class MachineError(CopilotError):
    """The machine is in the way: a folder that cannot be written, a port in use, a missing package."""

    exit_code = 6


class DownloadError(CopilotError):
    """A publisher's file could not be fetched: no network, a server that stalls, refuses or breaks off."""

    exit_code = 7


class EmbeddingUnavailable(CopilotError):
    """The embedding endpoint is down, too slow, refuses or answers what is no list of vectors."""

    exit_code = 8


class ModelUnavailable(CopilotError):
    """The model endpoint is down, too slow, refuses, breaks off or answers what is no completion."""

    exit_code = 10


class ModelBudgetSpent(ModelUnavailable):
    """One answer has cost the tokens that one may cost, and is not finished."""


class UnusableQuestion(CopilotError):
    """A question without words, or one of a size that nobody asks."""

    exit_code = 11


class RecordsUnavailable(CopilotError):
    """The ledger cannot be written or read: a full disk, a server that is down, a lock that nobody lets go."""

    exit_code = 12


class LedgerKeyUnusable(RecordsUnavailable):
    """The key that seals the ledger is missing, damaged or not the one it was sealed with."""


class LedgerBroken(RecordsUnavailable):
    """What stands in the ledger is not what was written there."""


class EntryUnavailable(CopilotError):
    """An entry that the ledger does not hold, is of another kind, or was redacted."""

    exit_code = 12


class ToolInputError(CopilotError):
    """What a rule was told cannot be: a negative turnover, a time without a zone, an unknown fact."""

    exit_code = 9


class ContradictoryFacts(ToolInputError):
    """Two facts that cannot both be, named in ``facts``: a rule decides on neither."""

    def __init__(self, message: str, *, remedy: str, facts: tuple[str, ...]) -> None:
        super().__init__(message, remedy=remedy)
        self.facts = facts


class AccessDenied(CopilotError):
    """Something that may not be done, or not by this caller."""

    exit_code = 13


class SignInNeeded(AccessDenied):
    """Nothing proves who calls: no key and no token, or one that is unknown, expired, revoked or forged."""


class NotPermitted(AccessDenied):
    """It is known who calls, and neither their role nor the scope of their key allows it."""


class TooMuch(AccessDenied):
    """More than is taken at once; ``retry_after`` says in how many seconds there may be room again."""

    def __init__(self, message: str, *, remedy: str, retry_after: int | None = None) -> None:
        super().__init__(message, remedy=remedy)
        self.retry_after = retry_after
