"""Versions of policies, and changes to them, as rows of the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from copilot.law.policy import PolicyHead
from copilot.records.ledger.canonical import canonical, time_as_text, time_from_text
from copilot.records.ledger.entry import PolicyAction
from copilot.records.ledger.policy_check import reading_hash
from copilot.records.policies.version import Ending, PolicyVersion
from copilot.records.tables import POLICY_CHANGES, POLICY_FILES

_AT_ONCE = 50
_ABOUT = (
    POLICY_FILES.c.number,
    POLICY_FILES.c.policy,
    POLICY_FILES.c.head,
    POLICY_FILES.c.file_name,
    func.length(POLICY_FILES.c.content).label("size"),
    POLICY_FILES.c.sha256,
    POLICY_FILES.c.uploaded_by,
    POLICY_FILES.c.uploaded_at,
)


def all_versions(connection: Connection, policy: str | None = None) -> tuple[PolicyVersion, ...]:
    """Every version, or those of one policy, without their files and texts."""
    wanted = [] if policy is None else [POLICY_FILES.c.policy == policy]
    endings = _endings(connection)
    rows = connection.execute(select(*_ABOUT).where(*wanted).order_by(POLICY_FILES.c.number))
    return tuple(
        PolicyVersion(
            number=row.number,
            policy=row.policy,
            head=PolicyHead.model_validate_json(row.head),
            file_name=row.file_name,
            size=row.size,
            sha256=row.sha256,
            uploaded_by=row.uploaded_by,
            uploaded_at=time_from_text(row.uploaded_at),
            ended=endings.get(row.number),
        )
        for row in rows
    )


def texts(connection: Connection) -> Iterator[tuple[int, str]]:
    """What was read from each file, by its number."""
    wanted = select(POLICY_FILES.c.number, POLICY_FILES.c.text).execution_options(yield_per=_AT_ONCE)
    for number, text in connection.execute(wanted):
        yield int(number), str(text)


def file_of(connection: Connection, number: int) -> bytes:
    """A file as it was uploaded."""
    return bytes(
        connection.execute(
            select(POLICY_FILES.c.content).where(POLICY_FILES.c.number == number)
        ).scalar_one()
    )


def hash_of_reading(connection: Connection, number: int) -> str:
    """The hash of what a version says of itself, and of the text that was read from its file."""
    wanted = select(POLICY_FILES.c.head, POLICY_FILES.c.text).where(POLICY_FILES.c.number == number)
    return reading_hash(*connection.execute(wanted).one())


def last_change(connection: Connection) -> int:
    """The number of the last change; 0 where there was none."""
    return int(connection.scalar(select(func.max(POLICY_CHANGES.c.number))) or 0)


def add_file(connection: Connection, version: PolicyVersion, content: bytes, text: str) -> None:
    """Keep a version for good."""
    connection.execute(
        POLICY_FILES.insert().values(
            number=version.number,
            policy=version.policy,
            head=canonical(version.head.model_dump()),
            file_name=version.file_name,
            sha256=version.sha256,
            content=content,
            text=text,
            uploaded_by=version.uploaded_by,
            uploaded_at=time_as_text(version.uploaded_at),
        )
    )


def add_change(
    connection: Connection, file: int, action: PolicyAction, *, ends_on: date | None, by: str, at: datetime
) -> int:
    """Keep what was done with a version; the number of the change."""
    number = last_change(connection) + 1
    connection.execute(
        POLICY_CHANGES.insert().values(
            number=number,
            file=file,
            action=action,
            ends_on=None if ends_on is None else ends_on.isoformat(),
            by=by,
            at=time_as_text(at),
        )
    )
    return number


def next_file(connection: Connection) -> int:
    """The number of the next file."""
    return int(connection.scalar(select(func.max(POLICY_FILES.c.number))) or 0) + 1


def _endings(connection: Connection) -> dict[int, Ending]:
    """How each version that was ended was ended last."""
    rows = connection.execute(select(POLICY_CHANGES).order_by(POLICY_CHANGES.c.number))
    return {
        row.file: ("replaced" if row.action == "replaced" else "retired", date.fromisoformat(row.ends_on))
        for row in rows
        if row.ends_on is not None
    }
