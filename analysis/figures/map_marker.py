"""The map's symbols as Plotly draws them: filled, hollow or struck, all of the area that is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from analysis.codebook import LocationRole, Modality
from analysis.figures.map_colours import MapColours
from analysis.figures.map_marks import HALF_WIDTH, Mark
from analysis.figures.places import SIGHTING

# Plotly's symbol for each role, and a marker's size for the radius of a circle of the same area:
# Plotly's triangles and diamonds are smaller than its circles of one size.
SYMBOLS: dict[str, tuple[str, float]] = {
    LocationRole.AT: ("circle", 2.0),
    LocationRole.TO: ("triangle-down", 2.0 * HALF_WIDTH[LocationRole.TO]),
    LocationRole.FROM: ("triangle-up", 2.0 * HALF_WIDTH[LocationRole.FROM]),
    LocationRole.VIA: ("diamond", 2.0 * HALF_WIDTH[LocationRole.VIA] / 1.3),
}
# The line of hollow symbols and the edge about filled ones, in pixels.
HOLLOW, EDGE = 1.6, 1.0


@dataclass(frozen=True)
class Sign:
    """A symbol as it is to look: role, modality, radius in pixels, and whether it is a sighting."""

    role: str
    modality: str
    radius: float
    is_sighting: bool


def sign(mark: Mark) -> Sign:
    """Give the symbol of a mark."""
    return Sign(mark.role, mark.modality, mark.radius, mark.evidence == SIGHTING)


def add_markers(
    figure: go.Figure,
    x: Sequence[float],
    y: Sequence[float],
    signs: Sequence[Sign],
    colours: MapColours,
    **found: Any,
) -> None:
    """Draw symbols at these values of the axes, in the order given.

    ``found``: what makes hover and clicks find them, and the axes if not the first ones.
    """
    drawn = [colours.sightings if s.is_sighting else colours.claims for s in signs]
    filled = [s.modality == Modality.ACTUAL for s in signs]
    figure.add_scatter(
        x=list(x),
        y=list(y),
        mode="markers",
        marker={
            "symbol": [SYMBOLS[s.role][0] for s in signs],
            # The line of a hollow symbol is laid about its edge; the symbol shrinks by as much.
            "size": [
                SYMBOLS[s.role][1] * s.radius - (0 if is_filled else HOLLOW)
                for s, is_filled in zip(signs, filled, strict=True)
            ],
            "color": [c if f else colours.halo for c, f in zip(drawn, filled, strict=True)],
            "opacity": 1,
            "line": {
                "color": [colours.halo if f else c for c, f in zip(drawn, filled, strict=True)],
                "width": [EDGE if is_filled else HOLLOW for is_filled in filled],
            },
        },
        **found,
    )
    denied = [i for i, s in enumerate(signs) if s.modality == Modality.DENIED]
    if denied:
        axes = {name: found[name] for name in ("xaxis", "yaxis") if name in found}
        figure.add_scatter(
            x=[x[i] for i in denied],
            y=[y[i] for i in denied],
            mode="markers",
            marker={
                "symbol": "line-ne",
                "size": [2.0 * signs[i].radius for i in denied],
                "line": {"color": [drawn[i] for i in denied], "width": HOLLOW},
            },
            hoverinfo="skip",
            **axes,
        )
