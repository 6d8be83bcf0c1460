"""The marks: how a claim is drawn, whatever chart it stands in.

Every part of a mark is a Plotly marker or bar, because those can be clicked and keep their size in
pixels on any scale: an arrow drawn in data units would grow with its axis and seem to say how much
more. A part is one trace for all the claims of a panel; the first part carries the claim's id.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.figures.look import Look
from analysis.figures.mark_sizes import ARROW, BAR, BASE, DASH, DOT, HEAD, STROKE
from analysis.figures.panel import Panel
from analysis.figures.shapes import Shape

# Plotly draws its line symbols 1.4 times as long as their size.
_LINE_SYMBOL = 1.4
# Layers, from the back; Plotly's zorder.
BEHIND, BARS, PARTS, FRONT = 1, 2, 3, 4

# The role of marks that only explain: neither hover nor clicks find them.
LEGEND = "legend"

# Turned by this angle and moved off by ``standoff``, a marker lies on that side of its value.
_UP, _RIGHT, _DOWN, _LEFT = 180, 270, 0, 90


def add_marks(
    figure: go.Figure,
    rows: pd.DataFrame,
    panel: Panel,
    look: Look,
    role: str = "mark",
    chosen: str = "",
) -> None:
    """Draw one mark for each row of ``shapes``, to which three columns are added.

    ``at``: the place on the axis across, in its units. ``hover``: the text on hover, ready for
    Plotly. ``cut`` (bool): the bar runs out of the panel. ``role`` names what the marks are;
    ``drawn`` tells roles apart. ``chosen`` is the claim id that gets a ring.
    """
    if rows.empty:
        return
    rows = rows.sort_values("pale", ascending=False, kind="stable")
    shape = rows["shape"]
    _bars(figure, rows[shape == Shape.INTERVAL], panel, look, role, chosen)
    _open_ends(figure, rows[shape.isin([Shape.FLOOR, Shape.CEILING])], panel, look, role)
    _dots(figure, rows[(shape == Shape.POINT) & ~rows["apart"]], panel, look, role)
    _apart(figure, rows[(shape == Shape.POINT) & rows["apart"]], panel, role)
    _strikes(figure, rows[rows["struck"] & (shape != Shape.INTERVAL)], panel)
    _question_marks(figure, rows[rows["unnamed"]], panel, look)
    if panel.upright:
        _print_dashes(figure, rows[rows["undated"]], panel, look)
    if chosen:
        _ring(figure, rows[rows["claim_id"] == chosen], panel, look)


def _markers(
    figure: go.Figure,
    rows: pd.DataFrame,
    panel: Panel,
    marker: dict[str, Any],
    role: str = "",
    zorder: int = PARTS,
    values: Sequence[float] | None = None,
) -> None:
    """Add one marker a row, at ``values`` or at the rows' anchors."""
    if rows.empty:
        return
    value = rows["anchor"].tolist() if values is None else list(values)
    at = rows["at"].tolist()
    figure.add_trace(
        go.Scatter(
            x=at if panel.upright else value,
            y=value if panel.upright else at,
            mode="markers",
            marker=marker,
            # Streamlit marks a click as a selection; the marks not clicked must not fade.
            unselected={"marker": {"opacity": 1}},
            cliponaxis=False,
            zorder=zorder,
            **panel.axes,
            **_found(rows, role),
        )
    )


def _found(rows: pd.DataFrame, role: str) -> dict[str, Any]:
    """Give what makes hover and clicks find a trace; without a role it is mute."""
    if role in {"", LEGEND}:
        return {"hoverinfo": "skip"}
    return {
        "customdata": [[claim_id] for claim_id in rows["claim_id"]],
        "hovertext": rows["hover"].tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "meta": {"role": role},
    }


