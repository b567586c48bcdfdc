"""The tables of the ledger. Rows are added and never changed; what may go, and when, is said in ``triggers``.

- ``ledger`` has one row: the name of this ledger, which every seal covers.
- ``entries`` is the chain.
- ``fields`` are parts of entries that can be redacted; the entry holds their salted hash.
- ``texts`` are what answers leaned on, once for all of them.
- ``redactions`` and ``archives`` let rows of ``fields`` and ``entries`` be deleted. They prove nothing: what
  proves that something was redacted or archived is an entry in the chain.

A change here is a migration in ``migrations/versions``, too.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, MetaData, Table, Text

METADATA = MetaData()
_Number = BigInteger().with_variant(Integer, "sqlite")

LEDGER = Table(
    "ledger",
    METADATA,
    Column("id", Text, primary_key=True),
)
ENTRIES = Table(
    "entries",
    METADATA,
    Column("sequence", _Number, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("mac", Text, nullable=False),
)
FIELDS = Table(
    "fields",
    METADATA,
    Column("entry", _Number, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("salt", Text, nullable=False),
    Column("value", Text, nullable=False),
)
TEXTS = Table(
    "texts",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("body", Text, nullable=False),
)
REDACTIONS = Table(
    "redactions",
    METADATA,
    Column("entry", _Number, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
)
ARCHIVES = Table(
    "archives",
    METADATA,
    Column("through", _Number, primary_key=True, autoincrement=False),
)
