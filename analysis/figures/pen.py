"""What marks are drawn with: markers and bars that keep their size in pixels and can be clicked.

Plotly finds clicks on markers and bars, never on the middle of a line. A marker is moved off its
value by ``standoff`` pixels against the direction of its ``angle``: so the parts of a mark keep
together on any scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analysis.figures.look import Look
from analysis.figures.mark_sizes import Sizes
from analysis.figures.panel import Panel
from analysis.figures.sheet import Sheet

# The angles at which a marker with a standoff lies on that side of its value.
UP, RIGHT, DOWN, LEFT = -180, -90, 0, 90

# Plotly draws its line symbols this many times as long as their size.
_LINE_SYMBOL = 1.4

# Layers, from the back; Plotly's zorder.
BEHIND, BARS, PARTS, FRONT = 1, 2, 3, 4

# The role of marks that only explain: neither hover nor clicks find them.
LEGEND = "legend"


@dataclass(frozen=True)
class Pen:
    """A sheet, the panel of it that is drawn in, and how.

    ``role`` names what the marks are; ``drawn`` tells roles apart. ``chosen`` is the id of the
    claim that gets a ring, or empty.
    """

    sheet: Sheet
    panel: Panel
    look: Look
    sizes: Sizes
    role: str = "mark"
    chosen: str = ""

    def markers(
        self,
        rows: pd.DataFrame,
        marker: dict[str, Any],
        zorder: int = PARTS,
        found: bool = False,
        values: Sequence[float] | None = None,
    ) -> None:
        """Add one marker a row, at ``values`` or at the rows' anchors.

        ``found``: hover and clicks find it, and get the claim's id.
        """
        if rows.empty:
            return
        value = rows["anchor"].tolist() if values is None else list(values)
        at = rows["at"].tolist()
        self.sheet.traces.append(
            {
                "type": "scatter",
                "x": at if self.panel.upright else value,
                "y": value if self.panel.upright else at,
                "mode": "markers",
                # Plotly draws markers of differing sizes see-through unless told not to.
                "marker": {"opacity": 1, **marker},
                # Streamlit marks a click as a selection; the marks not clicked must not fade.
                "unselected": {"marker": {"opacity": 1}},
                "cliponaxis": False,
                "zorder": zorder,
                **self.panel.axes,
                **(self.finding(rows) if found else {"hoverinfo": "skip"}),
            }
        )

    def finding(self, rows: pd.DataFrame) -> dict[str, Any]:
        """Give what makes hover and clicks find a trace; legends stay mute."""
        if self.role == LEGEND:
            return {"hoverinfo": "skip"}
        return {
            "customdata": [[claim_id] for claim_id in rows["claim_id"]],
            "hovertext": rows["hover"].tolist(),
            "hovertemplate": "%{hovertext}<extra></extra>",
            "meta": {"role": self.role},
        }

    def stroke(
        self,
        rows: pd.DataFrame,
        length: float,
        width: Any,
        symbol: str = "line-ns",
        colour: str = "",
        zorder: int = PARTS,
        values: Sequence[float] | None = None,
        **turned: Any,
    ) -> None:
        """Add a straight stroke a row, ``length`` and ``width`` in pixels.

        ``turned``: ``angle`` and ``standoff``, if it does not stand upon its value.
        """
        line = {"color": colour or rows["colour"].tolist(), "width": np.asarray(width).tolist()}
        marker = {"symbol": symbol, "size": length / _LINE_SYMBOL, "line": line, **turned}
        self.markers(rows, marker, zorder, values=values)

    def across(self) -> str:
        """Name the stroke that stands across the direction of the numbers."""
        return "line-ew" if self.panel.upright else "line-ns"


def symbol_size(length: float) -> float:
    """Give the size at which Plotly draws a line symbol ``length`` pixels long."""
    return length / _LINE_SYMBOL
