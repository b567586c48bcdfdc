"""How Alembic runs the migrations: over the connection it is given, in the transaction that is open there."""

from __future__ import annotations

import logging

from alembic import context

from copilot.records.tables import METADATA

logging.getLogger("alembic.runtime.migration").setLevel(logging.WARNING)
context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
