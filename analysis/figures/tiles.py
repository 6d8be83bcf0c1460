"""Tiles in rows and columns: a count in each, darker where it is higher, all laid out in pixels.

An empty place is left empty, so that nothing is drawn where nothing was counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

import numpy as np
import pandas as pd

from analysis.figures.look import Look
from analysis.figures.palette import contrast
from analysis.figures.panel import Panel, Scale
from analysis.figures.pen import BARS, FRONT
from analysis.figures.sheet import Sheet
from analysis.figures.template import SMALL_TEXT_SIZE
from analysis.figures.text_width import LINE_HEIGHT, text_width, wrapped

SIDE = 12
NAMES_AT_MOST = 190
NAME_SIZE = 12.0
COUNT_SIZE = 11.0
TILE = 22
GAP = 2
# Between the rows, and before the name of a group of rows.
BETWEEN = 3
BEFORE_HEADING = 10
NARROWEST, WIDEST = 18, 54
TURNED_AT_MOST = 130

# From how many on a tile is how strong; the number in it says the rest.
STEPS = ((8, 0.78), (4, 0.56), (2, 0.38), (1, 0.22))


# Of black and white, one has a contrast of 4.5 on any colour; the inks of a palette have not.
INKS = ("#000000", "#ffffff")


def strength(count: int) -> float:
    """Tell how much of its hue a tile keeps.

    >>> strength(1), strength(3), strength(500)
    (0.22, 0.38, 0.78)
    """
    return next(left for least, left in STEPS if count >= least)


@dataclass(frozen=True)
class TileGrid:
    """Where the tiles stand, in pixels of the figure from its left and its top.

    ``tops``: of each row's tiles. ``name_tops``: of each row's name. ``depth``: where they end.
    """

    look: Look
    left: float
    pitch: float
    columns: int
    tops: tuple[float, ...]
    name_tops: tuple[float, ...]
    headings: tuple[tuple[str, float], ...]
    depth: float

    def x(self, column: float) -> float:
        """Give the pixel at which a column begins."""
        return self.left + column * self.pitch

    @property
    def right(self) -> float:
        """Give the pixel at which the last column ends."""
        return self.x(self.columns)


def fitting_columns(rows: pd.DataFrame, look: Look) -> int:
    """Tell how many columns find room beside the names."""
    return int((look.width - _left(rows, look) - SIDE) // NARROWEST)


def tile_grid(
    rows: pd.DataFrame, columns: int, look: Look, top: float, beneath: Sequence[float]
) -> TileGrid:
    """Lay out the rows from a pixel on.

    ``rows``: name, note (small, after the name), starts (bool: begins a group) and heading (before
    the row, mostly empty), all plain text. ``beneath``: pixels that each row needs under its tiles. On a narrow figure names stand
    above their tiles.
    """
    left = _left(rows, look)
    pitch = min((look.width - left - SIDE) / max(columns, 1), WIDEST)
    tops: list[float] = []
    name_tops: list[float] = []
    headings: list[tuple[str, float]] = []
    y = top
    for heading, starts, name, extra in zip(
        rows["heading"], rows["starts"], rows["name"], beneath, strict=True
    ):
        y += BEFORE_HEADING if starts and tops else 0
        if heading:
            headings.append((str(heading), y))
            y += SMALL_TEXT_SIZE * LINE_HEIGHT + 3
        lines = _name_lines(str(name), look)
        text = len(lines) * NAME_SIZE * LINE_HEIGHT
        height = max(TILE, 0 if look.narrow else text)
        name_tops.append(y if look.narrow else y + (height - text) / 2)
        y += text if look.narrow else 0
        tops.append(y + (height - TILE) / 2)
        y += height + extra + (2 * BETWEEN if look.narrow else BETWEEN)
    return TileGrid(look, left, pitch, columns, tuple(tops), tuple(name_tops), tuple(headings), y)


def _left(rows: pd.DataFrame, look: Look) -> float:
    if look.narrow or rows.empty:
        return SIDE
    widest = max(
        text_width(line, NAME_SIZE, bold=True)
        for name in rows["name"]
        for line in _name_lines(str(name), look)
    )
    notes = max(text_width(str(note), SMALL_TEXT_SIZE) for note in rows["note"])
    return SIDE + widest + (6 + notes if notes else 0) + 10


def _name_lines(name: str, look: Look) -> list[str]:
    room = look.width - 2 * SIDE - 40 if look.narrow else NAMES_AT_MOST
    return wrapped(name, NAME_SIZE, room, bold=True) or [""]


def pixel_panel(sheet: Sheet) -> Panel:
    """Lay one panel over the whole sheet, whose units are pixels from the left and the top."""
    width, height = sheet.look.width, sheet.height
    panel = Panel(x=Scale(0, width, width), y=Scale(height, 0, height, flipped=True), upright=False)
    sheet.lay(panel, 0, 0, {"visible": False}, {"visible": False})
    return panel


def write_rows(sheet: Sheet, grid: TileGrid, rows: pd.DataFrame) -> None:
    """Write each row's name in its colour, its note after it, and the names of the groups."""
    look = grid.look
    muted = look.palette.muted
    for heading, y in grid.headings:
        sheet.write(f"<b>{escape(heading)}</b>", SIDE, y, SMALL_TEXT_SIZE, muted)
    for (_, row), y in zip(rows.iterrows(), grid.name_tops, strict=True):
        lines = [escape(line) for line in _name_lines(str(row["name"]), look)]
        note = f'<span style="font-size:{SMALL_TEXT_SIZE}px;color:{muted}">{row["note"]}</span>'
        text = f"<b>{'<br>'.join(lines)}</b>" + (f"  {note}" if row["note"] else "")
        edge, anchor = (SIDE, "left") if look.narrow else (grid.left - 8, "right")
        sheet.write(text, edge, y, NAME_SIZE, str(row["colour"]), anchor)


