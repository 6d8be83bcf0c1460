"""What can be saved and cited: beneath every chart and large table, and made only when opened."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

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
