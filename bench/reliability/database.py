"""An empty database for one run: a SQLite file or a PostgreSQL server of the run's own, or a named one."""

import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.ledger.store.database import sqlite_url
from scripts import postgresql

OWN_SERVER = "postgresql"


def add_argument(parser: ArgumentParser) -> None:
    """Let the command line choose the database."""
    parser.add_argument(
        "--database",
        default="",
        help=f"{OWN_SERVER}: a server of its own; or the address of an empty database "
        "(default: a new SQLite file)",
    )


@contextmanager
def empty_database(chosen: str) -> Iterator[str]:
    """Give the address of an empty database, which is gone when the block ends unless it was named."""
    if chosen == OWN_SERVER:
        with own_server() as server:
            yield f"{server.address}/postgres"
    elif chosen:
        yield chosen
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield sqlite_url(Path(folder) / "muster.sqlite3")


@contextmanager
def own_server() -> Iterator[postgresql.Cluster]:
    """Run a PostgreSQL server while the block runs. Ends the program where none is installed."""
    programs = postgresql.find()
    if programs is None:
        raise SystemExit(postgresql.ADVICE)
    with postgresql.cluster(programs) as server:
        yield server
