"""What the content of an entry says, kind by kind, as it is read back.

The parts that can be redacted stand beside it; here are their salted hashes, under ``redactable``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from copilot.errors import LedgerBroken
from copilot.grounding import Refusal
from copilot.law import Layer, Period, ProvisionId
from copilot.records.ledger.entry import Entry, PolicyAction
from copilot.records.record import Instruction

AnyForm = TypeVar("AnyForm", bound="Form")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Form(_Part):
    """What every entry says: by which form it was written, and what can be redacted of it."""

    form: int
    redactable: Mapping[str, str]


class QuestionForm(Form):
    """A question: asked as of which day, by somebody to whom which audiences are open."""

    as_of: date
    audiences: frozenset[str]


class KeptProvision(_Part):
    """A provision: its name, its wording's hash, and under which hash all of it is kept among the texts."""

    id: ProvisionId
    layer: Layer
    in_force: Period
    sha256: str
    kept: str


class KeptEvidence(_Part):
    """What was leaned on; ``names`` is the hash of the names by which acts were known."""

    provisions: tuple[KeptProvision, ...]
    context: tuple[KeptProvision, ...]
    names: str

    @property
    def texts(self) -> tuple[str, ...]:
        """The hash of each text that is needed to rebuild it."""
        return (*(each.kept for each in (*self.provisions, *self.context)), self.names)


class AnswerForm(Form):
    """An answer to the question of another entry; ``version`` is that of the copilot."""

    question: int
    version: str
    model: str
    settings: Mapping[str, JsonValue]
    instructions: tuple[Instruction, ...]
    fingerprint: str
    evidence: KeptEvidence
    notices: tuple[str, ...]
    refusal: Refusal | None
    dropped: int = 0


class PolicyForm(Form):
    """What was done with a policy: the number of the change, and of which file; by hash, what it is and what was read.

    ``ends_on`` is the day from which this version is no longer in force, where the change ended it.
    """

    change: int
    action: PolicyAction
    policy: str
    version: str
    audience: frozenset[str]
    effective: date
    until: date | None
    ends_on: date | None
    file: str
    reading: str


class RedactedForm(Form):
    """Fields of an entry that were redacted, and why; who ordered it can be redacted in turn."""

    entry: int
    fields: tuple[str, ...]
    reason: str


class ArchivedForm(Form):
    """Entries that were taken away: from which up to which, the seal and key of the last, and the file's hash."""

    first: int
    through: int
    mac: str
    next_key: str
    sha256: str


class KeyChangedForm(Form):
    """The key that seals what follows."""

    key: str


def read_form(form: type[AnyForm], entry: Entry) -> AnyForm:
    """What an entry says, read as the form of its kind."""
    try:
        return form.model_validate(json.loads(entry.content))
    except (ValueError, ValidationError) as error:
        raise not_of_its_form(entry) from error


def not_of_its_form(entry: Entry) -> LedgerBroken:
    """What is said of an entry that cannot be read."""
    return LedgerBroken(
        f"entry {entry.sequence} does not have the form of its kind",
        remedy="It was written by another version, or changed: copilot audit verify",
    )