def turned_height(names: Sequence[str]) -> float:
    """Reckon the pixels that names of columns need when they stand upright."""
    return min(
        max((text_width(name, SMALL_TEXT_SIZE) for name in names), default=0), TURNED_AT_MOST
    )


def write_turned(sheet: Sheet, grid: TileGrid, names: pd.DataFrame, foot: float) -> None:
    """Write the names of the columns upright, ending at a pixel from the top.

    ``names``: name (plain) and colour.
    """
    for column, (name, colour) in enumerate(zip(names["name"], names["colour"], strict=True)):
        text = str(name)
        while text_width(text, SMALL_TEXT_SIZE) > TURNED_AT_MOST:
            text = text[:-2].rstrip() + "…"
        sheet.annotations.append(
            {
                "text": escape(text),
                "x": (grid.x(column) + grid.pitch / 2) / grid.look.width,
                "y": 1 - foot / sheet.height,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "center",
                "yanchor": "bottom",
                "textangle": -90,
                "font": {"size": SMALL_TEXT_SIZE, "color": colour},
                "borderpad": 0,
            }
        )


def key_height(parts: Sequence[str], look: Look) -> float:
    """Reckon the pixels that the explanation at the foot needs."""
    return 8 + len(_key_lines(parts, look)) * SMALL_TEXT_SIZE * LINE_HEIGHT + 6


def write_key(sheet: Sheet, parts: Sequence[str], top: float) -> None:
    """Write at the foot what is drawn how; ``parts`` are plain texts."""
    lines = [escape(line) for line in _key_lines(parts, sheet.look)]
    sheet.write("<br>".join(lines), SIDE, top + 8, SMALL_TEXT_SIZE, sheet.look.palette.muted)


