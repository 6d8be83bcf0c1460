"""Tables that readers take away: hedges kept, nothing that a spreadsheet would run as a formula."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.estimates import estimate
from analysis.exports.tables import escaped
from analysis.ledger import load
from pages.parts.tables import claim_table

OpenPage = Callable[..., AppTest]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_begins_like_a_formula(sign: str) -> None:
    frame = pd.DataFrame({"text": [sign + "1+1", "1" + sign], "number": [-1.0, 2.0]})
    assert escaped(frame)["text"].tolist() == ["'" + sign + "1+1", "1" + sign]
    assert escaped(frame)["number"].tolist() == [-1.0, 2.0]


def test_every_claim_has_a_row_with_its_hedge(project: Path) -> None:
    board = estimate(load(project / "data"))
    table = claim_table(board.claims, {}, {}).set_index("Claim")
    assert len(table) == len(board.claims) == 304
    assert table.index.is_unique
    bare = table["Figure"].str.fullmatch(r"[\d,.]+( %)?")
    assert (table.loc[bare, "Bound"] == "exact").all()
    low, high = table["Low"], table["High"]
    assert low[table["Bound"].isin(["up to", "less than"])].isna().all()
    assert high[table["Bound"].isin(["at least", "more than"])].isna().all()


def test_the_table_behind_a_chart_holds_what_the_chart_draws(open_page: OpenPage) -> None:
    """NIS killed: about 2,000 in force, and the three figures that it replaced."""
    app = open_page("Overview", seoul="NIS", casualties="killed")
    figures = app.dataframe[0].value["Figure"].tolist()
    assert figures[0] == "≈ 2,000"
    assert sorted(figures) == ["≈ 2,000", "≈ 300", "≈ 600", "≥ 100"]


def test_the_ledger_can_be_ordered(open_page: OpenPage) -> None:
    table = open_page("Claims", order="most articles first").dataframe[0].value
    assert table["Articles"].is_monotonic_decreasing
    table = open_page("Claims", order="highest number first", troops="sent").dataframe[0].value
    assert table["Low"].fillna(table["High"]).is_monotonic_decreasing


def test_the_search_finds_words_in_mentions(open_page: OpenPage) -> None:
    table = open_page("Claims", search="servicemen UK").dataframe[0].value
    assert len(table)
    assert (table["Source"].str.contains("UK MoD")).any()


def test_every_table_and_chart_has_a_name_for_those_who_do_not_see_it(
    open_page: OpenPage,
) -> None:
    for title in ("Overview", "Troops", "Casualties"):
        app = open_page(title)
        charts = app.get("plotly_chart")
        assert charts
        assert all("As claimed, not verified." in chart.proto.alt for chart in charts)
