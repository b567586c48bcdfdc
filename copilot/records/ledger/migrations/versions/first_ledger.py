"""The ledger as it was first: its tables, and the triggers that keep them append-only.

A later migration that words a trigger anew drops and creates it, since this one creates it as it is worded now.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from copilot.errors import RecordsUnavailable
from copilot.records.ledger.triggers import statements

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create all of it."""
    _table("ledger", _words("id", key=True))
    _table(
        "entries",
        _number("sequence"),
        *(_words(name) for name in ("at", "kind", "key", "previous", "content", "mac")),
    )
    _table("fields", _number("entry"), _words("name", key=True), _words("salt"), _words("value"))
    _table("texts", _words("sha256", key=True), _words("body"))
    _table("redactions", _number("entry"), _words("name", key=True))
    _table("archives", _number("through"))
    for statement in statements(op.get_bind().dialect.name):
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """There is no way back: a ledger is not taken down."""
    raise RecordsUnavailable(
        "a ledger is not taken down",
        remedy="Keep the database, or move entries out of it: copilot audit archive",
    )


def _table(name: str, *columns: sa.Column[str] | sa.Column[int]) -> None:
    op.create_table(name, *columns)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, _NUMBER, primary_key=True, autoincrement=False)


def _words(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)
