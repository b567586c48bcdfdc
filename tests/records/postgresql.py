"""A real PostgreSQL server: the one that is named or runs here, else one started for the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from psycopg.sql import SQL, Identifier

_NAMED = "COPILOT_TEST_DATABASE_URL"
_RUNS_HERE = "postgresql://127.0.0.1:5432/postgres"
_BINARIES = Path("/usr/lib/postgresql")
_OWNER = "copilot"


@contextmanager
def postgresql_running(port: int) -> Iterator[str]:
    """The address of a server on which databases can be made; no test of the ledger goes without one."""
    named = os.environ.get(_NAMED)
    if named or _answers(_RUNS_HERE):
        yield named or _RUNS_HERE
        return
    with (
        TemporaryDirectory(prefix="copilot-postgresql-") as folder,
        _started(Path(folder), port) as address,
    ):
        yield address


@contextmanager
def new_database(server: str, name: str) -> Iterator[str]:
    """A database of its own, removed at the end; its address."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def _answers(address: str) -> bool:
    """Whether a server is there that lets us in and has us make databases."""
    may = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
    try:
        with psycopg.connect(address, connect_timeout=2) as connection:
            return connection.execute(may).fetchone() == (True,)
    except psycopg.OperationalError:
        return False


@contextmanager
def _started(folder: Path, port: int) -> Iterator[str]:
    """A server of the tests' own. It does not run as root, so root starts it as nobody."""
    binaries, data = _binaries(), folder / "data"
    as_nobody: list[str] = []
    if os.geteuid() == 0:
        as_nobody = ["setpriv", "--reuid=nobody", "--clear-groups", "--"]
        shutil.chown(folder, "nobody")
    init = [binaries / "initdb", "-D", data, "-U", _OWNER, "--auth=trust", "--no-sync"]
    subprocess.run([*as_nobody, *init], check=True, stdout=subprocess.DEVNULL)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    control = [*as_nobody, binaries / "pg_ctl", "-D", data, "-w"]
    start = [*control, "-o", options, "-l", folder / "log", "start"]
    subprocess.run(start, check=True, stdout=subprocess.DEVNULL)
    try:
        yield f"postgresql://{_OWNER}@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, stdout=subprocess.DEVNULL)


def _binaries() -> Path:
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = sorted(_BINARIES.glob("*/bin/initdb"), key=lambda file: float(file.parts[-3]))
    if not found:
        raise RuntimeError(
            "the tests of the ledger need PostgreSQL: apt-get install postgresql, "
            f"or name a server in {_NAMED} on which databases can be made"
        )
    return found[-1].parent
