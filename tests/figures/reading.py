"""How tests read a figure: the numbers at which its traces stand, whichever way they run."""

import json
from collections.abc import Iterator
from typing import Any

import plotly.graph_objects as go


def stated_numbers(figure: go.Figure, upright: bool) -> Iterator[float]:
    """Go through every number on the axis of numbers at which something is drawn.

    Of a bar these are its two ends: Plotly holds its length, which is no place on the axis.
    """
    for trace in figure.data:
        values = trace.y if upright else trace.x
        if trace.type == "bar":
            bases = trace.base if trace.base is not None else [0] * len(values)
            for base, length in zip(bases, values, strict=True):
                yield base
                yield base + length
        else:
            yield from (value for value in values if value is not None)


def traces_with(figure: go.Figure, **marker: Any) -> list[Any]:
    """Give the scatter traces of which the marker has these properties."""
    return [
        trace
        for trace in figure.data
        if trace.type == "scatter"
        and trace.marker
        and all(getattr(trace.marker, name) == value for name, value in marker.items())
    ]


def strict_json(figure: go.Figure) -> dict[str, Any]:
    """Read the figure's JSON as a browser does: no NaN, no Infinity; Plotly knows all that it says.

    Figures are made without Plotly's check, which takes longer than the drawing; it is made up here.
    """

    def refuse(name: str) -> None:
        raise AssertionError(f"{name} in the figure")

    read: dict[str, Any] = json.loads(figure.to_json(), parse_constant=refuse)
    go.Figure(read)
    return read
