"""The marks: how a claim is drawn, whatever chart it stands in.

A mark is made of parts; a part is one trace for all the claims of a panel, whatever their number.
Of each mark one part is found by hover and clicks and carries the claim's id.
"""

import numpy as np
import pandas as pd

from analysis.figures.mark_signs import add_signs, cross_cuts
from analysis.figures.pen import BARS, DOWN, FRONT, LEFT, RIGHT, UP, Pen, symbol_size
from analysis.figures.shapes import Shape


def add_marks(pen: Pen, rows: pd.DataFrame) -> None:
    """Draw one mark for each row of ``shapes``, to which three columns are added.

    ``at``: the place on the axis across, in its units. ``hover``: the text on hover, ready for
    Plotly. ``cut`` (bool): the bar runs out of the panel.
    """
    if rows.empty:
        return
    # Pale ones first, so that a source's latest figure lies on top.
    rows = rows.sort_values("pale", ascending=False, kind="stable")
    shape = rows["shape"]
    points = shape == Shape.POINT
    _bars(pen, rows[shape == Shape.INTERVAL])
    _open_ends(pen, rows[shape.isin([Shape.FLOOR, Shape.CEILING])])
    _dots(pen, rows[points & ~rows["apart"]])
    _asterisks(pen, rows[points & rows["apart"]], found=True)
    add_signs(pen, rows)


def _dots(pen: Pen, rows: pd.DataFrame) -> None:
    surface = pen.look.palette.surface
    dot = pen.sizes.dot
    marker = {
        "symbol": rows["symbol"].tolist(),
        # Room for the question mark inside.
        "size": np.where(rows["unnamed"], dot + 3, dot).tolist(),
        "color": np.where(rows["hollow"], surface, rows["colour"]).tolist(),
        # A filled dot has a seam of the surface's colour, so that neighbours stay two.
        "line": {
            "color": np.where(rows["hollow"], rows["colour"], surface).tolist(),
            "width": np.where(rows["hollow"], 2, 1).tolist(),
        },
    }
    pen.markers(rows, marker, FRONT, found=True)


def _open_ends(pen: Pen, rows: pd.DataFrame) -> None:
    """Draw a flat base at the value and an arrow towards the side that was left open."""
    if rows.empty:
        return
    sizes, surface = pen.sizes, pen.look.palette.surface
    colour, hollow = rows["colour"].tolist(), rows["hollow"]
    sides = (UP, DOWN) if pen.panel.upright else (RIGHT, LEFT)
    angle = np.where(rows["shape"].eq(Shape.FLOOR), *sides).tolist()
    stem = sizes.arrow - sizes.head / 2
    thin = np.where(hollow, 1.2, sizes.stroke - 0.6)
    pen.stroke(rows, stem, thin, angle=angle, standoff=stem / 2)
    tip = {
        "symbol": "triangle-down",
        "size": sizes.head,
        "angle": angle,
        "standoff": stem,
        "color": np.where(hollow, surface, rows["colour"]).tolist(),
        "line": {"color": colour, "width": np.where(hollow, 1.2, 0).tolist()},
    }
    pen.markers(rows, tip)
    base = {
        "symbol": np.where(rows["apart"], "asterisk", pen.across()).tolist(),
        "size": np.where(rows["apart"], sizes.dot, symbol_size(sizes.base)).tolist(),
        "line": {
            "color": colour,
            "width": np.where(hollow, sizes.stroke + 2, sizes.stroke).tolist(),
        },
    }
    pen.markers(rows, base, FRONT, found=True)
    core = sizes.base - sizes.stroke
    pen.stroke(rows[hollow], core, sizes.stroke - 0.4, pen.across(), surface, FRONT)


def _bars(pen: Pen, rows: pd.DataFrame) -> None:
    """Draw a bar between the two ends that were stated, with nothing in its middle."""
    if rows.empty:
        return
    panel, palette = pen.panel, pen.look.palette
    width = abs(panel.other_scale.per_pixel()) * pen.sizes.bar
    end = np.where(rows["cut"], panel.value_scale.last, rows["high"])
    length = (end - rows["low"]).tolist()
    at = rows["at"].tolist()
    ringed = rows["claim_id"].eq(pen.chosen) & bool(pen.chosen)
    pen.sheet.traces.append(
        {
            "type": "bar",
            "x": at if panel.upright else length,
            "y": length if panel.upright else at,
            "base": rows["low"].tolist(),
            "orientation": "v" if panel.upright else "h",
            "width": width,
            "offset": -width / 2,
            "marker": {
                "color": np.where(rows["hollow"], palette.surface, rows["colour"]).tolist(),
                "line": {
                    "color": np.where(ringed, palette.ink, rows["colour"]).tolist(),
                    "width": np.where(rows["hollow"] | ringed, 1.6, 0).tolist(),
                },
                "pattern": {
                    "shape": np.where(rows["struck"], "/", "").tolist(),
                    "fgcolor": rows["colour"].tolist(),
                    "bgcolor": palette.surface,
                    "size": 5,
                },
            },
            "textposition": "none",
            "unselected": {"marker": {"opacity": 1}},
            "zorder": BARS,
            **panel.axes,
            **pen.finding(rows),
        }
    )
    _asterisks(pen, rows[rows["apart"]])
    cross_cuts(pen, rows[rows["cut"]])


def _asterisks(pen: Pen, rows: pd.DataFrame, found: bool = False) -> None:
    """Draw drift of kind as an asterisk: a number to be looked up, not to be compared."""
    line = {"color": rows["colour"].tolist(), "width": 1.8}
    marker = {"symbol": "asterisk", "size": pen.sizes.dot, "line": line}
    pen.markers(rows, marker, FRONT, found)
