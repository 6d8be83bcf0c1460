"""Source by month: how many figures each source gave, and where it denied, confirmed or was silent.

Denial, silence and a month of which no article was collected are three marks, and none of them is
the empty place that says: nothing of this source in that month's articles.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go

from analysis.figures.blank import blank_figure
from analysis.figures.hover import AS_CLAIMED, Claim, count_text, records
from analysis.figures.look import Look
from analysis.figures.month_columns import BENEATH, HEAD, draw_articles, hatch_unseen, write_months
from analysis.figures.panel import Panel
from analysis.figures.pen import FRONT, symbol_size
from analysis.figures.sheet import Sheet
from analysis.figures.source_rows import source_rows
from analysis.figures.tiles import (
    COUNT_SIZE,
    GAP,
    TILE,
    TileGrid,
    draw_lines,
    draw_tiles,
    fitting_columns,
    key_height,
    pixel_panel,
    tile_grid,
    write_key,
    write_rows,
)
from analysis.partial_dates import in_words

NOTHING = "No source in this selection said anything in a month that is known."
SIGNS_LANE = 13
SIGN = 7

# The sign of each group of stances: Plotly's symbol, how a text writes it, and what it means.
SIGNS = {
    "denial": ("x-thin", "×", "denies"),
    "silence": ("circle-open", "○", "no answer, does not own to it, or leaves it open"),
    "confirmation": ("cross-thin", "+", "confirms without a number"),
}
COUNTED = "Number: figures said in that month, for the first time or again"
UNDATED = "underlined: dated by their first printing, no day is stated"
UNSEEN = "hatched: no article of that month was collected"


@dataclass(frozen=True)
class MonthView:
    """What the chart is drawn from.

    ``tiles``: voice, month, claims, again, undated (counts). ``stances``: claimant, month, group.
    ``months``: those shown, in order. ``articles``: number of collected articles by month.
    ``names`` and ``blocs``: of claimants by their id. ``undatable``: number of claims of which no
    single month is known.
    """

    tiles: pd.DataFrame
    stances: pd.DataFrame
    months: list[str]
    articles: Mapping[str, int]
    names: Mapping[str, str]
    blocs: Mapping[str, str]
    undatable: int


def tile_key(voice: str, month: str) -> str:
    """Name a tile, as a click gives it."""
    return f"{voice}|{month}"


def source_months_figure(view: MonthView, look: Look, chosen: str = "") -> go.Figure:
    """Draw a row for each source, by bloc, and a column for each month.

    ``chosen``: the key of the tile that gets a frame. ``layout.meta["notes"]`` says what is left
    out.
    """
    known = view.tiles[view.tiles["month"] != ""]
    weight = known.groupby("voice")["claims"].sum()
    silent = set(view.stances["claimant"]) - set(weight.index)
    weight = pd.concat([weight, pd.Series(0, index=sorted(silent), dtype="int64")])
    rows, left_out = source_rows(weight, view.names, view.blocs, look)
    if rows.empty or not view.months:
        return blank_figure(look, NOTHING)
    months = view.months[-fitting_columns(rows, look) :]
    tiles = _tiles(known, rows, months, view, look)
    key = _key(view, tiles, months)
    top = HEAD + 2.0
    signed = set(view.stances["claimant"])
    beneath = [SIGNS_LANE if voice in signed else 0 for voice in rows["voice"]]
    grid = tile_grid(rows, len(months), look, top, beneath)
    sheet = Sheet(look, round(grid.depth + BENEATH + key_height(key, look)))
    panel = pixel_panel(sheet)
    hatch_unseen(sheet, panel, grid, months, view.articles, top)
    draw_lines(sheet, panel, grid)
    write_rows(sheet, grid, rows)
    write_months(sheet, grid, months, 2)
    all_written = draw_tiles(sheet, panel, grid, tiles, chosen)
    _underline(sheet, panel, grid, tiles[tiles["undated"] == tiles["count"]])
    _draw_stances(sheet, panel, grid, rows, months, view.stances)
    draw_articles(sheet, panel, grid, months, view.articles)
    write_months(sheet, grid, months, grid.depth + BENEATH - HEAD)
    write_key(sheet, key, grid.depth + BENEATH)
    return sheet.figure(_notes(view, left_out, len(months), all_written))


def _key(view: MonthView, tiles: pd.DataFrame, months: list[str]) -> list[str]:
    """Explain what is drawn, and nothing else."""
    parts = [COUNTED]
    if (tiles["undated"] == tiles["count"]).any():
        parts.append(UNDATED)
    groups = set(view.stances.loc[view.stances["month"].isin(months), "group"])
    parts += [f"{sign} {words}" for group, (_, sign, words) in SIGNS.items() if group in groups]
    if not all(view.articles.get(month) for month in months):
        parts.append(UNSEEN)
    return parts


def _tiles(
    counts: pd.DataFrame, rows: pd.DataFrame, months: list[str], view: MonthView, look: Look
) -> pd.DataFrame:
    """Place the counts in rows and columns, with the words that pointing at them shows."""
    row_of = dict(zip(rows["voice"], rows.index, strict=True))
    column_of = {month: number for number, month in enumerate(months)}
    held = counts[counts["voice"].isin(row_of) & counts["month"].isin(column_of)]
    return pd.DataFrame(
        {
            "row": held["voice"].map(row_of).astype("int64"),
            "column": held["month"].map(column_of).astype("int64"),
            "count": held["claims"],
            "undated": held["undated"],
            "hue": [look.palette.bloc(view.blocs[voice]) for voice in held["voice"]],
            "hover": [_hover(tile, view.names) for tile in records(held)],
            "key": [tile_key(v, m) for v, m in zip(held["voice"], held["month"], strict=True)],
        }
    ).reset_index(drop=True)


def _hover(tile: Claim, names: Mapping[str, str]) -> str:
    claims, again, undated = (int(tile[name]) for name in ("claims", "again", "undated"))
    lines = [
        f"<b>{escape(names[tile['voice']])}</b>, {in_words(tile['month'])}",
        f"{count_text(claims, 'claim')}: {claims - again:,} for the first time, {again:,} again",
    ]
    if undated:
        lines.append(f"{undated:,} dated by the first printing alone")
    return "<br>".join([*lines, f"<i>{AS_CLAIMED}</i>"])


def _underline(sheet: Sheet, panel: Panel, grid: TileGrid, tiles: pd.DataFrame) -> None:
    """Underline the counts of which no day is stated."""
    line = {"color": grid.look.palette.ink, "width": 1.2}
    sheet.traces.append(
        {
            "type": "scatter",
            "x": [grid.x(column + 0.5) for column in tiles["column"]],
            "y": [grid.tops[row] + TILE / 2 + COUNT_SIZE / 2 + 1 for row in tiles["row"]],
            "mode": "markers",
            "marker": {"symbol": "line-ew", "size": symbol_size(10), "opacity": 1, "line": line},
            "unselected": {"marker": {"opacity": 1}},
            "hoverinfo": "skip",
            "zorder": FRONT,
            **panel.axes,
        }
    )


def _draw_stances(
    sheet: Sheet,
    panel: Panel,
    grid: TileGrid,
    rows: pd.DataFrame,
    months: list[str],
    stances: pd.DataFrame,
) -> None:
    """Draw the signs of each source's stances beneath its tiles, one for each group of them."""
    row_of = dict(zip(rows["voice"], rows.index, strict=True))
    column_of = {month: number for number, month in enumerate(months)}
    held = stances[stances["claimant"].isin(row_of) & stances["month"].isin(column_of)]
    cells = held.groupby(["claimant", "month", "group"], sort=True).size().reset_index(name="n")
    if cells.empty:
        return
    beside = cells.groupby(["claimant", "month"])["group"]
    place = beside.cumcount() - (beside.transform("size") - 1) / 2
    step = min(SIGN + 4, (grid.pitch - GAP) / 2)
    cells = cells.assign(
        x=grid.left + (cells["month"].map(column_of) + 0.5) * grid.pitch + place * step,
        y=[grid.tops[row_of[name]] + TILE + SIGNS_LANE / 2 + 1 for name in cells["claimant"]],
        colour=[str(rows["colour"][row_of[name]]) for name in cells["claimant"]],
    )
    for group, (symbol, _, words) in SIGNS.items():
        _draw_signs(sheet, panel, cells[cells["group"] == group], symbol, words)


