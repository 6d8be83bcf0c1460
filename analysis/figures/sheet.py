"""The sheet that a figure is drawn on: texts, axes and traces gathered, then made a figure at once.

Plotly checks and copies everything at each addition to a figure; a figure of many panels is some
ten times faster when it is handed over whole.
"""

from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from analysis.figures.look import Look
from analysis.figures.panel import Panel
from analysis.figures.template import template

Part = dict[str, Any]


def axes_of(
    panel: Panel, left: float, top: float, size: tuple[float, float], x: Part, y: Part
) -> dict[str, Part]:
    """Make a panel's two axes in a figure of a size (width and height, without margins)."""
    width, height = size
    x_domain = [left / width, min((left + panel.x.length) / width, 1)]
    bottom = top + panel.y.length
    y_domain = [max(1 - bottom / height, 0), 1 - top / height]
    sides = (("x", panel.x, x_domain, x, "y"), ("y", panel.y, y_domain, y, "x"))
    return {
        f"{letter}axis{panel.suffix}": {
            "domain": domain,
            "anchor": f"{other}{panel.suffix}",
            "range": scale.plotly_range(),
            "type": "log" if scale.log else "linear",
            "fixedrange": True,
            **extra,
        }
        for letter, scale, domain, extra, other in sides
    }


@dataclass
class Sheet:
    """A figure in the making, ``look.width`` by ``height`` pixels.

    Panels are laid on it by the pixels of their left upper corner, texts likewise.
    """

    look: Look
    height: int
    traces: list[Part] = field(default_factory=list)
    annotations: list[Part] = field(default_factory=list)
    shapes: list[Part] = field(default_factory=list)
    axes: dict[str, Part] = field(default_factory=dict)

    def lay(self, panel: Panel, left: float, top: float, x: Part, y: Part) -> None:
        """Give a panel its two axes; ``x`` and ``y`` add to what follows from it."""
        self.axes |= axes_of(panel, left, top, (self.look.width, self.height), x, y)

    def write(
        self, text: str, x: float, y: float, size: float, colour: str = "", anchor: str = "left"
    ) -> None:
        """Write a text with its upper corner at a pixel, counted from the left and the top.

        ``text`` is Plotly's HTML, escaped already. ``anchor``: the side, left or right, whose
        upper corner is meant.
        """
        self.annotations.append(
            {
                "text": text,
                "x": x / self.look.width,
                "y": 1 - y / self.height,
                "xref": "paper",
                "yref": "paper",
                "xanchor": anchor,
                "yanchor": "top",
                "align": anchor,
                "font": {"size": size, "color": colour or self.look.palette.ink},
                # Grid lines stop short of texts.
                "bgcolor": self.look.palette.surface,
                "borderpad": 0,
            }
        )

    def figure(self, notes: list[str]) -> go.Figure:
        """Make the figure; ``notes`` say what it does not show as it is, in sentences."""
        return go.Figure(
            data=self.traces,
            layout={
                "template": template(self.look),
                "width": self.look.width,
                "height": self.height,
                "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
                "annotations": self.annotations,
                "shapes": self.shapes,
                "meta": {"notes": notes},
                **self.axes,
            },
            # Checking takes longer than all of the drawing; tests check what is drawn here.
            _validate=False,
        )
