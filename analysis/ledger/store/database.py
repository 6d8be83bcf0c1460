"""The way to the database: opened, brought to the form of this release, read and written.

SQLite by default, in one file; PostgreSQL by its address for teams. A transaction that writes takes
its lock at once, so that what it has read is still true when it writes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa

from analysis.errors import MusterError
from analysis.ledger.store.trouble import DatabaseReadOnly, explained
from analysis.ledger.store.versions import bring_up_to_date

FILE_NAME = "muster.sqlite3"
BACKENDS = ("sqlite", "postgresql")
# How long a writer waits for another one before it is told that the database is busy.
PATIENCE_SECONDS = 15
CONNECT_SECONDS = 5


class BadDatabaseAddress(MusterError):
    """MUSTER_DATABASE_URL is no address of a database that Muster can use."""


@dataclass(frozen=True)
class Store:
    """An open database. ``name`` is how to speak of it: its file, or its address without password."""

    engine: sa.Engine
    name: str

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Read in one transaction: everything in it is of the same moment."""
        with (
            explained(self.name),
            self.engine.connect().execution_options(**self._one_moment) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Write in one transaction: all of it is kept when the block ends, or none of it.

        When the block has ended without an error, what it wrote is on the disk.
        """
        with (
            explained(self.name),
            self.engine.connect().execution_options(**WRITES) as connection,
            connection.begin(),
        ):
            yield connection

    @property
    def _one_moment(self) -> dict[str, Any]:
        # SQLite's transactions see one moment anyway.
        on_server = self.engine.dialect.name == "postgresql"
        return {"isolation_level": "REPEATABLE READ"} if on_server else {}

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def open_store(url: str) -> Store:
    """Open the database at an address, make it if it is SQLite and not there, bring it up to date.

    A SQLite file that may not be written is opened for reading alone. Raises BadDatabaseAddress for
    an address that is none, DatabaseTooNew for the database of a newer release, and the other
    children of StoreError where it cannot be had.
    """
    address = _parsed(url)
    if address.get_backend_name() != "sqlite":
        return _opened(address, _name_of_server(address))
    file = address.database or ""
    try:
        _make_folder(file)
        return _opened(address, file)
    except DatabaseReadOnly:
        if not Path(file).is_file():
            raise
        return _opened(_for_reading(file), file)


def _opened(address: sa.URL, name: str) -> Store:
    store = Store(_engine(address), name)
    try:
        with explained(name):
            bring_up_to_date(store.engine, name)
    except MusterError:
        store.close()
        raise
    return store


def _name_of_server(address: sa.URL) -> str:
    """Name a database on a server to anybody: who connects, and how, is not theirs to know."""
    port = f":{address.port}" if address.port else ""
    return f"{address.get_backend_name()}://{address.host or 'localhost'}{port}/{address.database or ''}"


def _for_reading(file: str) -> sa.URL:
    """Name a file for SQLite to read where not even its helping files may be written."""
    # Without a journal beside it, nobody is writing: the file is whole by itself.
    alone = "" if Path(f"{file}-wal").is_file() else "&immutable=1"
    return sa.make_url(f"sqlite:///file:{quote(file)}?mode=ro{alone}&uri=true")


def file_of(url: str) -> Path | None:
    """Name the SQLite file at an address; None for a database on a server."""
    address = _parsed(url)
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


def sqlite_url(file: Path) -> str:
    """Write the address of a SQLite file."""
    return sa.URL.create("sqlite", database=str(file.resolve())).render_as_string()


def _parsed(url: str) -> sa.URL:
    try:
        address = sa.make_url(url)
    except sa.exc.ArgumentError as error:
        raise BadDatabaseAddress(
            "MUSTER_DATABASE_URL is no address of a database. Write it as "
            "postgresql://USER:PASSWORD@HOST/DATABASE or sqlite:////FOLDER/FILE."
        ) from error
    backend = address.get_backend_name()
    if backend not in BACKENDS:
        raise BadDatabaseAddress(
            f"MUSTER_DATABASE_URL names {backend}. Muster keeps its decisions in SQLite or PostgreSQL."
        )
    if backend == "sqlite" and not address.database:
        raise BadDatabaseAddress(
            "MUSTER_DATABASE_URL names no file, and what is only in memory would be lost."
        )
    return address.set(drivername="postgresql+psycopg") if backend == "postgresql" else address


def _make_folder(file: str) -> None:
    try:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseReadOnly(
            f"{file}: its folder cannot be made: {error.strerror}. Mend the rights, or name another "
            "place in MUSTER_DATABASE_URL."
        ) from error


WRITES = {"muster_writes": True}


def _engine(address: sa.URL) -> sa.Engine:
    if address.get_backend_name() == "postgresql":
        # A connection that the server closed meanwhile is noticed and opened anew.
        # Who waits longer for a connection would take the page for broken.
        return sa.create_engine(
            address, pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_SECONDS}
        )
    engine = sa.create_engine(address, connect_args={"timeout": PATIENCE_SECONDS})
    sa.event.listen(engine, "connect", _set_up_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _: Any) -> None:
    """Set what SQLite asks for anew on each connection."""
    # Python's module would begin transactions by itself, and only at the first writing statement.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    # Readers go on while somebody writes.
    cursor.execute("PRAGMA journal_mode = WAL")
    # A decision that was acknowledged survives a power cut.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("muster_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
