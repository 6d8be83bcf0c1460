"""Countries out of a TopoJSON file: arcs stay shared, so that neighbours fit after simplifying.

TopoJSON stores each stretch of border or coast once, as an arc of whole-number steps; a ring names
its arcs by number, and by the complement of the number where it runs through one backwards.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

Point = tuple[float, float]
Line = list[Point]
ArcRing = tuple[int, ...]
# The rings of one polygon: the outer one, then its holes.
ArcPolygon = tuple[ArcRing, ...]


@dataclass(frozen=True)
class Country:
    """A country by its name and its polygons, each ring a list of arc numbers."""

    name: str
    polygons: tuple[ArcPolygon, ...]

    @property
    def arcs(self) -> set[int]:
        """The numbers of all arcs, each in its forward sense."""
        return {forward(arc) for polygon in self.polygons for ring in polygon for arc in ring}


@dataclass(frozen=True)
class Topology:
    """All arcs in degrees (longitude, latitude), and the countries that are made of them."""

    arcs: tuple[Line, ...]
    countries: tuple[Country, ...]

    def country(self, name: str) -> Country:
        """Find a country by its name; KeyError where there is none."""
        for country in self.countries:
            if country.name == name:
                return country
        raise KeyError(name)

    def line(self, arc: int) -> Line:
        """Give an arc's points in the sense in which a ring runs through it."""
        return self.arcs[arc] if arc >= 0 else self.arcs[forward(arc)][::-1]

    def ring(self, arcs: Iterable[int]) -> Line:
        """Join arcs into one ring; the point where two meet is not repeated, the last closes it."""
        points: Line = []
        for arc in arcs:
            line = self.line(arc)
            points += line[1:] if points and points[-1] == line[0] else line
        return points if points[0] == points[-1] else [*points, points[0]]

    def changed(self, change: Callable[[int, Line], Line]) -> "Topology":
        """Give the same countries over changed arcs; ``change`` gets an arc's number and points."""
        return Topology(tuple(change(i, arc) for i, arc in enumerate(self.arcs)), self.countries)


def forward(arc: int) -> int:
    """Give the number of an arc, whichever way it is run through.

    >>> forward(282), forward(-283)
    (282, 282)
    """
    return arc if arc >= 0 else ~arc


def read_topology(path: Path) -> Topology:
    """Read a file of world-atlas. Raises KeyError where it is not laid out as one."""
    file = json.loads(path.read_text(encoding="utf-8"))
    scale, origin = file["transform"]["scale"], file["transform"]["translate"]
    arcs = tuple(_decoded(arc, scale, origin) for arc in file["arcs"])
    shapes = file["objects"]["countries"]["geometries"]
    countries = [Country(shape["properties"]["name"], _polygons(shape)) for shape in shapes]
    return Topology(arcs, tuple(countries))


def _decoded(steps: list[list[int]], scale: list[float], origin: list[float]) -> Line:
    x = y = 0
    points: Line = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + origin[0], y * scale[1] + origin[1]))
    return points


def _polygons(shape: dict[str, object]) -> tuple[ArcPolygon, ...]:
    arcs = shape["arcs"]
    assert isinstance(arcs, list)
    several = arcs if shape["type"] == "MultiPolygon" else [arcs]
    return tuple(tuple(tuple(ring) for ring in polygon) for polygon in several)


def joined(ring: ArcRing, other: ArcRing) -> ArcRing:
    """Join two rings that share one stretch of border, which vanishes.

    Raises ValueError where they share none, or several.

    >>> joined((281, 282, 283), (-283, 639))
    (281, 639, 283)
    """
    shared = [arc for arc in ring if ~arc in other]
    if len(shared) != 1:
        raise ValueError(f"the rings share {len(shared)} arcs, not one")
    at, there = ring.index(shared[0]), other.index(~shared[0])
    return ring[:at] + other[there + 1 :] + other[:there] + ring[at + 1 :]
