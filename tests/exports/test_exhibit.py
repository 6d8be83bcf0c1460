"""An exhibit in every format, also where it is no chart of claims."""

import json

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.commands.board import Board, Chart
from analysis.exports.exhibit import MOST_READ, Exhibit, page, picture, table_file
from analysis.exports.notes import Edition, Notes, silent_sources
from analysis.exports.print_figure import FORMATS, Print, Size
from analysis.exports.reading_table import plain_table
from analysis.figures.blank import blank_figure

ROWS = pd.DataFrame({"place": ["Kursk", "=1+1"], "claims": [12.0, float("nan")]})


@pytest.fixture
def places(killed: Chart) -> Exhibit:
    """What a map hands over: no marks of bounds, rows of its own."""
    return Exhibit(
        "places",
        Notes("Reported places", "all sources", (), "", Edition("0.1.0", "2026-02-27")),
        blank_figure,
        marked=killed.marked.iloc[:0],
        tables={"rows": ROWS},
        package=None,
        read=plain_table,
    )


@pytest.mark.parametrize("size", Size)
def test_a_figure_without_claims_is_printed_without_a_legend(places: Exhibit, size: Size) -> None:
    made = picture(places, size)
    texts = " ".join(annotation.text for annotation in made.figure.layout.annotations)
    assert "Reported places" in texts
    assert "Sources shown" not in texts
    assert made.width == FORMATS[size][0]


def test_its_page_shows_its_rows(places: Exhibit) -> None:
    made = page(places)
    assert "How to read the marks" not in made
    assert '<th scope="row">Kursk</th><td>12</td>' in made
    assert '<th scope="row">=1+1</th><td></td>' in made


def test_its_rows_alone_are_the_csv(places: Exhibit) -> None:
    assert table_file(places.tables, places.notes, None, "csv").decode() == (
        "place,claims\r\nKursk,12\r\n'=1+1,\r\n"
    )
    document = json.loads(table_file(places.tables, places.notes, None, "json"))
    assert document["rows"][1] == {"place": "=1+1", "claims": None}


def test_a_long_table_is_cut_on_the_page_and_nowhere_else(places: Exhibit) -> None:
    rows = pd.DataFrame({"number": range(MOST_READ + 5)})
    long = Exhibit(
        places.name,
        places.notes,
        places.draw,
        places.marked,
        {"rows": rows},
        None,
        read=plain_table,
    )
    assert f"{MOST_READ:,} rows; 5 more in CSV and Excel" in page(long)
    assert table_file(long.tables, long.notes, None, "csv").count(b"\n") == MOST_READ + 6


def test_sources_that_were_asked_for_and_are_silent_are_named(board: Board, killed: Chart) -> None:
    claims = board.estimates.claims
    nis = claims[(claims["claimant"] == "nis") & (claims["kind"] == "killed")]
    assert silent_sources(["nis", "ua_president"], nis, board.names) == (
        "No figure to draw by Zelenskyy.",
    )
    assert silent_sources(["nis"], nis, board.names) == ()
    assert silent_sources(["nis"], nis.iloc[:0], board.names) == ()


def test_a_square_over_time_is_filled(killed_over_time: Chart) -> None:
    """The panel takes the height that the format leaves; a slide's width leaves none."""

    def panel_height(made: Print) -> float:
        first = next(made.figure.select_yaxes())
        return (first.domain[1] - first.domain[0]) * made.figure.layout.height

    square, whole = (picture(killed_over_time, size) for size in (Size.SQUARE, Size.PAGE))
    assert panel_height(square) > panel_height(whole) + 40
    rule = min(shape.y0 for shape in square.figure.layout.shapes if shape.yref == "paper")
    lowest = min(axis.domain[0] for axis in square.figure.select_yaxes())
    assert (lowest - rule) * square.figure.layout.height < 40


def test_pictures_name_only_fonts_that_stay_with_them(killed: Chart) -> None:
    """A page's own web font would be measured, and then be missing from the picture."""
    figure: go.Figure = picture(killed, Size.SLIDE).figure
    assert "Source Sans" not in figure.layout.font.family
