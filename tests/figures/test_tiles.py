"""Tiles: a count in each that can be read, darker where it is higher, nothing where there is none."""

import pandas as pd
import pytest

from analysis.codebook import Bloc
from analysis.figures.look import Look
from analysis.figures.palette import contrast
from analysis.figures.sheet import Sheet
from analysis.figures.tiles import (
    STEPS,
    TILE,
    draw_tiles,
    fitting_columns,
    key_height,
    pixel_panel,
    readable,
    strength,
    tile_grid,
    write_key,
    write_rows,
)

ROWS = pd.DataFrame(
    {
        "name": ["NIS", "HUR", "A newspaper of a very long name that stands on several lines"],
        "note": ["9", "", "1"],
        "heading": ["Seoul", "", ""],
        "starts": [True, False, True],
        "colour": ["#0077aa", "#bb8800", "#222222"],
    }
)


def tiles(*counts: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "row": [0] * len(counts),
            "column": range(len(counts)),
            "count": counts,
            "hue": ["#0077aa"] * len(counts),
            "hover": [str(count) for count in counts],
            "key": [f"k{number}" for number in range(len(counts))],
        }
    )


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("bloc", list(Bloc))
@pytest.mark.parametrize("step", STEPS)
def test_a_count_can_be_read_on_its_tile(dark: bool, bloc: Bloc, step: tuple[int, float]) -> None:
    palette = Look(dark=dark).palette
    fill = palette.pale(palette.bloc(bloc), strength(step[0]))
    assert contrast(readable(fill), fill) >= 4.5


def test_a_higher_count_is_never_paler() -> None:
    strengths = [strength(count) for count in range(1, 40)]
    assert strengths == sorted(strengths)
    assert len(set(strengths)) == len(STEPS)


@pytest.mark.parametrize("width", [300, 390, 940, 1200])
def test_nothing_stands_off_the_figure(width: int) -> None:
    look = Look(width=width)
    columns = fitting_columns(ROWS, look)
    grid = tile_grid(ROWS, columns, look, 30, [0, 13, 0])
    assert columns >= 10
    assert grid.right <= width
    assert list(grid.tops) == sorted(grid.tops)
    assert all(b - a >= TILE for a, b in zip(grid.tops, grid.tops[1:], strict=False))
    assert grid.tops[2] - grid.tops[1] >= TILE + 13, "room for the signs of the second row"
    assert grid.depth > grid.tops[-1] + TILE


def test_a_click_gives_the_key_and_the_chosen_tile_has_a_frame() -> None:
    look = Look()
    grid = tile_grid(ROWS, 3, look, 30, [0, 0, 0])
    sheet = Sheet(look, round(grid.depth))
    assert draw_tiles(sheet, pixel_panel(sheet), grid, tiles(1, 2, 300), chosen="k1")
    figure = sheet.figure([])
    bars = figure.data[0]
    assert [point[0] for point in bars.customdata] == ["k0", "k1", "k2"]
    assert list(bars.marker.line.width) == [0, 2, 0]
    written = [text for trace in figure.data[1:] for text in trace.text]
    assert sorted(written) == ["1", "2", "300"]


def test_counts_that_do_not_fit_are_left_out_and_said_to_be() -> None:
    look = Look(width=300)
    grid = tile_grid(ROWS, fitting_columns(ROWS, look), look, 30, [0, 0, 0])
    sheet = Sheet(look, round(grid.depth))
    assert not draw_tiles(sheet, pixel_panel(sheet), grid, tiles(7, 123_456))
    assert [text for trace in sheet.traces[1:] for text in trace["text"]] == ["7"]


def test_names_from_tables_are_no_markup() -> None:
    look = Look()
    rows = ROWS.assign(name=["<b>x</b>", "<a href='y'>", "&amp;"], heading=["<i>", "", ""])
    grid = tile_grid(rows, 3, look, 30, [0, 0, 0])
    sheet = Sheet(look, round(grid.depth))
    write_rows(sheet, grid, rows)
    texts = " ".join(annotation["text"] for annotation in sheet.annotations)
    assert "&lt;b&gt;x&lt;/b&gt;" in texts
    assert "<a" not in texts
    assert "<i>" not in texts


def test_a_sign_is_not_parted_from_its_meaning() -> None:
    look = Look(width=390)
    parts = ["Number: figures said in that month", "× denies", "○ no answer", "+ confirms it"]
    sheet = Sheet(look, 400)
    write_key(sheet, parts, 10)
    lines = sheet.annotations[0]["text"].split("<br>")
    assert all(any(part in line for line in lines) for part in parts)
    assert key_height(parts, look) > 14 * len(lines)
