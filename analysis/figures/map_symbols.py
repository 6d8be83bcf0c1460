"""The symbols of the roles, filled, hollow or struck, as small pictures for deck.gl.

All symbols of one radius have the same area, that of the circle of this radius, so that sizes can
be compared across roles. deck.gl takes them from one picture, which travels inside the deck.
"""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from analysis.codebook import LocationRole, Modality
from analysis.figures.map_marks import HALF_WIDTH

# Each symbol's corners for the area of the unit circle; y counts downwards. At: a circle, without.
_HALF = HALF_WIDTH[LocationRole.TO]
_RISE = _HALF * sqrt(3)
_DIAMOND = HALF_WIDTH[LocationRole.VIA]
CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    LocationRole.AT: (),
    LocationRole.TO: ((-_HALF, -_RISE / 3), (_HALF, -_RISE / 3), (0, _RISE * 2 / 3)),
    LocationRole.FROM: ((-_HALF, _RISE / 3), (_HALF, _RISE / 3), (0, -_RISE * 2 / 3)),
    LocationRole.VIA: ((0, -_DIAMOND), (_DIAMOND, 0), (0, _DIAMOND), (-_DIAMOND, 0)),
}

# A cell of the picture, and the radius in it that stands for a mark's radius.
CELL, RADIUS = 96, 29
# The line of hollow symbols, in the same measure; a bolder one for those that are drawn small.
STROKE, BOLD_STROKE = 6, 13
BOLD_BELOW = 6.0
ARROW, CROSS = "arrow", "cross"


@dataclass(frozen=True)
class Icon:
    """A symbol in its colour: a role and a modality, or one of the signs on lines."""

    shape: str
    modality: str
    colour: str
    bold: bool = False

    @property
    def name(self) -> str:
        """The name by which the deck calls it."""
        return f"{self.shape}-{self.modality}-{self.colour[1:]}{'-bold' if self.bold else ''}"


@dataclass(frozen=True)
class Atlas:
    """One picture with all icons side by side, as a data address, and where each one stands."""

    picture: str
    mapping: dict[str, dict[str, object]]


def atlas(icons: Iterable[Icon], surface: str) -> Atlas:
    """Draw the icons that a map uses; ``surface`` is the colour inside hollow ones."""
    distinct = sorted(set(icons), key=lambda icon: icon.name)
    drawn = "".join(
        f'<g transform="translate({i * CELL + CELL // 2} {CELL // 2})">{_svg(icon, surface)}</g>'
        for i, icon in enumerate(distinct)
    )
    width = max(len(distinct), 1) * CELL
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{CELL}" '
        f'viewBox="0 0 {width} {CELL}">{drawn}</svg>'
    )
    return Atlas(
        picture=f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}",
        mapping={
            icon.name: {"x": i * CELL, "y": 0, "width": CELL, "height": CELL}
            for i, icon in enumerate(distinct)
        },
    )


def icon_size(radius: float) -> float:
    """Give the size at which deck.gl draws an icon with this radius."""
    return round(radius * CELL / RADIUS, 2)


def _svg(icon: Icon, surface: str) -> str:
    if icon.shape == ARROW:
        return f'<path d="M-20-22L18 0L-20 22L-9 0Z" fill="{icon.colour}"/>'
    if icon.shape == CROSS:
        return f'<path d="M-16-16L16 16M16-16L-16 16" stroke="{icon.colour}" stroke-width="9"/>'
    if icon.modality == Modality.ACTUAL:
        return _shape(icon.shape, RADIUS, f'fill="{icon.colour}"')
    stroke = BOLD_STROKE if icon.bold else STROKE
    line = f'stroke="{icon.colour}" stroke-width="{stroke}"'
    # The line runs inside, so that a hollow symbol is no larger than a filled one.
    hollow = _shape(icon.shape, RADIUS - stroke / 2, f'fill="{surface}" {line}')
    if icon.modality == Modality.DENIED:
        hollow += f'<path d="M-34 26L34-26" {line}/>'
    return hollow


def _shape(role: str, radius: float, style: str) -> str:
    corners = CORNERS[role]
    if not corners:
        return f'<circle r="{radius:g}" {style}/>'
    # Moving each side inwards by the same width takes more off the corners than off the sides.
    inset = RADIUS - radius
    scale = RADIUS - inset * (2.0 if len(corners) == 3 else 1.4)
    points = " ".join(f"{x * scale:.1f},{y * scale:.1f}" for x, y in corners)
    return f'<polygon points="{points}" {style}/>'
