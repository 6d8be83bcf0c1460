"""Room above and below a finished figure, and texts at pixels of the frame that comes of it."""

import plotly.graph_objects as go

from analysis.figures.template import SMALL_TEXT_SIZE
from analysis.figures.text_width import LINE_HEIGHT


def framed(figure: go.Figure, above: float, below: float) -> go.Figure:
    """Return the figure with room above and below; all that it draws keeps its size in pixels.

    The figure's own margins are nought and its height is set, as those of the figures room are.
    """
    grown = go.Figure(figure)
    before = float(grown.layout.height)
    after = before + above + below

    def moved(share: float) -> float:
        """Turn a share of the old height, from its foot, into one of the new height."""
        return (share * before + below) / after

    grown.layout.height = after
    for axis in grown.select_yaxes():
        bottom, top = axis.domain or (0, 1)
        axis.domain = [moved(bottom), moved(top)]
    for annotation in grown.layout.annotations:
        if annotation.yref == "paper":
            annotation.y = moved(annotation.y)
    for shape in grown.layout.shapes:
        if shape.yref == "paper":
            shape.y0, shape.y1 = moved(shape.y0), moved(shape.y1)
    return grown


def add_lines(
    figure: go.Figure,
    lines: list[str],
    left: float,
    top: float,
    size: float = SMALL_TEXT_SIZE,
    colour: str = "",
) -> float:
    """Write lines (Plotly's HTML) with their corner at a pixel from the left and the top.

    Returns the pixels from the top at which the next text may stand.
    """
    width, height = float(figure.layout.width), float(figure.layout.height)
    for number, line in enumerate(lines):
        figure.add_annotation(
            text=line,
            x=left / width,
            y=1 - (top + number * size * LINE_HEIGHT) / height,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="top",
            align="left",
            borderpad=0,
            font={"size": size, "color": colour} if colour else {"size": size},
        )
    return top + depth(lines, size)


def depth(lines: list[str], size: float) -> float:
    """Reckon the pixels that lines take."""
    return len(lines) * size * LINE_HEIGHT


def add_rule(figure: go.Figure, top: float, side: float, colour: str) -> None:
    """Draw a thin line across, ``side`` pixels short of both edges."""
    width, height = float(figure.layout.width), float(figure.layout.height)
    figure.add_shape(
        type="line",
        x0=side / width,
        x1=1 - side / width,
        y0=1 - top / height,
        y1=1 - top / height,
        xref="paper",
        yref="paper",
        line={"color": colour, "width": 1},
    )
