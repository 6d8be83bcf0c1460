"""One panel of statements: marks on their days, dodged, joined to what revised them, labelled."""

from collections.abc import Iterable, Mapping
from html import escape
from itertools import pairwise

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.figures.dodge import Marks, dodge
from analysis.figures.hover import Claim, hover_texts
from analysis.figures.labels import Box, Option, Placed, place
from analysis.figures.look import Look
from analysis.figures.mark_sizes import ARROW, BAR, BASE, DASH, DOT
from analysis.figures.marks import BEHIND, add_marks
from analysis.figures.panel import Panel
from analysis.figures.shapes import Shape, shapes
from analysis.figures.text_width import text_height, text_width, wrapped
from analysis.figures.time_axis import DAY, milliseconds
from analysis.figures.wording import figure_label

LABEL_SIZE = 11.5
# Widths at which a label is broken into lines, tried in this order.
LABEL_WIDTHS = (190, 100)
BAND = 6
STATUSES_STEPPED = ("in_force", "revised")


def panel_rows(
    claims: pd.DataFrame, panel: Panel, look: Look, places: Mapping[str, str]
) -> pd.DataFrame:
    """Say how each claim is drawn in this panel, and where after dodging.

    ``places``: names of places by id, for hover.
    Returns the columns of ``shapes`` and hover, cut, source, bloc, superseded_by, in_force,
    articles, first and last (the days it may have been said, in milliseconds), ``at`` (dodged)
    and ``left``, ``top``, ``right``, ``bottom`` (the mark's box in pixels).
    """
    rows = shapes(claims, look).assign(
        hover=hover_texts(claims, places),
        source=claims["source"],
        bloc=claims["bloc"],
        superseded_by=claims["superseded_by"],
        in_force=claims["in_force"],
        status=claims["status"],
        articles=claims["articles"],
        first=milliseconds(claims["said_first"]),
        last=milliseconds(claims["said_last"]),
        text=[figure_label(claim) for claim in claims.to_dict("records")],
    )
    rows["cut"] = rows["shape"].eq(Shape.INTERVAL) & (rows["high"] > panel.y.last)
    anchor = panel.y.px(rows["anchor"])
    end = panel.y.px(np.where(rows["shape"] == Shape.INTERVAL, rows["high"], rows["anchor"]))
    half_height = np.where(rows["shape"] == Shape.POINT, DOT / 2 + 1, 1.5)
    top = np.maximum(end, 0) - half_height - np.where(rows["shape"] == Shape.FLOOR, ARROW, 0)
    bottom = anchor + half_height + np.where(rows["shape"] == Shape.CEILING, ARROW, 0)
    half = np.select(
        [rows["shape"] == Shape.POINT, rows["shape"] == Shape.INTERVAL],
        [DOT / 2 + np.where(rows["unnamed"], 2.5, 1), BAR / 2 + 1],
        BASE / 2 + 0.5,
    )
    before = np.where(rows["undated"], np.maximum(half, DOT / 2 + 1 + DASH), half)
    marks = Marks(
        first=panel.x.px(rows["first"] + DAY / 2),
        last=panel.x.px(rows["last"] + DAY / 2),
        before=before,
        after=half,
        top=top,
        bottom=bottom,
    )
    px = dodge(marks, panel.x.length)
    return rows.assign(
        at=panel.x.value(px), left=px - before, right=px + half, top=top, bottom=bottom
    )


def draw_panel(
    figure: go.Figure,
    rows: pd.DataFrame,
    panel: Panel,
    look: Look,
    steps: bool = False,
    each: bool = False,
    chosen: str = "",
) -> None:
    """Draw the rows of ``panel_rows`` with all that belongs to them, from back to front.

    ``each``: label every mark that can be (a panel of one source), not one mark a source.
    """
    _bands(figure, rows, panel, look)
    if steps:
        _steps(figure, rows, panel, look)
    else:
        _connectors(figure, rows, panel, look)
    add_marks(figure, rows, panel, look, chosen=chosen)
    for placed in placed_labels(rows, panel, look, each):
        _label(figure, placed, panel, look)