def _dots(figure: go.Figure, rows: pd.DataFrame, panel: Panel, look: Look, role: str) -> None:
    surface = look.palette.surface
    _markers(
        figure,
        rows,
        panel,
        {
            "symbol": rows["symbol"].tolist(),
            "size": np.where(rows["unnamed"], DOT + 3, DOT).tolist(),
            "color": np.where(rows["hollow"], surface, rows["colour"]).tolist(),
            # A filled dot has a seam of the surface's colour, so that neighbours stay two.
            "line": {
                "color": np.where(rows["hollow"], rows["colour"], surface).tolist(),
                "width": np.where(rows["hollow"], 2, 1).tolist(),
            },
        },
        role,
        FRONT,
    )


def _open_ends(figure: go.Figure, rows: pd.DataFrame, panel: Panel, look: Look, role: str) -> None:
    """Draw a flat base at the value and an arrow towards the side that was left open."""
    if rows.empty:
        return
    surface = look.palette.surface
    up = rows["shape"].eq(Shape.FLOOR)
    angle = np.where(up, *((_UP, _DOWN) if panel.upright else (_RIGHT, _LEFT))).tolist()
    colour = rows["colour"].tolist()
    hollow = rows["hollow"]
    across = "line-ew" if panel.upright else "line-ns"
    stem = ARROW - HEAD / 2
    _markers(
        figure,
        rows,
        panel,
        {
            "symbol": "line-ns",
            "size": stem / _LINE_SYMBOL,
            "standoff": stem / 2,
            "angle": angle,
            "line": {"color": colour, "width": np.where(hollow, 1.2, STROKE - 0.6).tolist()},
        },
    )
    _markers(
        figure,
        rows,
        panel,
        {
            "symbol": "triangle-down",
            "size": HEAD,
            "standoff": ARROW - HEAD / 2,
            "angle": angle,
            "color": np.where(hollow, surface, rows["colour"]).tolist(),
            "line": {"color": colour, "width": np.where(hollow, 1.2, 0).tolist()},
        },
    )
    base = {
        "symbol": np.where(rows["apart"], "asterisk", across).tolist(),
        "size": np.where(rows["apart"], DOT, BASE / _LINE_SYMBOL).tolist(),
        "line": {"color": colour, "width": np.where(hollow, STROKE + 2, STROKE).tolist()},
    }
    _markers(figure, rows, panel, base, role, FRONT)
    core = {
        "symbol": across,
        "size": (BASE - 2.4) / _LINE_SYMBOL,
        "line": {"color": surface, "width": STROKE - 0.4},
    }
    _markers(figure, rows[hollow], panel, core, zorder=FRONT)


def _bars(
    figure: go.Figure, rows: pd.DataFrame, panel: Panel, look: Look, role: str, chosen: str
) -> None:
    """Draw a bar between the two ends that were stated, with nothing in its middle."""
    if rows.empty:
        return
    surface, ink = look.palette.surface, look.palette.ink
    width = abs(panel.other_scale.per_pixel()) * BAR
    end = np.where(rows["cut"], panel.value_scale.last, rows["high"])
    length = (end - rows["low"]).tolist()
    base = rows["low"].tolist()
    at = rows["at"].tolist()
    picked = rows["claim_id"].eq(chosen) & bool(chosen)
    figure.add_trace(
        go.Bar(
            x=at if panel.upright else length,
            y=length if panel.upright else at,
            base=base,
            orientation="v" if panel.upright else "h",
            width=width,
            offset=-width / 2,
            marker={
                "color": np.where(rows["hollow"], surface, rows["colour"]).tolist(),
                "line": {
                    "color": np.where(picked, ink, rows["colour"]).tolist(),
                    "width": np.where(rows["hollow"] | picked, 1.6, 0).tolist(),
                },
                "pattern": {
                    "shape": np.where(rows["struck"], "/", "").tolist(),
                    "fgcolor": rows["colour"].tolist(),
                    "bgcolor": surface,
                    "size": 5,
                },
            },
            textposition="none",
            unselected={"marker": {"opacity": 1}},
            zorder=BARS,
            **panel.axes,
            **_found(rows, role),
        )
    )
    _apart(figure, rows[rows["apart"]], panel)
    _cuts(figure, rows[rows["cut"]], panel, look)


