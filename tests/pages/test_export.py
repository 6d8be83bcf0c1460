"""What can be saved and cited: beneath every chart and large table, and made only when opened."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from analysis.exports.formulas import FORMULA_SIGNS
from analysis.exports.print_figure import Print
from pages.parts.picture import saved_words
from tests.pages.conftest import FILES

OpenPage = Callable[..., AppTest]

CHART, TABLE = "Save or cite this chart", "Save or cite this table"


def labels(app: AppTest) -> list[str]:
    return [box.label for box in app.expander]


def opened(app: AppTest, key: str) -> AppTest:
    """Open one of them, as a click does."""
    app.session_state[key] = True
    app.run()
    assert not app.exception, [error.value for error in app.exception]
    return app


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("Overview", {}),
        ("Troops", {}),
        ("Casualties", {"incidents": "true"}),
        ("Casualties", {"show": "Shares"}),
        ("Materiel", {}),
    ],
)
def test_stands_beneath_every_chart(
    open_page: OpenPage, title: str, address: dict[str, str]
) -> None:
    app = open_page(title, **address)
    charts = len(app.get("plotly_chart"))
    assert charts
    assert labels(app).count(CHART) == charts


@pytest.mark.parametrize(("title", "tables"), [("Overview", 3), ("Claims", 1)])
def test_stands_beneath_the_large_tables(open_page: OpenPage, title: str, tables: int) -> None:
    assert labels(open_page(title)).count(TABLE) == tables


def test_nothing_is_made_until_it_is_opened(open_page: OpenPage) -> None:
    app = open_page("Casualties", seoul="NIS", casualties="killed")
    assert not app.get("download_button")
    assert not app.code
    app = opened(app, "casualties_killed_save")
    buttons = [button.proto.label for button in app.get("download_button")]
    assert buttons == ["HTML that works offline", "CSV", "Excel", "JSON"]
    text, bibtex = (block.value for block in app.code)
    assert text.startswith("The Muster contributors. Reported killed: statements over time (NIS")
    assert bibtex.startswith("@misc{muster_reported-killed-statements-over-time_2026-02-27,")


def test_a_table_comes_in_three_formats(open_page: OpenPage) -> None:
    app = opened(open_page("Claims", search="wounded"), "claims_ledger_save")
    buttons = [button.proto.label for button in app.get("download_button")]
    assert buttons == ["CSV", "Excel", "JSON"]
    assert "Claims in which “wounded” is found" in app.code[0].value


def test_a_picture_with_small_text_says_so() -> None:
    large, small = (
        Print(go.Figure(layout={"width": width, "height": 900}), 1200, 675)
        for width in (1600, 2400)
    )
    assert saved_words(large) == "Saved"
    assert saved_words(small).startswith("Saved. Its smallest text is 6 pixels high")


@pytest.mark.parametrize("title", FILES)
def test_no_table_that_streamlit_saves_begins_a_cell_like_a_formula(
    open_page: OpenPage, own_data: Path, title: str
) -> None:
    """Whoever pastes such a text into any table of the ledger."""
    for table, column, keep in (
        ("claimants", "short_name", ""),
        ("locations", "name", ""),
        ("documents", "title", ""),
        ("documents", "outlet", ""),
        ("mentions", "relay", ""),
        ("mentions", "note", ""),
    ):
        path = own_data / f"{table}.csv"
        rows = pd.read_csv(path, dtype=str, keep_default_na=False)
        rows[column] = rows[column].where(rows[column] == keep, "=1+1 " + rows[column])
        rows.to_csv(path, index=False)
    app = open_page(title, incidents="true")
    cells = [
        cell
        for frame in app.dataframe
        for cell in frame.value.to_numpy().ravel()
        if isinstance(cell, str)
    ]
    assert not [cell for cell in cells if cell.startswith(FORMULA_SIGNS)]
    if title == "Claims":
        assert any(cell.startswith("'=1+1") for cell in cells)
