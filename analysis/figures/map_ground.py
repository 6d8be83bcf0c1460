"""What the static map is drawn upon: countries, Crimea, areas and the width of wide places."""

from collections.abc import Iterable, Sequence

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from analysis.figures.great_circle import Point, destination
from analysis.figures.map_colours import MapColours
from analysis.figures.map_scene import Scene
from analysis.figures.map_view import northing
from analysis.ledger.outlines import GeoJson, Ground

BORDER_WIDTH = 1.2
# The chosen area is tinted this much more strongly.
EMPHASIS = 2.2
# The sides of the polygon that stands for a circle on the ground.
CIRCLE_SIDES = 48

_GAP = (float("nan"), float("nan"))


def draw_ground(figure: go.Figure, scene: Scene, ground: Ground, colours: MapColours) -> None:
    """Draw everything that lies beneath lines, marks and names."""
    _countries(figure, ground.outlines, colours)
    _tints(figure, scene, ground.areas, colours)
    _discs(figure, scene, colours)


def _countries(figure: go.Figure, outlines: GeoJson, colours: MapColours) -> None:
    """Fill countries and, over them, Crimea's territory with its hatching."""
    features = outlines["features"]
    countries = [f for f in features if f["properties"]["part"] == "country"]
    for is_subject, fill in ((False, colours.land), (True, colours.subject)):
        own = [f for f in countries if bool(f["properties"]["country"]) is is_subject]
        _fill(figure, _rings(own), fill, colours.border)
    territory = [f for f in features if f["properties"]["part"] == "territory"]
    _fill(figure, _rings(territory), colours.occupied)
    hatching = [f for f in features if f["properties"]["part"] == "hatching"]
    stroke(figure, _strokes(hatching), colours.hatching, 0.9)


def _tints(figure: go.Figure, scene: Scene, areas: GeoJson, colours: MapColours) -> None:
    """Tint the areas and draw the lines that are reported; the chosen one twice as strongly."""
    reported = {region.location for region in scene.regions}
    for feature in areas["features"]:
        location = feature["properties"]["location"]
        if location not in reported:
            continue
        if feature["geometry"]["type"] == "MultiLineString":
            stroke(figure, _strokes([feature]), colours.line, BORDER_WIDTH)
            continue
        emphasis = EMPHASIS if location == scene.chosen else 1.0
        share = colours.tint_strength * emphasis * feature["properties"]["strength"]
        _fill(figure, _rings([feature]), _faint(colours.tint, share))


def _faint(colour: str, share: float) -> str:
    channels = ", ".join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return f"rgba({channels}, {share:.3f})"


def _discs(figure: go.Figure, scene: Scene, colours: MapColours) -> None:
    """Draw how wide a place is that stands for its surroundings."""
    rings = [
        [
            destination(site.point, 360 * side / CIRCLE_SIDES, site.radius_km)
            for side in range(CIRCLE_SIDES + 1)
        ]
        for site in scene.sites
        if site.radius_km
    ]
    _fill(figure, rings, _faint(colours.tint, 2 * colours.tint_strength))


def _rings(features: Iterable[GeoJson]) -> list[list[Point]]:
    return [
        [(x, y) for x, y in ring]
        for feature in features
        for polygon in feature["geometry"]["coordinates"]
        for ring in polygon
    ]


def _strokes(features: Iterable[GeoJson]) -> list[list[Point]]:
    return [
        [(x, y) for x, y in line]
        for feature in features
        for line in feature["geometry"]["coordinates"]
    ]


def _joined(lines: Sequence[Sequence[Point]]) -> dict[str, NDArray[np.float32]]:
    """Put lines one after the other for one trace, with a gap between them.

    As arrays of 32 bits, which Plotly neither looks through nor writes out digit by digit.
    """
    points = [point for line in lines for point in (*((x, northing(y)) for x, y in line), _GAP)]
    columns = np.array(points, dtype="float32").reshape(-1, 2)
    return {"x": columns[:, 0], "y": columns[:, 1]}


def _fill(figure: go.Figure, rings: Sequence[Sequence[Point]], fill: str, border: str = "") -> None:
    line = {"color": border, "width": 0.8} if border else {"width": 0}
    figure.add_scatter(
        **_joined(rings), mode="lines", fill="toself", fillcolor=fill, line=line, hoverinfo="skip"
    )


def stroke(
    figure: go.Figure,
    lines: Sequence[Sequence[Point]],
    colour: str,
    width: float,
    dash: str = "solid",
) -> None:
    """Draw lines, given in degrees, in one trace that neither hover nor clicks find."""
    line = {"color": colour, "width": width, "dash": dash}
    figure.add_scatter(**_joined(lines), mode="lines", line=line, hoverinfo="skip")