def _cuts(figure: go.Figure, rows: pd.DataFrame, panel: Panel, look: Look) -> None:
    """Cut a bar that runs out of the panel: two gaps before the edge, as on a torn axis."""
    edge = [panel.value_scale.last] * len(rows)
    for standoff in (7, 12):
        _markers(
            figure,
            rows,
            panel,
            {
                "symbol": "line-ew",
                "size": (BAR + 6) / _LINE_SYMBOL,
                "standoff": standoff,
                # Twenty degrees off, so that the gap lies slantwise across the bar.
                "angle": (_DOWN if panel.upright else _LEFT) + 20,
                "line": {"color": look.palette.surface, "width": 2},
            },
            zorder=FRONT,
            values=edge,
        )


def _apart(figure: go.Figure, rows: pd.DataFrame, panel: Panel, role: str = "") -> None:
    """Draw drift of kind as an asterisk: a number to be looked up, not to be compared."""
    marker = {
        "symbol": "asterisk",
        "size": DOT,
        "line": {"color": rows["colour"].tolist(), "width": 1.8},
    }
    _markers(figure, rows, panel, marker, role, FRONT)


def _strikes(figure: go.Figure, rows: pd.DataFrame, panel: Panel) -> None:
    marker = {
        "symbol": "line-ne",
        "size": DOT + 2,
        "line": {"color": rows["colour"].tolist(), "width": 2},
    }
    _markers(figure, rows, panel, marker, zorder=FRONT)


def _question_marks(figure: go.Figure, rows: pd.DataFrame, panel: Panel, look: Look) -> None:
    """Set a question mark on figures that nobody is named for."""
    if rows.empty:
        return
    inside = rows["shape"].eq(Shape.POINT) & ~rows["hollow"] & ~rows["apart"]
    sides = ("top center", "bottom center") if panel.upright else ("middle right", "middle left")
    free = np.where(rows["shape"].eq(Shape.CEILING), *sides)
    value, at = rows["anchor"].tolist(), rows["at"].tolist()
    figure.add_trace(
        go.Scatter(
            x=at if panel.upright else value,
            y=value if panel.upright else at,
            mode="text",
            # Hard spaces keep it off the mark that it stands beside.
            text=np.where(
                inside | panel.upright, "<b>?</b>", "<b>\u00a0\u00a0?\u00a0\u00a0</b>"
            ).tolist(),
            textposition=np.where(inside, "middle center", free).tolist(),
            textfont={
                "size": 9.5,
                "color": np.where(inside, look.palette.surface, look.palette.muted).tolist(),
            },
            hoverinfo="skip",
            cliponaxis=False,
            zorder=FRONT,
            **panel.axes,
        )
    )


def _print_dashes(figure: go.Figure, rows: pd.DataFrame, panel: Panel, look: Look) -> None:
    """Set a dash before a mark whose day is that of its printing: said then, or before.

    The dash is broken where the day of printing is itself inferred.
    """
    whole = rows[~rows["inferred"]]
    broken = rows[rows["inferred"]]
    for part, offsets, length in ((whole, (0.0,), DASH), (broken, (-2.5, 2.5), 2.6)):
        for offset in offsets:
            marker = {
                "symbol": "line-ns",
                "size": length / _LINE_SYMBOL,
                "standoff": DOT / 2 + 1 + DASH / 2 + offset,
                "angle": _LEFT,
                "line": {"color": part["colour"].tolist(), "width": 1.4},
            }
            _markers(figure, part, panel, marker)


def _ring(figure: go.Figure, rows: pd.DataFrame, panel: Panel, look: Look) -> None:
    marker = {
        "symbol": "circle",
        "size": DOT + 14,
        "color": "rgba(0,0,0,0)",
        "line": {"color": look.palette.ink, "width": 1.6},
    }
    _markers(figure, rows[rows["shape"] != Shape.INTERVAL], panel, marker, zorder=FRONT)
