"""The tables beside the ledger. What they hold is changed and removed; what has to last is in the ledger.

- ``answered`` says which entry answers a question: a way to find it, proven by the entry itself.
- ``api_keys`` are keys and sessions; of each only the hash of its secret is kept.
- ``policy_files`` are the firm's policies as they were uploaded, every version for good; ``text`` is what was read
  from the file. ``policy_changes`` is what was done with them; the number of the last change tells every process
  whether what it has read is still the latest. Rows are added to both and never changed.
- ``feedback`` is what readers thought of an answer.
- ``repeated_writes`` are answers to requests that carried an idempotency key.

A change here is a migration in ``ledger/migrations/versions``, too.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, Table, Text, text

from copilot.records.ledger.tables import FIELDS, METADATA

__all__ = [
    "ANSWERED",
    "API_KEYS",
    "FEEDBACK",
    "METADATA",
    "POLICY_CHANGES",
    "POLICY_FILES",
    "REPEATED_WRITES",
]

_NUMBER = BigInteger().with_variant(Integer, "sqlite")
_LOOKED_FOR = text("name IN ('actor', 'thread')")

Index("fields_named", FIELDS.c.name, FIELDS.c.value, sqlite_where=_LOOKED_FOR, postgresql_where=_LOOKED_FOR)
ANSWERED = Table(
    "answered",
    METADATA,
    Column("question", _NUMBER, primary_key=True, autoincrement=False),
    Column("answer", _NUMBER, nullable=False),
)
API_KEYS = Table(
    "api_keys",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("secret_sha256", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("audiences", Text, nullable=False),
    Column("scopes", Text),
    Column("opened_with", Text),
    Column("made_by", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("revoked_at", Text),
    Column("revoked_by", Text),
)
POLICY_FILES = Table(
    "policy_files",
    METADATA,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("policy", Text, nullable=False, index=True),
    Column("head", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("text", Text, nullable=False),
    Column("uploaded_by", Text, nullable=False),
    Column("uploaded_at", Text, nullable=False),
)
POLICY_CHANGES = Table(
    "policy_changes",
    METADATA,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("file", _NUMBER, nullable=False),
    Column("action", Text, nullable=False),
    Column("ends_on", Text),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
)
FEEDBACK = Table(
    "feedback",
    METADATA,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("answer", _NUMBER, nullable=False, index=True),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("helpful", Boolean, nullable=False),
    Column("words", Text, nullable=False),
)
REPEATED_WRITES = Table(
    "repeated_writes",
    METADATA,
    Column("caller", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("request_sha256", Text, nullable=False),
    Column("kept", Text),
    Column("at", Text, nullable=False, index=True),
)
