"""The marks at the places: which symbol, how large, and how they stand beside one another.

The symbol is the role, the area the number of claims - never of troops. A place named without a
number gets a small mark of one size, in grey. Only places with a point have marks: areas carry
their counts beside their name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import pi, sqrt

import pandas as pd

from analysis.codebook import LocationRole
from analysis.figures.great_circle import Point
from analysis.figures.look import Look
from analysis.figures.map_words import mark_tip
from analysis.figures.places import SIGHTING

# The radius of one claim's mark, in pixels, and the largest that any mark may get.
UNIT, LARGEST = 3.0, 26.0
NARROW_UNIT, NARROW_LARGEST = 2.0, 17.0
SIGHTING_RADIUS = 4.5
GAP = 3.0
# Half of each symbol's width, as a multiple of the radius of the circle of its area.
HALF_WIDTH: dict[str, float] = {
    LocationRole.AT: 1.0,
    LocationRole.TO: sqrt(pi / sqrt(3)),
    LocationRole.FROM: sqrt(pi / sqrt(3)),
    LocationRole.VIA: sqrt(pi / 2),
}
# The dot that shows where a place lies, with or without reports.
POINT_RADIUS = 2.0


@dataclass(frozen=True)
class Mark:
    """One mark: what it stands for, its point, and how far to the right of it its middle lies.

    ``count`` is the number of claims, or of sightings; ``radius`` and ``right`` are pixels, ``tip`` plain text.
    """

    location: str
    role: str
    evidence: str
    modality: str
    count: int
    point: Point
    radius: float
    right: float
    tip: str

    @property
    def half_width(self) -> float:
        """Half of the symbol's width, in pixels."""
        return self.radius * HALF_WIDTH[self.role]


def max_radius(look: Look) -> float:
    """Give the radius in pixels that no mark goes beyond."""
    return NARROW_LARGEST if look.narrow else LARGEST


def unit_radius(table: pd.DataFrame, look: Look) -> float:
    """Choose the radius that stands for one claim: the usual one, less where marks would burst."""
    unit = NARROW_UNIT if look.narrow else UNIT
    most = int(table["claims"].max()) if len(table) else 0
    return min(unit, max_radius(look) / sqrt(most)) if most else unit


def marks(
    table: pd.DataFrame, points: Mapping[str, Point], names: Mapping[str, str], look: Look
) -> list[Mark]:
    """Lay out the marks of all places that have a point.

    ``table``: as made by ``places``. ``points``, ``names``: location -> longitude and
    latitude, and name. At each place
    the first mark stands upon the point and the others to its right, in the table's order.
    """
    shown = table[table["location"].isin(list(points))]
    unit = unit_radius(shown, look)
    laid: list[Mark] = []
    for row in shown.to_dict("records"):
        is_sighting = row["evidence"] == SIGHTING
        count = int(row["sightings"] if is_sighting else row["claims"])
        radius = SIGHTING_RADIUS if is_sighting else unit * sqrt(count)
        right = 0.0
        if laid and laid[-1].location == row["location"]:
            half_width = radius * HALF_WIDTH[row["role"]]
            right = laid[-1].right + laid[-1].half_width + GAP + half_width
        laid.append(
            Mark(
                location=row["location"],
                role=row["role"],
                evidence=row["evidence"],
                modality=row["modality"],
                count=count,
                point=points[row["location"]],
                radius=radius,
                right=right,
                tip=mark_tip(names[row["location"]], row),
            )
        )
    return laid
