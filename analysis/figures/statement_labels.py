"""Which marks of a panel get a label, what it says, and where it goes."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from analysis.figures.hover import Claim, records
from analysis.figures.labels import Box, Option, Placed, place
from analysis.figures.look import Look
from analysis.figures.panel import Panel
from analysis.figures.sheet import Sheet
from analysis.figures.statement_lines import connections
from analysis.figures.text_width import text_height, text_width, wrapped

LABEL_SIZE = 11.5
# Widths at which a label is broken into lines, tried in this order.
LABEL_WIDTHS = (190, 100)
# No panel has room for more; of the rest, none is tried.
MOST_LABELS = 40
# Where none of a source's latest marks has room for a label, the older ones stand no freer.
MOST_TRIED = 3
# What a label needs of a mark.
READ = (
    *("text", "source", "bloc", "left", "top", "right", "bottom"),
    *("last", "articles", "in_force"),
)


def placed_labels(rows: pd.DataFrame, panel: Panel, look: Look, each: bool = False) -> list[Placed]:
    """Place one label a source, at its latest mark or else at one before; ``each``: one a mark.

    A source that has a figure in force is never labelled with one that is not.
    """
    marks = records(rows.loc[~rows["apart"], list(READ)])
    marks.sort(key=lambda mark: (-mark["last"], -mark["articles"]))
    groups: list[list[Claim]] = [[mark] for mark in marks] if each else _by_source(marks)
    wishes = [_options(group, look, each) for group in groups[:MOST_LABELS]]
    boxes = [Box(*box) for box in rows[["left", "top", "right", "bottom"]].itertuples(index=False)]
    lines = [(*_px(panel, x0, y0), *_px(panel, x1, y1)) for _, x0, y0, x1, y1 in connections(rows)]
    return place(wishes, boxes, panel.x.length, panel.y.length, lines)


def _by_source(marks: Sequence[Claim]) -> list[list[Claim]]:
    """Gather the marks at which a source may be labelled, the source of most articles first."""
    of_source: dict[str, list[Claim]] = {}
    for mark in marks:
        of_source.setdefault(mark["source"], []).append(mark)
    most_first = sorted(
        of_source.items(), key=lambda own: (-sum(mark["articles"] for mark in own[1]), own[0])
    )
    standing = [[mark for mark in own if mark["in_force"]] or own for _, own in most_first]
    return [own[:MOST_TRIED] for own in standing]


def _px(panel: Panel, x: float, y: float) -> tuple[float, float]:
    return float(panel.x.px(x)), float(panel.y.px(y))


def _options(marks: Sequence[Claim], look: Look, each: bool) -> list[Option]:
    """Write labels for each mark of a source, in one line and in several.

    The placer takes the first that finds room.
    """
    options = []
    for row in marks:
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


def draw_label(sheet: Sheet, placed: Placed, panel: Panel, look: Look) -> None:
    """Write a label at its distance in pixels from its mark, with a thin line where it is far."""
    box, mark = placed.box, placed.option.mark
    # The text hangs on the mark's left upper corner and not on a pixel of the figure, so that it
    # stays with its mark where the frame turns out wider. Off the panel, Plotly would drop it.
    hang_x = min(max(mark.left, 0.0), panel.x.length)
    hang_y = min(max(mark.top, 0.0), panel.y.length)
    x, y = float(panel.x.value(hang_x)), float(panel.y.value(hang_y))
    axes = {"xref": panel.axes["xaxis"], "yref": panel.axes["yaxis"]}
    sheet.annotations.append(
        {
            "text": placed.option.text,
            "xanchor": "left",
            "yanchor": "top",
            "align": "left",
            "xshift": box.left - hang_x,
            "yshift": hang_y - box.top,
            "borderpad": 0,
            "font": {"size": LABEL_SIZE, "color": placed.option.colour},
            "x": x,
            # Of all that Plotly draws, annotations alone want the exponent on a logarithmic axis.
            "y": panel.y.plotly_value(y),
            **axes,
        }
    )
    if placed.leader:
        from_x, from_y, to_x, to_y = placed.leader
        sheet.shapes.append(
            {
                "type": "line",
                "xsizemode": "pixel",
                "ysizemode": "pixel",
                "xanchor": x,
                "yanchor": panel.y.first,
                "x0": from_x - hang_x,
                "x1": to_x - hang_x,
                # From the foot of the panel: a logarithmic axis takes no negative pixels.
                "y0": panel.y.length - from_y,
                "y1": panel.y.length - to_y,
                "line": {"color": look.palette.axis, "width": 0.8},
                **axes,
            }
        )