def _key_lines(parts: Sequence[str], look: Look) -> list[str]:
    """Break the explanation between its parts, so that a sign keeps its meaning beside it."""
    room = look.width - 2 * SIDE
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]} · {part}" if lines else ""
        if lines and text_width(joined, SMALL_TEXT_SIZE) <= room:
            lines[-1] = joined
        else:
            lines += wrapped(part, SMALL_TEXT_SIZE, room)
    return lines


def draw_lines(sheet: Sheet, panel: Panel, grid: TileGrid) -> None:
    """Draw a hairline under each row, so that the eye keeps it."""
    for top in grid.tops:
        sheet.shapes.append(
            {
                "type": "line",
                "x0": SIDE if grid.look.narrow else grid.left,
                "x1": grid.right,
                "y0": top + TILE / 2,
                "y1": top + TILE / 2,
                "line": {"color": grid.look.palette.grid, "width": 1},
                "layer": "below",
                "xref": panel.axes["xaxis"],
                "yref": panel.axes["yaxis"],
            }
        )


def draw_tiles(
    sheet: Sheet, panel: Panel, grid: TileGrid, tiles: pd.DataFrame, chosen: str = ""
) -> bool:
    """Draw the tiles, and the numbers in those that are wide enough; tells whether all are.

    ``tiles``: row, column (numbers from 0), count, hue (a colour), hover (Plotly's HTML) and key,
    which a click gives. ``chosen``: the key of the tile that gets a frame.
    """
    if tiles.empty:
        return True
    palette = grid.look.palette
    middle = np.array(grid.tops)[tiles["row"]] + TILE / 2
    fill = [
        palette.pale(hue, strength(count))
        for hue, count in zip(tiles["hue"], tiles["count"], strict=True)
    ]
    framed = tiles["key"].eq(chosen) & bool(chosen)
    sheet.traces.append(
        {
            "type": "bar",
            "orientation": "h",
            "base": (grid.left + tiles["column"] * grid.pitch + GAP / 2).tolist(),
            "x": [grid.pitch - GAP] * len(tiles),
            "y": middle.tolist(),
            "width": TILE,
            "offset": -TILE / 2,
            "marker": {
                "color": fill,
                "line": {"color": palette.ink, "width": np.where(framed, 2, 0).tolist()},
            },
            "customdata": [[key] for key in tiles["key"]],
            "hovertext": tiles["hover"].tolist(),
            "hovertemplate": "%{hovertext}<extra></extra>",
            "textposition": "none",
            "unselected": {"marker": {"opacity": 1}},
            "meta": {"role": "tile"},
            "zorder": BARS,
            **panel.axes,
        }
    )
    texts = tiles["count"].map("{:,}".format)
    fits = [text_width(text, COUNT_SIZE) <= grid.pitch - GAP for text in texts]
    shown = pd.DataFrame(
        {
            "x": grid.left + (tiles["column"] + 0.5) * grid.pitch,
            "y": middle,
            "text": texts,
            "colour": [readable(colour) for colour in fill],
        }
    )[fits]
    for colour, group in shown.groupby("colour"):
        _write_counts(sheet, panel, group, str(colour))
    return all(fits)


@cache
def readable(fill: str) -> str:
    """Choose the ink that stands out more from a tile.

    >>> readable("#ffa13d"), readable("#550066")
    ('#000000', '#ffffff')
    """
    return max(INKS, key=lambda ink: contrast(ink, fill))


def _write_counts(sheet: Sheet, panel: Panel, counts: pd.DataFrame, colour: str) -> None:
    sheet.traces.append(
        {
            "type": "scatter",
            "x": counts["x"].tolist(),
            "y": counts["y"].tolist(),
            "mode": "text",
            "text": counts["text"].tolist(),
            "textfont": {"size": COUNT_SIZE, "color": colour},
            # A click elsewhere must not fade it.
            "unselected": {"textfont": {"color": colour}},
            "hoverinfo": "skip",
            "zorder": FRONT,
            **panel.axes,
        }
    )
