"""The signs on and beside marks: denied, nobody named, dated by its printing, cut, chosen."""

import numpy as np
import pandas as pd

from analysis.figures.pen import DOWN, FRONT, LEFT, Pen
from analysis.figures.shapes import Shape


def add_signs(pen: Pen, rows: pd.DataFrame) -> None:
    """Draw the signs of all marks; ``rows`` as ``add_marks`` takes them."""
    _strikes(pen, rows[rows["struck"] & rows["shape"].ne(Shape.INTERVAL)])
    _question_marks(pen, rows[rows["unnamed"]])
    if pen.panel.upright:
        _print_dashes(pen, rows[rows["undated"]])
    if pen.chosen:
        _ring(pen, rows[rows["claim_id"].eq(pen.chosen) & rows["shape"].ne(Shape.INTERVAL)])


def cross_cuts(pen: Pen, rows: pd.DataFrame) -> None:
    """Cut a bar that runs out of the panel: two gaps before the edge, as on a torn axis."""
    # Twenty degrees off, so that the gap lies slantwise across the bar.
    angle = (DOWN if pen.panel.upright else LEFT) + 20
    edge = [pen.panel.value_scale.last] * len(rows)
    for standoff in (7, 12):
        pen.stroke(
            rows,
            pen.sizes.bar + 6,
            2,
            "line-ew",
            pen.look.palette.surface,
            FRONT,
            edge,
            angle=angle,
            standoff=standoff,
        )


def _strikes(pen: Pen, rows: pd.DataFrame) -> None:
    pen.stroke(rows, pen.sizes.dot + 7, 2, "line-ne", zorder=FRONT)


def _question_marks(pen: Pen, rows: pd.DataFrame) -> None:
    """Set a question mark on figures that nobody is named for: inside a dot, else on free side."""
    upright, palette = pen.panel.upright, pen.look.palette
    inside = rows["shape"].eq(Shape.POINT) & ~rows["hollow"] & ~rows["apart"]
    _write_in(pen, rows[inside], "<b>?</b>", ["middle center"] * int(inside.sum()), palette.surface)
    beside = rows[~inside]
    sides = ("top center", "bottom center") if upright else ("middle right", "middle left")
    free = np.where(beside["shape"].eq(Shape.CEILING), *sides).tolist()
    # Hard spaces keep it off the mark that it stands beside.
    text = "<b>?</b>" if upright else "<b>\u00a0\u00a0?\u00a0\u00a0</b>"
    _write_in(pen, beside, text, free, palette.muted)


def _write_in(pen: Pen, rows: pd.DataFrame, text: str, positions: list[str], colour: str) -> None:
    if rows.empty:
        return
    value, at = rows["anchor"].tolist(), rows["at"].tolist()
    pen.sheet.traces.append(
        {
            "type": "scatter",
            "x": at if pen.panel.upright else value,
            "y": value if pen.panel.upright else at,
            "mode": "text",
            "text": [text] * len(rows),
            "textposition": positions,
            "textfont": {"size": pen.sizes.dot - 0.5, "color": colour},
            # As with markers, a selection elsewhere must not fade it.
            "unselected": {"textfont": {"color": colour}},
            "hoverinfo": "skip",
            "cliponaxis": False,
            "zorder": FRONT,
            **pen.panel.axes,
        }
    )


def _print_dashes(pen: Pen, rows: pd.DataFrame) -> None:
    """Set a dash before a mark whose day is that of its printing: said then, or before.

    The dash is broken where the day of printing is itself inferred.
    """
    dash, middle = pen.sizes.dash, pen.sizes.dot / 2 + 1 + pen.sizes.dash / 2
    pen.stroke(rows[~rows["inferred"]], dash, 1.4, angle=LEFT, standoff=middle)
    broken = rows[rows["inferred"]]
    for offset in (-0.36 * dash, 0.36 * dash):
        pen.stroke(broken, 0.36 * dash, 1.4, angle=LEFT, standoff=middle + offset)


def _ring(pen: Pen, rows: pd.DataFrame) -> None:
    marker = {
        "symbol": "circle",
        "size": pen.sizes.dot + 14,
        "color": "rgba(0,0,0,0)",
        "line": {"color": pen.look.palette.ink, "width": 1.6},
    }
    pen.markers(rows, marker, FRONT)
