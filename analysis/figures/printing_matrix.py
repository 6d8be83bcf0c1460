"""Who prints whom, as a matrix: rows and columns are two links of the chain from source to outlet."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go

from analysis.codebook import Bloc
from analysis.figures.blank import blank_figure
from analysis.figures.hover import count_text
from analysis.figures.look import Look
from analysis.figures.sheet import Sheet
from analysis.figures.tiles import (
    draw_lines,
    draw_tiles,
    fitting_columns,
    key_height,
    pixel_panel,
    tile_grid,
    turned_height,
    write_key,
    write_rows,
    write_turned,
)

NOTHING = "No article in this selection prints anybody."
# As many as can be looked over; the others are in the table.
MOST_ROWS = 25
COUNTED = "Number: articles, each counted once in a tile"
TOTAL = "after a name: articles of the row in all"


@dataclass(frozen=True)
class Link:
    """One side of the matrix: the names of its members by their ids, and their blocs if any.

    ``many``: what they are called, where some are left out.
    """

    names: Mapping[str, str]
    blocs: Mapping[str, str]
    many: str

    def colour(self, key: str, look: Look) -> str:
        """Give the hue of a member: that of its bloc, or grey."""
        bloc = self.blocs.get(key)
        return look.palette.bloc(bloc) if bloc else look.palette.muted


def printing_key(row: str, column: str) -> str:
    """Name a tile, as a click gives it; outlets and relays may hold any sign but a line's end."""
    return f"{row}\n{column}"


def printing_matrix_figure(
    cells: pd.DataFrame,
    totals: tuple[pd.Series, pd.Series],
    rows: Link,
    columns: Link,
    look: Look,
    chosen: str = "",
) -> go.Figure:
    """Draw one tile for each pair that has articles.

    ``cells``: row, column (ids), articles, mentions. ``totals``: the articles of each row and of
    each column, by id; those with most are drawn. ``chosen``: the key of the tile that gets a
    frame. ``layout.meta["notes"]`` says how many are not drawn.
    """
    if cells.empty:
        return blank_figure(look, NOTHING)
    listed = _rows(totals[0], rows, look)
    # Of many rows few are drawn.
    of_rows = cells[cells["row"].isin(listed["key"])]
    heads = _columns(of_rows, totals[1], columns, fitting_columns(listed, look))
    # A row of which no column is drawn would say that it prints nobody.
    shown = of_rows.loc[of_rows["column"].isin(heads), "row"].unique()
    listed = listed[listed["key"].isin(shown)].reset_index(drop=True)
    tiles = _tiles(of_rows, listed, heads, rows, columns, look)
    names = pd.DataFrame(
        {
            "name": [columns.names.get(key, key) for key in heads],
            "colour": [look.palette.text(columns.colour(key, look)) for key in heads],
        }
    )
    top = turned_height(list(names["name"])) + 10
    grid = tile_grid(listed, len(heads), look, top, [0] * len(listed))
    key = [COUNTED, TOTAL]
    sheet = Sheet(look, round(grid.depth + key_height(key, look)))
    panel = pixel_panel(sheet)
    draw_lines(sheet, panel, grid)
    write_rows(sheet, grid, listed)
    write_turned(sheet, grid, names, top - 4)
    all_written = draw_tiles(sheet, panel, grid, tiles, chosen)
    write_key(sheet, key, grid.depth)
    left_out = [
        f"{left:,} more {link.many}"
        for left, link in (
            (totals[0].size - len(listed), rows),
            (cells["column"].nunique() - len(heads), columns),
        )
        if left
    ]
    notes = []
    if left_out:
        notes.append(f"Drawn are those with most articles; the table has {' and '.join(left_out)}.")
    if not all_written:
        notes.append("Counts that do not fit their tile are left out.")
    return sheet.figure(notes)


def _rows(totals: pd.Series, link: Link, look: Look) -> pd.DataFrame:
    kept = totals.sort_values(ascending=False, kind="stable").head(MOST_ROWS)
    palette = look.palette
    return pd.DataFrame(
        {
            "key": kept.index,
            "name": [link.names.get(key, key) for key in kept.index],
            "note": kept.map("{:,}".format).to_numpy(),
            "heading": "",
            "starts": False,
            "colour": [
                palette.text(link.colour(key, look)) if key in link.blocs else palette.ink
                for key in kept.index
            ],
        }
    )


def _columns(cells: pd.DataFrame, totals: pd.Series, link: Link, most: int) -> list[str]:
    """Choose the columns that the drawn rows have something in: by bloc, then by articles."""
    used = set(cells["column"].unique())
    ranked = [
        key for key in totals.sort_values(ascending=False, kind="stable").index if key in used
    ]
    kept = ranked[:most]
    order = {bloc.value: number for number, bloc in enumerate(Bloc)}
    return sorted(kept, key=lambda key: order.get(link.blocs.get(key, ""), 0))


def _tiles(
    cells: pd.DataFrame,
    rows: pd.DataFrame,
    heads: list[str],
    row_link: Link,
    column_link: Link,
    look: Look,
) -> pd.DataFrame:
    row_of = dict(zip(rows["key"], rows.index, strict=True))
    column_of = {key: number for number, key in enumerate(heads)}
    held = cells[cells["row"].isin(row_of) & cells["column"].isin(column_of)]
    pairs = list(zip(held["row"], held["column"], strict=True))
    return pd.DataFrame(
        {
            "row": held["row"].map(row_of).astype("int64"),
            "column": held["column"].map(column_of).astype("int64"),
            "count": held["articles"],
            "hue": [
                (column_link if column in column_link.blocs else row_link).colour(
                    column if column in column_link.blocs else row, look
                )
                for row, column in pairs
            ],
            "hover": [
                f"<b>{escape(row_link.names.get(row, row))}</b> · "
                f"{escape(column_link.names.get(column, column))}<br>"
                f"{count_text(articles, 'article')}, {count_text(mentions, 'mention')}"
                for (row, column), articles, mentions in zip(
                    pairs, held["articles"], held["mentions"], strict=True
                )
            ],
            "key": [printing_key(row, column) for row, column in pairs],
        }
    ).reset_index(drop=True)
