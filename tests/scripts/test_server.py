"""What the server does before it answers: then nobody has to wait for the tables."""

import importlib

import pytest
import streamlit as st

from analysis.estimates import Selection
from pages.parts import view
from pages.parts.desk import Database
from scripts import serve, server


def test_the_dashboard_is_served_prepared_and_any_other_app_as_it_is() -> None:
    assert serve.command(8501)[1:4] == ["-m", "scripts.server", "run"]
    other = serve.command(8501, serve.ROOT / "bench" / "browser" / "bare_page.py")
    assert other[1:4] == ["-m", "streamlit", "run"]


def test_what_pages_need_first_is_in_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    st.cache_resource.clear()
    server.prepare()

    def never(*_: object) -> None:
        raise AssertionError("asked for again")

    for name in ("load", "estimate", "select", "filters_of"):
        monkeypatch.setattr(view, name, never)
    state, ledger, left_out, trouble = view.tables_in(Database(None, "", ""))
    board = view.current_board(state, ledger, "")
    assert board is not None
    assert (len(board.mentions), left_out, trouble) == (550, (), "")
    filters, _ = view.controls(state, ledger, board)
    assert filters.kinds
    assert len(view.chosen_claims(state, board, Selection()).claims) == 234


def test_broken_tables_do_not_keep_the_server_from_starting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The page says what is wrong with them."""
    monkeypatch.setenv("MUSTER_DATA", "/nowhere")
    server.prepare()


@pytest.mark.parametrize("name", server.LOADED_LATE)
def test_what_is_loaded_early_exists(name: str) -> None:
    assert importlib.import_module(name)
