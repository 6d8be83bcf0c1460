"""Texts at pixels of the figure: titles, names and notes that belong to no axis."""

import plotly.graph_objects as go

from analysis.figures.panel import Frame


def write(
    figure: go.Figure,
    text: str,
    x: float,
    y: float,
    frame: Frame,
    size: float,
    colour: str = "",
    anchor: str = "left",
) -> None:
    """Write a text with its upper corner at a pixel of the figure, counted from its left and top.

    ``text`` is Plotly's HTML, escaped already. ``anchor``: the side, left or right, whose upper
    corner is meant.
    """
    figure.add_annotation(
        text=text,
        x=x / frame.width,
        y=1 - y / frame.height,
        xref="paper",
        yref="paper",
        xanchor=anchor,
        yanchor="top",
        align=anchor,
        font={"size": size, "color": colour} if colour else {"size": size},
        # Grid lines stop short of texts.
        bgcolor=figure.layout.template.layout.plot_bgcolor,
        borderpad=0,
    )