def placed_labels(rows: pd.DataFrame, panel: Panel, look: Look, each: bool = False) -> list[Placed]:
    """Place one label a source, at its latest mark or else at one before; ``each``: one a mark.

    A source that has a figure in force is never labelled with one that is not.
    """
    ranked = rows[~rows["apart"]].sort_values(["last", "articles"], ascending=False, kind="stable")
    if each:
        groups = [ranked.iloc[[i]] for i in range(len(ranked))]
    else:
        weight = (
            ranked.groupby("source")["articles"].sum().sort_values(ascending=False, kind="stable")
        )
        standing = ranked.groupby("source")["in_force"].transform("any")
        ranked = ranked[ranked["in_force"] | ~standing]
        groups = [ranked[ranked["source"] == source] for source in weight.index]
    wishes = [_options(group, look, each) for group in groups]
    boxes = [Box(*box) for box in rows[["left", "top", "right", "bottom"]].itertuples(index=False)]
    lines = [(*_px(panel, x0, y0), *_px(panel, x1, y1)) for _, x0, y0, x1, y1 in connections(rows)]
    return place(wishes, boxes, panel.x.length, panel.y.length, lines)


def _px(panel: Panel, x: float, y: float) -> tuple[float, float]:
    return float(panel.x.px(x)), float(panel.y.px(y))


def _options(group: pd.DataFrame, look: Look, each: bool) -> list[Option]:
    """Write labels for each mark of a source, in one line and in several.

    The placer takes the first that finds room.
    """
    options = []
    for row in group.to_dict("records"):
        figure = f"<b>{row['text']}</b>"
        texts = [figure] if each else []
        for width in () if each else LABEL_WIDTHS:
            lines = [escape(line) for line in wrapped(row["source"], LABEL_SIZE, width)]
            joined = f"{lines[-1]} {figure}"
            fits = text_width(joined, LABEL_SIZE, bold=True) <= width
            texts.append("<br>".join([*lines[:-1], joined] if fits else [*lines, figure]))
        options += [
            Option(
                text,
                text_width(text, LABEL_SIZE, bold=True) + 2,
                text_height(text, LABEL_SIZE),
                Box(row["left"], row["top"], row["right"], row["bottom"]),
                look.palette.text(look.palette.bloc(row["bloc"])),
            )
            for text in dict.fromkeys(texts)
        ]
    return options


def _label(figure: go.Figure, placed: Placed, panel: Panel, look: Look) -> None:
    """Write a label at its distance in pixels from its mark, with a thin line where it is far."""
    box, mark = placed.box, placed.option.mark
    # The text hangs on the mark's left upper corner and not on a pixel of the figure, so that it
    # stays with its mark where the frame turns out wider. Off the panel, Plotly would drop it.
    hang_x = min(max(mark.left, 0.0), panel.x.length)
    hang_y = min(max(mark.top, 0.0), panel.y.length)
    anchor = {
        "x": float(panel.x.value(hang_x)),
        "y": panel.y.plotly_value(float(panel.y.value(hang_y))),
        "xref": panel.axes["xaxis"],
        "yref": panel.axes["yaxis"],
    }
    figure.add_annotation(
        text=placed.option.text,
        xanchor="left",
        yanchor="top",
        align="left",
        xshift=box.left - hang_x,
        yshift=hang_y - box.top,
        borderpad=0,
        font={"size": LABEL_SIZE, "color": placed.option.colour},
        **anchor,
    )
    if placed.leader:
        from_x, from_y, to_x, to_y = placed.leader
        figure.add_shape(
            type="line",
            xref=anchor["xref"],
            yref=anchor["yref"],
            xsizemode="pixel",
            ysizemode="pixel",
            xanchor=anchor["x"],
            yanchor=anchor["y"],
            x0=from_x - hang_x,
            x1=to_x - hang_x,
            y0=hang_y - from_y,
            y1=hang_y - to_y,
            line={"color": look.palette.axis, "width": 0.8},
        )


