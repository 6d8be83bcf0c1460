"""What can go wrong with the database, said so that a person knows what to do about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from analysis.errors import MusterError


class StoreError(MusterError):
    """The database cannot do what was asked; the shipped tables are not touched by it."""


class DatabaseFull(StoreError):
    """There is no room left to write."""


class DatabaseReadOnly(StoreError):
    """The database may be read and not written."""


class DatabaseDamaged(StoreError):
    """The file is no database, or parts of it cannot be read."""


class DatabaseBusy(StoreError):
    """Somebody else holds the database for longer than one waits."""


class DatabaseAway(StoreError):
    """The database cannot be reached."""


class DatabaseTooNew(StoreError):
    """A newer release of Muster made this database."""


# By the beginnings of SQLite's names of its result codes.
SQLITE_TROUBLES: dict[str, tuple[type[StoreError], str]] = {
    "SQLITE_FULL": (DatabaseFull, "The disk is full. Make room and try again."),
    # A journal that cannot grow is how a full disk shows on some systems.
    "SQLITE_IOERR": (DatabaseFull, "The disk cannot be written or read. Check its room and state."),
    "SQLITE_READONLY": (
        DatabaseReadOnly,
        "The database or its folder may not be written. Mend the rights of the folder.",
    ),
    "SQLITE_CANTOPEN": (
        DatabaseReadOnly,
        "The database cannot be opened or made. Check that its folder exists and may be written.",
    ),
    "SQLITE_CORRUPT": (
        DatabaseDamaged,
        "The database is damaged. Restore the last backup: python -m analysis restore FILE",
    ),
    "SQLITE_NOTADB": (
        DatabaseDamaged,
        "The file is no database. Restore the last backup: python -m analysis restore FILE",
    ),
    "SQLITE_BUSY": (DatabaseBusy, "Somebody else is writing. Try again in a moment."),
    "SQLITE_LOCKED": (DatabaseBusy, "Somebody else is writing. Try again in a moment."),
}

# By PostgreSQL's SQLSTATE codes and their classes, the longer first.
POSTGRESQL_TROUBLES: dict[str, tuple[type[StoreError], str]] = {
    "53100": (DatabaseFull, "The disk of the database server is full. Make room and try again."),
    "25006": (
        DatabaseReadOnly,
        "This database may only be read. Connect as somebody who may write.",
    ),
    "42501": (DatabaseReadOnly, "The database does not let this user write. Grant the rights."),
    "40": (DatabaseBusy, "Somebody else is writing. Try again in a moment."),
    "55P03": (DatabaseBusy, "Somebody else is writing. Try again in a moment."),
    "XX": (DatabaseDamaged, "The database server reports damaged data. Restore the last backup."),
}

AWAY = "The database cannot be reached. Check MUSTER_DATABASE_URL and that the server runs."


@contextmanager
def explained(database: str) -> Iterator[None]:
    """Turn a database's own errors into StoreErrors that name the database and the remedy.

    ``database`` is how to name it, without a password. Errors about the statement itself (a broken
    constraint, a slip in our SQL) pass as they are: they are no trouble of the database.
    """
    try:
        yield
    except (sa.exc.OperationalError, sa.exc.InternalError, sa.exc.DatabaseError) as error:
        if isinstance(error, sa.exc.IntegrityError | sa.exc.ProgrammingError | sa.exc.DataError):
            trouble = _trouble(error.orig)
            if trouble is None:
                raise
        else:
            trouble = _trouble(error.orig) or (DatabaseAway, AWAY)
        kind, remedy = trouble
        raise kind(f"{database}: {remedy} ({_first_line(error.orig)})") from error


def _trouble(error: BaseException | None) -> tuple[type[StoreError], str] | None:
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "") or ""
        table = SQLITE_TROUBLES
    else:
        name = getattr(error, "sqlstate", "") or ""
        table = POSTGRESQL_TROUBLES
    return next((trouble for start, trouble in table.items() if name.startswith(start)), None)


def _first_line(error: BaseException | None) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else "no reason given"
