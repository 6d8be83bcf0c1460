"""Which form a database has, and how it comes to the form of this release."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from analysis.ledger.store.trouble import DatabaseTooNew

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
# Any number that no other program on the same PostgreSQL server is likely to lock.
LOCK = 7_202_611


def bring_up_to_date(engine: sa.Engine, name: str) -> None:
    """Carry out the migrations that a database lacks, in one transaction.

    Raises DatabaseTooNew where it was made by a release that knows more migrations.
    """
    with engine.connect() as connection, connection.begin():
        if _form(connection) == newest():
            return
    writing = engine.connect().execution_options(muster_writes=True)
    with writing as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        # Another process may have done it while this one waited for its turn.
        form = _form(connection)
        if form == newest():
            return
        if form and not _is_known(form):
            raise DatabaseTooNew(
                f"{name}: this database was made by a newer Muster (form {form}; this one knows "
                f"{newest()}). Use that release, or another database."
            )
        settings = _settings()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def form_of(connection: sa.Connection) -> str:
    """Name the migration that a database is at; "" where it has had none."""
    return _form(connection)


def newest() -> str:
    """Name the last migration that this release knows."""
    return str(_scripts().get_current_head())


def _form(connection: sa.Connection) -> str:
    return MigrationContext.configure(connection).get_current_revision() or ""


def _is_known(form: str) -> bool:
    try:
        return _scripts().get_revision(form) is not None
    except CommandError:
        return False


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_settings())


def _settings() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return settings
