"""Rows of marks: one mark a row on a common scale from 0, its name before it, its label beside it.

The chart of *who says what now* and the chart of shares are both drawn here. Everything is laid
out in pixels first; on a narrow figure name and label stand above the mark.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.figures.hover import Claim
from analysis.figures.legend import bloc_lines
from analysis.figures.look import Look
from analysis.figures.mark_sizes import FULL
from analysis.figures.marks import add_marks
from analysis.figures.panel import Frame, Panel, Scale, lay_axes, ticks_from_zero
from analysis.figures.pen import Pen, symbol_size
from analysis.figures.reach import runs_beyond
from analysis.figures.shapes import Shape
from analysis.figures.template import SMALL_TEXT_SIZE, TEXT_SIZE, template
from analysis.figures.text_width import LINE_HEIGHT, text_width, wrapped
from analysis.figures.writing import write

TITLE_SIZE = 16
LABEL_SIZE = 12.5
NAMES_AT_MOST = 220
SIDE = 14
GAP = 8
LANE = 26
# Room for the question mark beside an arrow that nobody is named for.
QUERY = 14
HEADING = 30
AXIS = 26
FOOT = 20
TOP = 4
# The scale gives way to the labels beside the marks, but keeps this share of its room.
LEAST_SHARE = 0.55


@dataclass(frozen=True)
class Spot:
    """Where a row's texts and its mark stand: pixels from the top of the panel, and the label's
    place along the row (its left edge).
    """

    lane: float
    name_top: float
    label_left: float
    label_top: float


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
    rows["furthest"] = _furthest(rows, earlier, value)
    spots, headings, depth = _stack(rows, look, value, look.width - left - SIDE)
    frame = Frame(look.width, round(top + depth + AXIS + (FOOT if foot else 0)))
    panel = Panel(x=value, y=Scale(depth, 0, depth, flipped=True), upright=False)
    figure = go.Figure(
        layout={"template": template(look), "width": look.width, "height": frame.height}
    )
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0})
    ticks = ticks_from_zero(value.last, 4 if look.narrow else 7)
    lay_axes(
        figure,
        frame,
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
    _rules(figure, panel, look, lanes, depth)
    _ticks_before(figure, earlier, panel, look, lanes)
    add_marks(Pen(figure, panel, look, FULL, chosen=chosen), rows.assign(at=lanes))
    for text, size, y in heads:
        write(figure, text, SIDE, y, frame, size)
    for text, y in headings:
        write(figure, f"<b>{text}</b>", SIDE, top + y, frame, SMALL_TEXT_SIZE, look.palette.muted)
    _texts(figure, rows, spots, look, frame, left, top)
    if foot:
        write(figure, foot, left, top + depth + AXIS, frame, SMALL_TEXT_SIZE, look.palette.muted)
    figure.layout.meta = {"notes": []}
    return figure


def name_column(rows: pd.DataFrame, look: Look) -> float:
    """Reckon the width of the column of names, SIDE pixels before it included."""
    if look.narrow:
        return 0.0
    widest = max(
        max(text_width(name, TEXT_SIZE, bold=True) for name in rows["name"]),
        max(min(text_width(under, SMALL_TEXT_SIZE), NAMES_AT_MOST) for under in rows["under"]),
    )
    return SIDE + min(widest, NAMES_AT_MOST)


def fitted_scale(
    rows: pd.DataFrame, earlier: pd.DataFrame, look: Look, make: Callable[[float], Scale]
) -> Scale:
    """Make the scale for the rows, short enough that labels find room to the right of the marks.

    ``make`` gives the scale for a length in pixels.
    """
    whole = look.width - name_column(rows, look) - 2 * SIDE
    scale = make(whole)
    if look.narrow:
        return scale
    length = whole
    for row, furthest in zip(rows.to_dict("records"), _furthest(rows, earlier, scale), strict=True):
        # What a mark adds to its value in pixels does not shrink with the scale.
        fixed = text_width(row["label"], LABEL_SIZE, bold=True) + GAP + FULL.arrow
        share = furthest / whole
        if share > 0:
            length = min(length, (whole - fixed) / share)
    return make(max(length, whole * LEAST_SHARE))


def _furthest(rows: pd.DataFrame, earlier: pd.DataFrame, scale: Scale) -> list[float]:
    """Give, row by row, the pixels to the right end of what its label has to stand clear of."""
    ends = pd.Series(scale.px(rows["high"].fillna(rows["low"]).fillna(0)), index=rows.index)
    # A bar that runs out of the panel has its label above it.
    ends = ends.where(ends <= scale.length, 0)
    if len(earlier):
        ticks = pd.Series(scale.px(earlier["high"].fillna(earlier["low"])))
        ticks = ticks[ticks <= scale.length].groupby(earlier["row"]).max()
        ends = ends.combine(ticks.reindex(ends.index).fillna(0), max)
    return [float(end) for end in ends]


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


def _stack(
    rows: pd.DataFrame, look: Look, value: Scale, room: float
) -> tuple[list[Spot], list[tuple[str, float]], float]:
    """Give every row its pixels, one under the other; returns spots, headings and the depth.

    ``room``: the pixels along a row from where the scale begins.
    """
    spots: list[Spot] = []
    headings: list[tuple[str, float]] = []
    y = 4.0
    for row in rows.to_dict("records"):
        if row["heading"]:
            y += 8 if spots else 0
            headings.append((row["heading"], y))
            y += HEADING - 8
        if look.narrow:
            spot, depth = _narrow_spot(row, room, y)
        else:
            spot, depth = _wide_spot(row, value, room, y)
        spots.append(spot)
        y += depth
    return spots, headings, y + 4


def _wide_spot(row: Claim, value: Scale, room: float, y: float) -> tuple[Spot, float]:
    name_lines = len(wrapped(row["name"], TEXT_SIZE, NAMES_AT_MOST, bold=True))
    under_lines = len(wrapped(row["under"], SMALL_TEXT_SIZE, NAMES_AT_MOST))
    names = name_lines * TEXT_SIZE * LINE_HEIGHT + under_lines * SMALL_TEXT_SIZE * LINE_HEIGHT
    width = text_width(row["label"], LABEL_SIZE, bold=True)
    start, end = mark_ends(row, value)
    end = max(end, row["furthest"])
    line = LABEL_SIZE * LINE_HEIGHT
    above = 0.0
    if end + GAP + width <= room:
        label_left = end + GAP
    else:
        above = line
        label_left = max(0.0, min(start, room - width))
    depth = max(names + 12, LANE + above + 8, 36.0)
    middle = y + depth / 2 + above / 2
    label_top = middle - line / 2 if not above else middle - line - 7
    return Spot(middle, y + depth / 2 - names / 2, label_left, label_top), depth


def _narrow_spot(row: Claim, room: float, y: float) -> tuple[Spot, float]:
    line = LABEL_SIZE * LINE_HEIGHT
    name_lines = wrapped(row["name"], TEXT_SIZE, room, bold=True)
    under_lines = len(wrapped(row["under"], SMALL_TEXT_SIZE, room))
    under = under_lines * SMALL_TEXT_SIZE * LINE_HEIGHT
    name_width = text_width(name_lines[-1], TEXT_SIZE, bold=True)
    label_width = text_width(row["label"], LABEL_SIZE, bold=True)
    names = len(name_lines) * TEXT_SIZE * LINE_HEIGHT
    if name_width + 10 + label_width <= room:
        label_left, label_top = name_width + 10, y + names - TEXT_SIZE * LINE_HEIGHT
        texts = names + under
    else:
        label_left, label_top = 0.0, y + names + under
        texts = names + under + line
    return Spot(y + texts + LANE / 2, y, label_left, label_top), texts + LANE + 9


def mark_ends(row: Claim, value: Scale) -> tuple[float, float]:
    """Give the pixels along the row that a mark takes, from its left to its right end."""
    if row["shape"] == Shape.NOTHING:
        return 0.0, 0.0
    anchor = float(value.px(row["anchor"]))
    query = QUERY if row["unnamed"] else 2
    match row["shape"]:
        case Shape.FLOOR:
            return anchor - query, anchor + FULL.arrow
        case Shape.CEILING:
            return anchor - FULL.arrow, anchor + query
        case Shape.INTERVAL:
            end = float(value.px(row["high"]))
            return anchor, min(end, value.length)
    half = FULL.dot / 2 + 1
    return anchor - half, anchor + half


def _rules(figure: go.Figure, panel: Panel, look: Look, lanes: np.ndarray, depth: float) -> None:
    """Draw the line at 0 and a pale line along each row, which leads from the name to the mark."""
    axes = {"xref": panel.axes["xaxis"], "yref": panel.axes["yaxis"], "layer": "below"}
    for lane in lanes.tolist():
        line = {"color": look.palette.grid, "width": 1}
        figure.add_shape(type="line", x0=0, x1=panel.x.last, y0=lane, y1=lane, line=line, **axes)
    zero = {"color": look.palette.axis, "width": 1}
    # On a narrow figure texts begin at 0: there the line stands beside the marks only.
    half = LANE / 2 - 3
    stretches = (
        [(lane - half, lane + half) for lane in lanes.tolist()] if look.narrow else [(0, depth)]
    )
    for start, end in stretches:
        figure.add_shape(type="line", x0=0, x1=0, y0=start, y1=end, line=zero, **axes)


def _ticks_before(
    figure: go.Figure, earlier: pd.DataFrame, panel: Panel, look: Look, lanes: np.ndarray
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
    figure.add_trace(
        go.Scatter(
            x=ends["value"].tolist(),
            y=lanes[ends["row"]].tolist(),
            mode="markers",
            marker={
                "symbol": "line-ns",
                "size": symbol_size(11),
                "line": {"color": ends["tick"].tolist(), "width": 1.6},
            },
            customdata=[[claim_id] for claim_id in ends["claim_id"]],
            hovertext=ends["hover"].tolist(),
            hovertemplate="%{hovertext}<extra></extra>",
            meta={"role": "earlier"},
            unselected={"marker": {"opacity": 1}},
            cliponaxis=False,
            zorder=0,
            **panel.axes,
        )
    )


def _texts(
    figure: go.Figure,
    rows: pd.DataFrame,
    spots: list[Spot],
    look: Look,
    frame: Frame,
    left: float,
    top: float,
) -> None:
    """Write every row's name, what stands under it, and its label."""
    colours = look.palette
    room = look.width - 2 * SIDE if look.narrow else NAMES_AT_MOST
    for row, spot in zip(rows.to_dict("records"), spots, strict=True):
        names = wrapped(row["name"], TEXT_SIZE, room, bold=True)
        under = wrapped(row["under"], SMALL_TEXT_SIZE, room)
        colour = colours.text(colours.bloc(row["bloc"]))
        edge = SIDE if look.narrow else left - SIDE
        anchor = "left" if look.narrow else "right"
        y = top + spot.name_top
        name = f"<b>{'<br>'.join(escape(line) for line in names)}</b>"
        write(figure, name, edge, y, frame, TEXT_SIZE, colour, anchor)
        if under:
            y += len(names) * TEXT_SIZE * LINE_HEIGHT
            text = "<br>".join(escape(line) for line in under)
            write(figure, text, edge, y, frame, SMALL_TEXT_SIZE, colours.muted, anchor)
        label_left = left + spot.label_left
        write(figure, row["label"], label_left, top + spot.label_top, frame, LABEL_SIZE)