def _draw_signs(sheet: Sheet, panel: Panel, cells: pd.DataFrame, symbol: str, meaning: str) -> None:
    if cells.empty:
        return
    colours = cells["colour"].tolist()
    sheet.traces.append(
        {
            "type": "scatter",
            "x": cells["x"].tolist(),
            "y": cells["y"].tolist(),
            "mode": "markers",
            "marker": {
                "symbol": symbol,
                "size": SIGN,
                "opacity": 1,
                "color": colours,
                "line": {"color": colours, "width": 1.6},
            },
            "customdata": [
                [tile_key(*each)] for each in zip(cells["claimant"], cells["month"], strict=True)
            ],
            "hovertext": [
                f"{in_words(month)}: {meaning} ({count_text(number, 'report')})"
                for month, number in zip(cells["month"], cells["n"], strict=True)
            ],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "unselected": {"marker": {"opacity": 1}},
            "meta": {"role": "stance"},
            "zorder": FRONT,
            **panel.axes,
        }
    )


def _notes(view: MonthView, left_out: int, months: int, all_written: bool) -> list[str]:
    """Say what the chart leaves out, if anything."""
    notes = []
    if left_out:
        notes.append(f"{left_out:,} more sources are not drawn, those that said least.")
    if months < len(view.months):
        notes.append(f"The last {months} of {len(view.months)} months are drawn.")
    if not all_written:
        notes.append("Counts that do not fit their tile are left out; pointing at it tells them.")
    if view.undatable:
        stands = "stands" if view.undatable == 1 else "stand"
        claims = count_text(view.undatable, "claim")
        notes.append(f"{claims} of which no single month is known {stands} in no tile.")
    return notes