def _bands(figure: go.Figure, rows: pd.DataFrame, panel: Panel, look: Look) -> None:
    """Draw a pale band from the first to the last day on which a claim may have been said."""
    known = rows["shape"].eq(Shape.INTERVAL) & ~rows["cut"]
    ends = pd.concat([rows.assign(y=rows["anchor"]), rows[known].assign(y=rows["high"])])
    ends = ends[ends["first"] < ends["last"]]
    for bloc, group in ends.groupby("bloc", sort=True):
        colour = look.palette.pale(look.palette.bloc(str(bloc)), 0.16)
        _lines(
            figure,
            zip(group["first"], group["y"], group["last"] + DAY, group["y"], strict=True),
            panel,
            {"color": colour, "width": BAND},
        )


def connections(rows: pd.DataFrame) -> list[tuple[str, float, float, float, float]]:
    """List bloc, x0, y0, x1 and y1 of the lines from revised claims to those that revised them.

    They run between stated ends, the nearest two of both.
    """
    by_id = {row["claim_id"]: row for row in rows.to_dict("records")}
    lines = []
    for row in by_id.values():
        successor = by_id.get(row["superseded_by"])
        if successor:
            y0, y1 = _nearest_ends(_ends(row), _ends(successor))
            lines.append((row["bloc"], row["at"], y0, successor["at"], y1))
    return lines


def _connectors(figure: go.Figure, rows: pd.DataFrame, panel: Panel, look: Look) -> None:
    """Join each revised claim to the one that revised it, so that a source can be followed."""
    lines = connections(rows)
    for bloc in sorted({line[0] for line in lines}):
        colour = look.palette.pale(look.palette.bloc(bloc))
        segments = [line[1:] for line in lines if line[0] == bloc]
        _lines(figure, segments, panel, {"color": colour, "width": 1})


def _ends(row: Claim) -> tuple[float, ...]:
    """Give the numbers that were stated: one, or the two ends of a bar as far as it is drawn."""
    if row["shape"] != Shape.INTERVAL or row["cut"]:
        return (float(row["anchor"]),)
    return float(row["low"]), float(row["high"])


def _nearest_ends(ones: tuple[float, ...], others: tuple[float, ...]) -> tuple[float, float]:
    pairs = [(one, other) for one in ones for other in others]
    return min(pairs, key=lambda pair: abs(pair[0] - pair[1]))


def _steps(figure: go.Figure, rows: pd.DataFrame, panel: Panel, look: Look) -> None:
    """Draw each source's latest known ends as dotted steps that stop at its last statement.

    A range has two lines, an open bound one; a word of number has none.
    """
    numbers = rows[rows["status"].isin(STATUSES_STEPPED) & ~rows["faint"]].sort_values("last")
    for (source, bloc), group in numbers.groupby(["source", "bloc"], sort=True):
        segments = []
        for before, after in pairwise(group.to_dict("records")):
            for end in _ends(before):
                nearest = min(_ends(after), key=lambda value: abs(value - end))
                segments.append((before["at"], end, after["at"], end))
                segments.append((after["at"], end, after["at"], nearest))
        colour = look.palette.pale(look.palette.bloc(str(bloc)), 0.7)
        line = {"color": colour, "width": 1.2, "dash": "dot"}
        _lines(figure, segments, panel, line, name=str(source))


def _lines(
    figure: go.Figure,
    segments: Iterable[tuple[float, float, float, float]],
    panel: Panel,
    line: dict[str, object],
    name: str = "",
) -> None:
    """Draw segments (x0, y0, x1, y1) as one trace that neither hover nor clicks find."""
    x: list[float | None] = []
    y: list[float | None] = []
    for x0, y0, x1, y1 in segments:
        x += [x0, x1, None]
        y += [y0, y1, None]
    if x:
        figure.add_trace(
            go.Scatter(
                x=x,
                y=y,
                mode="lines",
                line=line,
                hoverinfo="skip",
                name=name,
                zorder=BEHIND,
                **panel.axes,
            )
        )
