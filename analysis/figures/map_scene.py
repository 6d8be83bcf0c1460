"""The map before it is drawn: marks, names, lines and tints, worked out once for both its forms.

What deck.gl draws in the browser and what Plotly draws for print come from the same scene, so they
show the same places.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.estimates import Estimates
from analysis.figures.area_anchors import AREA_ANCHORS
from analysis.figures.great_circle import Point
from analysis.figures.hover import records
from analysis.figures.look import Look
from analysis.figures.map_labels import Label, Wish, placed_labels
from analysis.figures.map_marks import POINT_RADIUS, Mark, marks, max_radius, unit_radius
from analysis.figures.map_tables import MapTables
from analysis.figures.map_view import Window, window
from analysis.figures.map_words import area_counts, place_figure, place_tip
from analysis.figures.movements import Movement, movement_ends, movement_lines
from analysis.figures.places import ALWAYS, Tied, places, tied

# How far a stub shows at the opening view, in pixels.
STUB = 16.0

# What the list of places beneath a map shows.
LIST_COLUMNS = (
    "location",
    "name",
    "precision",
    "claims",
    "mentions",
    "sightings",
    "figure",
    "on_map",
)


@dataclass(frozen=True)
class Site:
    """A place with a point: its tip, and the kilometres about it within which it lies (0: a city)."""

    location: str
    name: str
    point: Point
    radius_km: float
    tip: str


@dataclass(frozen=True)
class Region:
    """An area or a line that is reported: its tip. Its shape stands in static/areas.geojson."""

    location: str
    name: str
    tip: str


@dataclass(frozen=True)
class Scene:
    """Everything that a map draws, for one look and one view.

    ``unit``: the radius in pixels that stands for one claim. ``listed``: a row for each place,
    drawn or not, by LIST_COLUMNS (``figure``: the latest of ``kind``, in words). ``chosen``: the
    place, or the two ends of movements, that is emphasised, or "".
    """

    look: Look
    window: Window
    unit: float
    sites: tuple[Site, ...]
    regions: tuple[Region, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    movements: tuple[Movement, ...]
    listed: pd.DataFrame
    kind: str = ""
    chosen: str = ""


def map_scene(
    estimates: Estimates,
    tables: MapTables,
    look: Look,
    view: str = "region",
    kind: str = "",
    chosen: str = "",
) -> Scene:
    """Work out the map of a board.

    ``view`` is one of ``map_view.VIEWS``. With a ``kind`` the names carry the latest figure of that
    kind, its bound, source and day with it; without, no number of troops stands on the map.
    """
    table = places(estimates, tables.sightings)
    locations = tables.locations.set_index("location", drop=False)
    with_point = locations[locations["latitude"].notna()]
    points = {
        str(row["location"]): (float(row["longitude"]), float(row["latitude"]))
        for row in records(with_point)
    }
    radii = with_point["radius_km"].fillna(0.0)
    place_names = dict(zip(locations["location"], locations["name"], strict=True))
    reported = set(table["location"])
    shown = reported | set(ALWAYS) | movement_ends(tables.movements, points)
    at_point = [name for name in with_point.index if name in shown]
    areas = [name for name in locations.index if name in shown and name not in points]

    at_place = tied(estimates)
    claims, sources = at_place.counts(), at_place.sources(estimates.claims)
    figures = _figures(at_place, estimates.claims, kind)
    rows, about = dict(iter(table.groupby("location"))), locations.to_dict("index")
    nothing, nobody = table.iloc[:0], pd.Series(dtype="int64")
    tips = {
        name: place_tip(about[name], rows.get(name, nothing), sources.get(name, nobody))
        for name in [*at_point, *areas]
    }
    at = window(view, look)
    # Stubs show beyond the largest mark that they can begin under.
    stub = (max_radius(look) + STUB) / at.scale
    movements = movement_lines(
        tables.movements, points, place_names, tables.short_names, degrees_long=stub
    )
    lines = [movement.line for movement in movements]
    open_ends = [end for movement in movements for end in movement.open_ends]
    drawn = marks(table, {name: points[name] for name in at_point}, place_names, look)
    wishes = [
        _wish(
            about[name],
            points.get(name),
            claims.get(name, 0),
            int(rows.get(name, nothing)["sightings"].sum()),
            figures.get(name, ()) if kind else None,
        )
        for name in [*at_point, *areas]
        if name in points or name in AREA_ANCHORS
    ]
    return Scene(
        look=look,
        window=at,
        unit=unit_radius(table[table["location"].isin(at_point)], look),
        sites=tuple(
            Site(
                location=name,
                name=place_names[name],
                point=points[name],
                radius_km=float(radii[name]),
                tip=tips[name],
            )
            for name in at_point
        ),
        regions=tuple(Region(name, place_names[name], tips[name]) for name in areas),
        marks=tuple(drawn),
        labels=tuple(placed_labels(wishes, drawn, lines, open_ends, at, look.narrow)),
        movements=tuple(movements),
        listed=_listed(locations, table, claims, figures, {wish.location for wish in wishes}),
        kind=kind,
        chosen=chosen,
    )


def ring_radius(scene: Scene, location: str) -> float:
    """Give the radius in pixels of the ring about a chosen place: beyond the mark on its point."""
    on_point = [m.radius for m in scene.marks if m.location == location and not m.right]
    return max(on_point, default=POINT_RADIUS) + 4


def _figures(at_place: Tied, claims: pd.DataFrame, kind: str) -> dict[str, tuple[str, ...]]:
    """Write the latest figure of a kind at each place that has one in force; none without a kind."""
    if not kind:
        return {}
    standing = (claims["kind"].eq(kind) & claims["in_force"]).to_numpy()
    return {name: place_figure(own, kind) for name, own in at_place.at(claims, standing).items()}


def _wish(
    place: Mapping[Hashable, Any],
    point: Point | None,
    claims: int,
    sightings: int,
    figure: tuple[str, ...] | None,
) -> Wish:
    """Write a place's name as the map should carry it, with where the ledger wants it.

    ``figure``: what stands under the name, line by line; None where no kind is chosen, and the
    counts of an area stand there.
    """
    location, name = str(place["location"]), str(place["name"])
    lines: tuple[str, ...] = (name,)
    if point is None:
        counts = area_counts(claims, sightings)
        parts = [name.upper(), counts] if counts else [name.upper()]
        lines = (" · ".join(parts),) if place["precision"] == "line" else tuple(parts)
    if figure is not None:
        lines = (*lines[:1], *figure)
    return Wish(
        location=location,
        lines=lines,
        point=point or AREA_ANCHORS[location],
        dx=float(place.get("label_dx", float("nan"))),
        dy=float(place.get("label_dy", float("nan"))),
        area=point is None,
        weight=claims + sightings,
        pinned=location in ALWAYS,
    )


def _listed(
    locations: pd.DataFrame,
    table: pd.DataFrame,
    claims: dict[str, int],
    figures: dict[str, tuple[str, ...]],
    on_map: set[str],
) -> pd.DataFrame:
    """List every place of the ledger with its counts, the most reported first.

    A claim that stands at a place in two roles is one claim there.
    """
    counts = table.groupby("location")[["mentions", "sightings"]].sum()
    counts = counts.join(pd.Series(claims, name="claims", dtype="int64"), how="left")
    listed = locations[["location", "name", "precision"]].join(counts)
    listed = listed.fillna({"claims": 0, "mentions": 0, "sightings": 0})
    listed = listed.astype({"claims": "int64", "mentions": "int64", "sightings": "int64"})
    listed["figure"] = [", ".join(figures.get(name, ())) for name in listed["location"]]
    listed["on_map"] = [name in on_map for name in listed["location"]]
    ordered = listed.sort_values(["claims", "sightings"], ascending=False, kind="stable")
    return ordered.loc[:, list(LIST_COLUMNS)].reset_index(drop=True)
