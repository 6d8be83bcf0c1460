"""A database that is damaged, too new or holds what no longer fits: told, and the pages go on."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from sqlalchemy import text
from streamlit.testing.v1 import AppTest

from analysis.ledger.store.database import open_store
from analysis.ledger.store.decisions import Signed, decide, standings
from analysis.ledger.store.records import Action
from tests.pages.added import add
from tests.pages.conftest import texts
from tests.pages.test_review import BEN, NOON, SHARED, VERSIONS

OpenPage = Callable[..., AppTest]


def test_an_accepted_row_that_fits_no_more_stays_out_and_is_told(
    open_page: OpenPage, at_home: str
) -> None:
    app = add(open_page)
    store = open_store(at_home)
    fields = {**standings(store, SHARED)[0].fields, "claimant": "nobody_at_all"}
    signed = Signed(BEN, NOON, VERSIONS, 0)
    decide(store, signed, f"{SHARED}.1", Action.CORRECT, fields)
    store.close()
    app = open_page("Overview")
    assert "1 accepted row had to stay out of the tables" in app.warning[0].value


def test_a_damaged_database_is_named_and_the_shipped_tables_shown(
    open_page: OpenPage, at_home: str
) -> None:
    add(open_page)
    file = Path(at_home.removeprefix("sqlite:///"))
    for beside in ("-wal", "-shm"):
        file.with_name(file.name + beside).unlink(missing_ok=True)
    file.write_bytes(b"this is no database" * 1000)
    # As at the next start; an open connection still has what it read.
    st.cache_resource.clear()
    app = open_page("Overview")
    assert "The shipped tables are shown." in app.warning[0].value
    assert "muster" in app.warning[0].value
    assert "129 of 129 articles" in texts(open_page("Articles")).replace("\\", "")


def test_a_database_of_a_newer_release_is_refused_and_the_shipped_tables_shown(
    open_page: OpenPage, at_home: str
) -> None:
    add(open_page)
    store = open_store(at_home)
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    # As at the next start.
    st.cache_resource.clear()
    app = open_page("Overview")
    assert "made by a newer Muster" in app.warning[0].value
    assert "The shipped tables are shown." in app.warning[0].value
    assert "129 of 129 articles" in texts(open_page("Articles")).replace("\\", "")
