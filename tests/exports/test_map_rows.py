"""The rows that go with the map: places and movements in one table, every count a whole number."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.commands.board import Board
from analysis.commands.map_chart import map_chart
from analysis.exports.exhibit import page, picture, table_file
from analysis.exports.map_rows import MAP_ROW, map_rows
from analysis.exports.print_figure import Size
from analysis.figures.map_tables import map_tables
from analysis.figures.map_words import POINT_OF_VIEW


@pytest.fixture(scope="module")
def rows(board: Board) -> pd.DataFrame:
    return map_rows(board.estimates, map_tables(board.ledger))


def test_every_sighting_and_movement_is_in_it(rows: pd.DataFrame, project: Path) -> None:
    sightings, movements = (
        pd.read_csv(project / "data" / f"{name}.csv") for name in ("sightings", "movements")
    )
    assert list(rows.columns) == list(MAP_ROW)
    assert rows["sightings"].sum() == len(sightings)
    moved = rows[rows["shown_as"] == "movement"]
    assert list(moved["movement_id"]) == list(movements["movement_id"])
    assert list(moved["name"][:2]) == ["North Korea to Vladivostok", "Chongjin to place not said"]


def test_counts_stay_whole_and_areas_have_no_point(rows: pd.DataFrame, board: Board) -> None:
    text = table_file({"rows": rows}, map_chart(board).notes, None, "csv").decode("utf-8-sig")
    lines = text.splitlines()
    # 65 claims in 105 mentions of 52 articles tie troops that are there to Kursk.
    assert (
        "claim,Kursk Oblast,kursk,at,actual,65,105,0,52,51.7304,36.1926,120,,,,,,,,,,,,," in lines
    )
    assert any(line.startswith("claim,Siberia,siberia,via,planned,1,1,0,1,,,,") for line in lines)
    assert "nan" not in text.lower()


@pytest.mark.parametrize("kinds", [(), ("present",)], ids=["all", "one kind"])
def test_the_point_of_view_goes_with_every_form(board: Board, kinds: tuple[str, ...]) -> None:
    chart = map_chart(board, kinds)
    printed = picture(chart, Size.PAGE).figure
    texts = " ".join(annotation.text for annotation in printed.layout.annotations)
    assert "Crimea is shown as part of Ukraine" in texts
    assert texts.count("68/262") == 1
    assert POINT_OF_VIEW in page(chart)
    assert POINT_OF_VIEW in table_file(chart.tables, chart.notes, chart.package, "json").decode()


def test_a_single_kind_puts_its_figures_on_the_map(board: Board) -> None:
    chart = map_chart(board, ("present",))
    assert chart.notes.title == "Present at a place: places and movements"
    texts = [a.text for a in picture(chart, Size.PAGE).figure.layout.annotations]
    assert any("10,000 present" in text for text in texts)
    assert set(chart.tables["claims"]["kind"]) == {"present"}
