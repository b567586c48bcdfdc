"""Holds the kept policies against what the ledger says was done with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from sqlalchemy import Connection, RowMapping, select

from copilot.records.ledger.canonical import hash_of
from copilot.records.ledger.fault import Fault
from copilot.records.ledger.forms import PolicyForm
from copilot.records.tables import POLICY_CHANGES, POLICY_FILES

_WITH_ITS_FILE = select(
    POLICY_CHANGES.c.number,
    POLICY_CHANGES.c.action,
    POLICY_CHANGES.c.ends_on,
    POLICY_FILES.c.policy,
    POLICY_FILES.c.head,
    POLICY_FILES.c.text,
    POLICY_FILES.c.content,
).join_from(POLICY_CHANGES, POLICY_FILES, POLICY_CHANGES.c.file == POLICY_FILES.c.number)


def reading_hash(head: str, text: str) -> str:
    """The hash of what a policy says of itself, and of what was read from its file."""
    return hash_of(f"{head}\n{text}")


def faults_of_policies(
    connection: Connection, said: Mapping[int, tuple[int, PolicyForm]], *, archived: bool
) -> Iterator[Fault]:
    """What of the kept policies is not as their entries say: changed, gone, or there without an entry.

    ``said`` are the entries by the number of the change. Where entries were archived, nothing is known of the changes
    before the first that is left.
    """
    held: set[int] = set()
    known_from = min(said, default=None) if archived else 1
    wanted = _WITH_ITS_FILE.order_by(POLICY_CHANGES.c.number).execution_options(yield_per=1)
    for row in connection.execute(wanted).mappings():
        number = int(row["number"])
        held.add(number)
        if number not in said:
            if known_from is not None and number >= known_from:
                yield Fault("policy", None, f"Change {number} of the policies stands in no entry.")
        elif not _is_as_said(row, said[number][1]):
            entry = said[number][0]
            yield Fault(
                "policy",
                entry,
                f"The policy that entry {entry} names is not what was kept, or ends otherwise.",
            )
    for number in said.keys() - held:
        entry, _ = said[number]
        yield Fault("policy", entry, f"The policy that entry {entry} names is gone.")


def _is_as_said(row: RowMapping, form: PolicyForm) -> bool:
    return (
        row["action"] == form.action
        and row["policy"] == form.policy
        and row["ends_on"] == (form.ends_on and form.ends_on.isoformat())
        and _hash_of_file(row["content"]) == form.file
        and reading_hash(row["head"], row["text"]) == form.reading
    )


def _hash_of_file(content: object) -> str:
    """The hash of a file; whatever somebody put in the place of its bytes has another one."""
    return sha256(content).hexdigest() if isinstance(content, bytes) else ""
