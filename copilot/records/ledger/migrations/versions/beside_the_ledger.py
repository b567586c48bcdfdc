"""The tables beside the ledger: keys, policies, feedback, repeated requests, and the ways to find a conversation."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from copilot.errors import RecordsUnavailable

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_LOOKED_FOR = sa.text("name IN ('actor', 'thread')")


def upgrade() -> None:
    """Create them; what was answered before is found in the ledger once."""
    op.create_index(
        "fields_named",
        "fields",
        ["name", "value"],
        sqlite_where=_LOOKED_FOR,
        postgresql_where=_LOOKED_FOR,
    )
    op.create_table("answered", _key("question"), sa.Column("answer", _NUMBER, nullable=False))
    question = (
        "CAST(json_extract(content, '$.question') AS INTEGER)"
        if op.get_bind().dialect.name == "sqlite"
        else "CAST(CAST(content AS json) ->> 'question' AS BIGINT)"
    )
    op.execute(
        f"INSERT INTO answered (question, answer) SELECT {question}, sequence FROM entries WHERE kind = 'answer'"  # noqa: S608
    )
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Text, primary_key=True),
        *_texts("kind", "secret_sha256", "holder", "roles", "audiences"),
        sa.Column("scopes", sa.Text),
        sa.Column("opened_with", sa.Text),
        *_texts("made_by", "made_at", "expires_at"),
        sa.Column("revoked_at", sa.Text),
        sa.Column("revoked_by", sa.Text),
    )
    op.create_table(
        "policy_files",
        _key("number"),
        sa.Column("policy", sa.Text, nullable=False, index=True),
        *_texts("head", "file_name", "sha256"),
        sa.Column("content", sa.LargeBinary, nullable=False),
        *_texts("text", "uploaded_by", "uploaded_at"),
    )
    op.create_table(
        "policy_changes",
        _key("number"),
        sa.Column("file", _NUMBER, nullable=False),
        *_texts("action"),
        sa.Column("ends_on", sa.Text),
        *_texts("by", "at"),
    )
    op.create_table(
        "feedback",
        _key("number"),
        sa.Column("answer", _NUMBER, nullable=False, index=True),
        *_texts("by", "at"),
        sa.Column("helpful", sa.Boolean, nullable=False),
        *_texts("words"),
    )
    op.create_table(
        "repeated_writes",
        sa.Column("caller", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        *_texts("request_sha256"),
        sa.Column("kept", sa.Text),
        sa.Column("at", sa.Text, nullable=False, index=True),
    )


def downgrade() -> None:
    """There is no way back: a ledger is not taken down."""
    raise RecordsUnavailable(
        "a ledger is not taken down",
        remedy="Keep the database, or move entries out of it: copilot audit archive",
    )


def _key(name: str) -> sa.Column[int]:
    return sa.Column(name, _NUMBER, primary_key=True, autoincrement=False)


def _texts(*names: str) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text, nullable=False) for name in names)
