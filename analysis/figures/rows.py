"""Rows of marks: one mark a row on a common scale from 0, its name before it, its label beside it.

The chart of *who says what now* and the chart of shares are both drawn here. Everything is laid
out in pixels first; on a narrow figure name and label stand above the mark.
"""

from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.figures.hover import records
from analysis.figures.legend import bloc_lines
from analysis.figures.look import Look
from analysis.figures.mark_sizes import FULL
from analysis.figures.marks import add_marks
from analysis.figures.panel import Panel, Scale, ticks_from_zero
from analysis.figures.pen import Pen, symbol_size
from analysis.figures.reach import runs_beyond
from analysis.figures.row_layout import (
    LABEL_SIZE,
    LANE,
    NAMES_AT_MOST,
    SIDE,
    Spot,
    furthest_ends,
    name_column,
    stack,
)
from analysis.figures.sheet import Sheet
from analysis.figures.template import SMALL_TEXT_SIZE, TEXT_SIZE
from analysis.figures.text_width import LINE_HEIGHT, wrapped

TITLE_SIZE = 16
AXIS = 26
FOOT = 20
# For one number below the axis, and the space around it.
TICK_ROOM = 80
TOP = 4


def rows_figure(
    rows: pd.DataFrame,
    earlier: pd.DataFrame,
    look: Look,
    value: Scale,
    title: str = "",
    subtitle: str = "",
    foot: str = "",
    percent: bool = False,
    chosen: str = "",
    notes: list[str] | None = None,
) -> go.Figure:
    """Draw the rows in their order.

    ``rows``: the columns of ``shapes``, and hover, name (plain), under (plain, small, may be
    empty), label (Plotly HTML), bloc, and heading (text that stands before the row; mostly empty).
    ``earlier``: the columns of ``shapes`` and hover, and ``row``, the number of its row in
    ``rows``; drawn as pale ticks. ``value``: the scale that ``fitted_scale`` made for them.
    """
    names = 0.0 if look.narrow else name_column(rows, look)
    top, heads = _head(rows, look, title, subtitle)
    left = names + SIDE if not look.narrow else SIDE
    rows = rows.assign(cut=runs_beyond(rows, value.last))
    rows["furthest"] = furthest_ends(rows, earlier, value)
    spots, headings, depth = stack(rows, look, value, look.width - left - SIDE)
    height = round(top + depth + AXIS + (FOOT if foot else 0))
    sheet = Sheet(look, height)
    panel = Panel(x=value, y=Scale(depth, 0, depth, flipped=True), upright=False)
    ticks = ticks_from_zero(value.last, int(min(7, max(2, value.length // TICK_ROOM))))
    sheet.lay(
        panel,
        left,
        top,
        {
            "tickvals": ticks,
            "ticktext": [f"{tick:,.0f}{' %' if percent else ''}" for tick in ticks],
            "showgrid": True,
            "ticks": "",
        },
        {"visible": False},
    )
    lanes = np.array([spot.lane for spot in spots])
    _rules(sheet, panel, look, lanes, depth)
    _ticks_before(sheet, earlier, panel, look, lanes)
    add_marks(Pen(sheet, panel, look, FULL, chosen=chosen), rows.assign(at=lanes))
    for text, size, y in heads:
        sheet.write(text, SIDE, y, size)
    for text, y in headings:
        sheet.write(f"<b>{text}</b>", SIDE, top + y, SMALL_TEXT_SIZE, look.palette.muted)
    _texts(sheet, rows, spots, look, left, top)
    if foot:
        sheet.write(foot, left, top + depth + AXIS, SMALL_TEXT_SIZE, look.palette.muted)
    return sheet.figure(notes or [])


def _head(
    rows: pd.DataFrame, look: Look, title: str, subtitle: str
) -> tuple[float, list[tuple[str, float, float]]]:
    """Lay out title, subtitle and colour key; returns their depth and (text, size, top) each."""
    heads: list[tuple[str, float, float]] = []
    y = float(TOP)
    room = look.width - 2 * SIDE
    for line in wrapped(title, TITLE_SIZE, room, bold=True):
        heads.append((f"<b>{line}</b>", TITLE_SIZE, y))
        y += TITLE_SIZE * LINE_HEIGHT
    for line in wrapped(subtitle, TEXT_SIZE, room):
        muted = f'<span style="color:{look.palette.muted}">{line}</span>'
        heads.append((muted, TEXT_SIZE, y + 2))
        y += TEXT_SIZE * LINE_HEIGHT
    y += 6 if heads else 0
    for line in bloc_lines(rows, look, room):
        heads.append((line, SMALL_TEXT_SIZE, y))
        y += SMALL_TEXT_SIZE * 1.5
    return y + 6, heads


def _rules(sheet: Sheet, panel: Panel, look: Look, lanes: np.ndarray, depth: float) -> None:
    """Draw the line at 0 and a pale line along each row, which leads from the name to the mark."""
    axes = {"xref": panel.axes["xaxis"], "yref": panel.axes["yaxis"], "layer": "below"}
    for lane in lanes.tolist():
        line = {"color": look.palette.grid, "width": 1}
        sheet.shapes.append(
            {
                "type": "line",
                "x0": 0,
                "x1": panel.x.last,
                "y0": lane,
                "y1": lane,
                "line": line,
                **axes,
            }
        )
    zero = {"color": look.palette.axis, "width": 1}
    # On a narrow figure texts begin at 0: there the line stands beside the marks only.
    half = LANE / 2 - 3
    stretches = (
        [(lane - half, lane + half) for lane in lanes.tolist()] if look.narrow else [(0, depth)]
    )
    for start, end in stretches:
        sheet.shapes.append(
            {"type": "line", "x0": 0, "x1": 0, "y0": start, "y1": end, "line": zero, **axes}
        )


def _ticks_before(
    sheet: Sheet, earlier: pd.DataFrame, panel: Panel, look: Look, lanes: np.ndarray
) -> None:
    """Draw the ends that the same source stated before as pale ticks, one for each stated end."""
    if earlier.empty:
        return
    ends = pd.concat(
        [
            earlier.assign(value=earlier["low"]),
            earlier.assign(value=earlier["high"])[earlier["high"] != earlier["low"]],
        ]
    ).dropna(subset=["value"])
    ends = ends[ends["value"] <= panel.x.last].sort_index(kind="stable")
    sheet.traces.append(
        {
            "type": "scatter",
            "x": ends["value"].tolist(),
            "y": lanes[ends["row"]].tolist(),
            "mode": "markers",
            "marker": {
                "symbol": "line-ns",
                "size": symbol_size(11),
                "line": {"color": ends["tick"].tolist(), "width": 1.6},
            },
            "customdata": [[claim_id] for claim_id in ends["claim_id"]],
            "hovertext": ends["hover"].tolist(),
            "hovertemplate": "%{hovertext}<extra></extra>",
            "meta": {"role": "earlier"},
            "unselected": {"marker": {"opacity": 1}},
            "cliponaxis": False,
            "zorder": 0,
            **panel.axes,
        }
    )


def _texts(
    sheet: Sheet,
    rows: pd.DataFrame,
    spots: list[Spot],
    look: Look,
    left: float,
    top: float,
) -> None:
    """Write every row's name, what stands under it, and its label."""
    colours = look.palette
    room = look.width - 2 * SIDE if look.narrow else NAMES_AT_MOST
    for row, spot in zip(records(rows), spots, strict=True):
        names = wrapped(row["name"], TEXT_SIZE, room, bold=True)
        under = wrapped(row["under"], SMALL_TEXT_SIZE, room)
        colour = colours.text(colours.bloc(row["bloc"]))
        edge = SIDE if look.narrow else left - SIDE
        anchor = "left" if look.narrow else "right"
        y = top + spot.name_top
        name = f"<b>{'<br>'.join(escape(line) for line in names)}</b>"
        sheet.write(name, edge, y, TEXT_SIZE, colour, anchor)
        if under:
            y += len(names) * TEXT_SIZE * LINE_HEIGHT
            text = "<br>".join(escape(line) for line in under)
            sheet.write(text, edge, y, SMALL_TEXT_SIZE, colours.muted, anchor)
        label_left = left + spot.label_left
        sheet.write(row["label"], label_left, top + spot.label_top, LABEL_SIZE)
