"""Serve the dashboard as ``streamlit run`` does, with the tables read before the server answers.

    .venv/bin/python -m scripts.server run app.py …

Streamlit runs an app for the first time when somebody opens it, so the first reader would wait for
every import, and for the tables to be read and folded. Here the server does that while it starts.
A server that is switched to reading takes no uploads either.
"""

import importlib
import logging
import os
import pkgutil

import analysis.estimates
import analysis.exports
import analysis.figures
from analysis.estimates import Selection
from analysis.ledger.store.access import rules_of
from pages.parts import view
from pages.parts.desk import database

# Streamlit's own setting, in megabytes; it comes before what config.toml says.
UPLOAD_LIMIT = "STREAMLIT_SERVER_MAX_UPLOAD_SIZE"
# Charts and tables are made with these, and Streamlit loads them when it first needs them.
LOADED_LATE = ("plotly.graph_objects", "plotly.io", "pyarrow.pandas_compat", "pydeck")


def prepare() -> None:
    """Import what pages need, and fold the tables into the cache that the pages read."""
    for package in (analysis.estimates, analysis.figures, analysis.exports):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    for name in LOADED_LATE:
        importlib.import_module(name)
    state, ledger, _, _ = view.tables_in(database())
    board = view.current_board(state, ledger, "")
    if board is not None:
        view.controls(state, ledger, board)
        view.chosen_claims(state, board, Selection())


def refuse_uploads() -> None:
    """Have Streamlit take no file where nobody may add one.

    It keeps what is sent to it in memory for any open page, and asks nobody who that is.
    """
    if rules_of(os.environ, sign_in=False).read_only:
        os.environ[UPLOAD_LIMIT] = "0"


def main() -> None:
    """Prepare, then hand over to Streamlit's own command line."""
    refuse_uploads()
    # Its caches look for a reader to whom they could show that they are at work.
    looking = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    level = looking.level
    looking.setLevel(logging.ERROR)
    prepare()
    looking.setLevel(level)
    importlib.import_module("streamlit.web.cli").main()


if __name__ == "__main__":
    main()
