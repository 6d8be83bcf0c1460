"""The database: made on first use, of the form of this release, and clear about its troubles."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from analysis.ledger.store.articles import SameArticle, add_article, article_of, find_article
from analysis.ledger.store.database import (
    BadDatabaseAddress,
    Store,
    open_store,
    sqlite_url,
)
from analysis.ledger.store.records import Article
from analysis.ledger.store.schema import metadata
from analysis.ledger.store.trouble import (
    DatabaseAway,
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseTooNew,
)
from analysis.ledger.store.versions import form_of, newest
from tests.ledger.store.desk import ANNA, ARTICLE, NOON, retold


def test_the_migrations_lead_to_the_schema(store: Store) -> None:
    with store.reading() as connection:
        assert form_of(connection) == newest()
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_sqlite_is_set_up_to_keep_what_it_acknowledged(sqlite_store: Store) -> None:
    with sqlite_store.reading() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_database_of_a_newer_release_is_refused(sqlite_store: Store) -> None:
    store = sqlite_store
    with store.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseTooNew, match="newer Muster"):
        open_store(str(store.engine.url))


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    file = tmp_path / "muster.sqlite3"
    file.write_text("no database at all, and long enough to be read as a header of one" * 20)
    with pytest.raises(DatabaseDamaged, match=r"muster\.sqlite3.*restore"):
        open_store(sqlite_url(file))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    with pytest.raises(DatabaseReadOnly, match="folder cannot be made"):
        open_store(sqlite_url(tmp_path / "taken" / "muster.sqlite3"))


@pytest.mark.parametrize("url", ["", "no address", "mysql://host/muster", "sqlite://"])
def test_an_address_of_no_usable_database_is_refused(url: str) -> None:
    with pytest.raises(BadDatabaseAddress, match="MUSTER_DATABASE_URL"):
        open_store(url)


def test_a_server_that_is_away_is_named_without_who_connects_to_it() -> None:
    url = "postgresql://anna:hidden@127.0.0.1:1/muster?sslpassword=hidden"
    with pytest.raises(DatabaseAway) as told:
        open_store(url)
    said = str(told.value)
    assert said.startswith("postgresql://127.0.0.1:1/muster: The database cannot be reached.")
    assert "hidden" not in said
    assert "anna" not in said


def test_an_article_comes_back_as_it_was_added(store: Store, added: Article) -> None:
    assert article_of(store, added.document_id) == added
    assert added.text == ARTICLE.text


def test_the_same_text_is_refused_and_led_to_the_first(store: Store, added: Article) -> None:
    same = retold(ARTICLE.text.replace("\n\n", "\r\n \r\n"))
    assert find_article(store, same.text) == added.document_id
    with pytest.raises(SameArticle) as told:
        add_article(store, ANNA, same, [], "extractor 1", NOON)
    assert told.value.document_id == added.document_id
