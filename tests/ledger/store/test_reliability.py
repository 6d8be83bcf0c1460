"""What was acknowledged is kept: through kill -9, with eight reviewers at once, on a full disk.

The same scripts, at full size, are in bench/reliability; here they run small.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.ledger.store.articles import add_article, find_article
from analysis.ledger.store.database import Store, open_store, sqlite_url
from analysis.ledger.store.decisions import decide
from analysis.ledger.store.records import Action
from analysis.ledger.store.trouble import (
    DatabaseDamaged,
    DatabaseFull,
    StoreError,
)
from bench.reliability import kill, together
from tests.ledger.store.conftest import NewDatabase
from tests.ledger.store.desk import ANNA, ARTICLE, FIELDS, NOON, retold, signed

DATA = Path("data").resolve()
# The user id of "nobody".
NOBODY = 65_534


@pytest.mark.slow
def test_every_acknowledged_decision_survives_kill_9(new_database: NewDatabase) -> None:
    outcome = kill.run(new_database(), decisions=60, seed=3, shipped=DATA)
    assert outcome.kept == 60
    assert (outcome.lost, outcome.doubled, outcome.wrong) == (0, 0, ())


@pytest.mark.slow
def test_eight_reviewers_at_once_lose_and_double_nothing(new_database: NewDatabase) -> None:
    outcome = together.run(new_database(), decisions=25, shipped=DATA)
    assert (outcome.acknowledged, outcome.kept) == (25, 25)
    assert (outcome.lost, outcome.doubled, outcome.wrong) == (0, 0, ())


def test_a_full_disk_is_named_and_loses_nothing(sqlite_store: Store) -> None:
    added = add_article(sqlite_store, ANNA, ARTICLE, [(0, 5, FIELDS, {})], "extractor 1", NOON)
    # SQLite's own limit of pages ends as a full disk does. It holds for the connection that set it.
    with sqlite_store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    long = retold("about 2,100 of them " * 5_000)
    with pytest.raises(DatabaseFull, match="The disk is full"):
        add_article(sqlite_store, ANNA, long, [], "extractor 1", NOON)
    assert find_article(sqlite_store, long.text) == ""
    assert find_article(sqlite_store, ARTICLE.text) == added.document_id


def test_a_folder_that_may_only_be_read_is_named() -> None:
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "store"
        folder.mkdir()
        Path(root).chmod(0o555)
        folder.chmod(0o555)
        assert _as_somebody_without_rights(
            lambda: open_store(sqlite_url(folder / "muster.sqlite3"))
        ).endswith(
            "Check that its folder exists and may be written. (unable to open database file)"
        )
        Path(root).chmod(0o755)


def _as_somebody_without_rights(act: Callable[[], object]) -> str:
    """Act in a process that has no rights of root, and give the StoreError that comes of it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            if os.geteuid() == 0:
                os.setuid(NOBODY)
            act()
        except StoreError as error:
            os.write(writing, str(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as said:
        return said.read()


def test_a_database_that_may_only_be_read_is_read_and_refuses_writes() -> None:
    with tempfile.TemporaryDirectory() as root:
        url = sqlite_url(Path(root) / "muster.sqlite3")
        first = open_store(url)
        added = add_article(first, ANNA, ARTICLE, [(0, 5, FIELDS, {})], "extractor 1", NOON)
        first.close()
        Path(root).chmod(0o555)

        def read_then_write() -> None:
            store = open_store(url)
            assert find_article(store, ARTICLE.text) == added.document_id
            decide(store, signed(), f"{added.document_id}.1.1", Action.ACCEPT)

        told = _as_somebody_without_rights(read_then_write)
        assert "The database or its folder may not be written." in told
        Path(root).chmod(0o755)


def test_a_damaged_database_is_named_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "muster.sqlite3"
    store = open_store(sqlite_url(file))
    for number in range(40):
        text = retold(f"{number} " + "about 2,100 of them " * 200)
        add_article(store, ANNA, text, [(0, 5, FIELDS, {})], "extractor 1", NOON)
    store.close()
    with sqlite3.connect(file) as by_hand:
        by_hand.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(file.read_bytes())
    content[4096 : len(content) // 2] = b"\xff" * (len(content) // 2 - 4096)
    file.write_bytes(content)
    with pytest.raises(DatabaseDamaged, match=r"muster\.sqlite3.*restore FILE"):
        find_article(open_store(sqlite_url(file)), "anything")
