"""Every error the copilot raises on purpose, in one tree.

::

    CopilotError                     exit 1
    ├── SettingsError                exit 3   a setting or the .env file cannot be used
    ├── CorpusError                  exit 4   a text of the corpus is wrong: file and line are named
    │   ├── UnknownProvision         exit 4   no provision has this id
    │   └── UnusablePolicy           exit 4   a file that is to be a policy cannot be read as one
    │       └── PolicyTooLarge       exit 4   it is larger than a policy can be
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
    ├── UnusableCase                 exit 2   a case of an evaluation is malformed, or the law does not bear it out
    ├── RecordsUnavailable           exit 12  the ledger cannot be used: without a record there is no answer
    │   ├── LedgerKeyUnusable        exit 12  its key is missing, damaged, open to all, or another one
    │   └── LedgerBroken             exit 12  it is not what was written
    ├── EntryUnavailable             exit 12  the ledger has no such entry, or it was redacted
    ├── RepeatedWrite                exit 12  a request whose idempotency key came before
    │   ├── StillRunning             exit 12  the first request under this key is still being worked on
    │   └── AnotherRequest           exit 12  the first request under this key was another one
    ├── UnknownPolicy                exit 4   no policy has this id
    ├── UnknownPlace                 exit 4   a list holds nothing of the name after which to go on
    ├── PolicyConflict               exit 4   a change of a policy contradicts what is held
    ├── ToolInputError               exit 9   a rule was told something it cannot work with
    │   └── ContradictoryFacts       exit 9   two things were told that cannot both be: both are named
    └── AccessDenied                 exit 13  this may not be done, or not by this caller
        ├── SignInNeeded             exit 13  nothing proves who calls, or what should does not
        ├── SignInUnavailable        exit 13  who could prove it, the issuer of tokens, does not answer
        ├── NotPermitted             exit 13  it is known who calls, and they may not
        ├── UnknownKey               exit 13  no key has this id
        ├── UnusableKey              exit 13  a key that is not made: without a role, or for too long
        └── TooMuch                  exit 13  too many requests, or one too large
            ├── TooLarge             exit 13  a request larger than its address takes
            └── NoRoom               exit 13  too many questions of others wait already

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


class UnusablePolicy(CorpusError):
    """A file that is to be a policy is not what its name says, or does not say what a policy has to."""


class PolicyTooLarge(UnusablePolicy):
    """A file that is larger, or unpacks to more, than any policy does."""


class UnknownPolicy(CopilotError):
    """No policy has this id, as far as this actor may know."""

    exit_code = 4


class UnknownPlace(CopilotError):
    """A page of a list was asked for that begins after something the list does not hold."""

    exit_code = 4


class PolicyConflict(CopilotError):
    """A policy cannot be changed so: its id is taken, or two versions would have days in common."""

    exit_code = 4


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


class UnusableCase(CopilotError):
    """Cases of an evaluation that cannot be used: malformed, given twice, or not borne out by the law they name."""

    exit_code = 2


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


class RepeatedWrite(CopilotError):
    """A request that came before under the same idempotency key, and is not answered with what that one was."""

    exit_code = 12


class StillRunning(RepeatedWrite):
    """The one that came before is still being worked on."""


class AnotherRequest(RepeatedWrite):
    """The one that came before asked for something else."""


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


class SignInUnavailable(AccessDenied):
    """The issuer of tokens is down, too slow or answers what is no set of keys: nobody can be told from anybody."""


class UnknownKey(AccessDenied):
    """No key has this id, or it is one of a session."""


class UnusableKey(AccessDenied):
    """A key that is asked for and not made: without a holder or a role, already over, or for too long."""


class NotPermitted(AccessDenied):
    """It is known who calls, and neither their role nor the scope of their key allows it."""


class TooMuch(AccessDenied):
    """More than is taken at once; ``retry_after`` says in how many seconds there may be room again."""

    def __init__(self, message: str, *, remedy: str, retry_after: int | None = None) -> None:
        super().__init__(message, remedy=remedy)
        self.retry_after = retry_after


class TooLarge(TooMuch):
    """A request that is larger than its address takes."""


class NoRoom(TooMuch):
    """The service has its hands full, through nobody's fault, or is stopping."""
