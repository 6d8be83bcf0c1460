"""A database of each kind for each test, and an article in it."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from analysis.ledger.store.articles import add_article
from analysis.ledger.store.database import Store, open_store, sqlite_url
from analysis.ledger.store.records import Article
from scripts import postgresql
from tests.ledger.store.desk import ANNA, ARTICLE, FIELDS, NOON, TEXT

# Gives the address of a new, empty database.
NewDatabase = Callable[[], str]


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A PostgreSQL server of the tests' own, started once and stopped at the end."""
    programs = postgresql.find()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed: see scripts/postgresql.py")
    with postgresql.running(programs) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> NewDatabase:
    """Make databases of one kind; a test that asks for them runs on both kinds."""
    if request.param == "sqlite":
        return lambda: sqlite_url(tmp_path / f"{uuid.uuid4().hex}.sqlite3")
    server: str = request.getfixturevalue("postgresql_server")

    def on_server() -> str:
        name = f"t{uuid.uuid4().hex}"
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"{server}/{name}"

    return on_server


@pytest.fixture
def store(new_database: NewDatabase) -> Iterator[Store]:
    """A new database, of each kind in turn."""
    opened = open_store(new_database())
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """A new SQLite database, in a folder that is not there yet."""
    opened = open_store(sqlite_url(tmp_path / "store" / "muster.sqlite3"))
    yield opened
    opened.close()


@pytest.fixture
def elsewhere(new_database: NewDatabase) -> Iterator[Store]:
    """A second database of the same kind, empty."""
    opened = open_store(new_database())
    yield opened
    opened.close()


@pytest.fixture
def added(store: Store) -> Article:
    """The article, with one proposal for the figure in its body."""
    start = TEXT.rindex("about 2,100")
    proposals = [(start, start + len("about 2,100"), FIELDS, {"bound": "about N"})]
    return add_article(store, ANNA, ARTICLE, proposals, "extractor 1", NOON)
