"""Make the outlines that the map is drawn over: static/outlines.geojson and static/areas.geojson.

    .venv/bin/python -m scripts.outlines            fetch world-atlas with npm, write both files
    .venv/bin/python -m scripts.outlines FILE       the same from a countries-50m.json at hand

The source is Natural Earth (public domain) through the npm package world-atlas. What is changed:

- it is cut to Eastern Europe to the Pacific and thinned to what the map can show;
- longitudes of Russia beyond 180° count on, to 190°, so that Chukotka joins on to the rest;
- Natural Earth draws Crimea inside Russia. Here it is part of Ukraine, as in United Nations
  General Assembly resolution 68/262, and marked ``occupied``.

Areas are as vague as the texts. None of them gives a boundary for Siberia, the Far East or eastern
Russia, so these fade in along meridians, in steps (``strength``), and carry no outline. The border
of Russia and Ukraine is a line. The front is not drawn: it has moved, and no text gives its course.
Nor is the occupied territory but for Crimea, whose outline does not depend on a day.
"""

import argparse
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from math import atan, degrees, exp, log, pi, radians, tan
from pathlib import Path
from typing import Any

from scripts.cutting import Frame, Line, Point, area, hatching, simplified
from scripts.topology import ArcRing, Country, Topology, forward, joined, read_topology

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "world-atlas@2.0.2"
MEMBER = "package/countries-50m.json"

SUBJECTS = {"Russia": "RU", "Ukraine": "UA", "North Korea": "KP"}
# A point that lies in Crimea and in no other polygon of Russia: Simferopol.
IN_CRIMEA = (34.1, 44.95)

# Degrees; beyond the opening view on all sides, so that its edges are seen only after panning.
WEST, SOUTH, EAST, NORTH = 5.0, 20.0, 190.5, 79.0
# How much of a bend may be left out, in degrees of longitude: half a pixel at the opening view, and
# a pixel at the views that look closer, which show these frames (west, south, east, north).
TOLERANCE, FINE_TOLERANCE = 0.07, 0.02
CLOSE = ((22.0, 44.0, 43.0, 54.0), (123.0, 37.0, 143.5, 51.0))
SMALLEST_ISLAND = 0.03
HATCH_SPACING = 0.42

# Where each area without a boundary begins and ends to show: (from, full, full, gone) in degrees
# east. Full and gone are the same where the area ends with the land.
FADING = {
    "eastern_russia": (78.0, 102.0, EAST, EAST),
    "siberia": (60.0, 72.0, 106.0, 118.0),
    "russian_far_east": (106.0, 118.0, EAST, EAST),
}
STEPS = 6


class NoOutlines(Exception):
    """The outlines cannot be made; the message says why."""


def mercator(point: Point) -> Point:
    """Project degrees to the plane of the map, in which a degree of longitude is 1."""
    return point[0], degrees(log(tan(pi / 4 + radians(point[1]) / 2)))


def unprojected(point: Point) -> Point:
    """Turn a point of the plane back into degrees."""
    return point[0], degrees(2 * atan(exp(radians(point[1]))) - pi / 2)


def tolerance(point: Point) -> float:
    """Give what may be left out at a point of the plane."""
    x, y = unprojected(point)
    near = any(west < x < east and south < y < north for west, south, east, north in CLOSE)
    return FINE_TOLERANCE if near else TOLERANCE


def prepared(topology: Topology) -> Topology:
    """Join Russia across 180° and bring all arcs into the plane of the map, thinned."""
    russia = topology.country("Russia").arcs

    def prepare(number: int, arc: Line) -> Line:
        joins = number in russia
        moved = [(x + 360 if joins and x < 0 else x, y) for x, y in arc]
        return simplified([mercator(point) for point in moved], tolerance)

    return topology.changed(prepare)


def contains(ring: Line, point: Point) -> bool:
    """Tell whether a point lies in a ring."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
            inside = not inside
    return inside


def crimea_given_back(topology: Topology) -> tuple[Topology, ArcRing]:
    """Move Crimea from Russia's polygons into Ukraine's, and give its ring besides.

    Raises NoOutlines where Russia has no such polygon: then the source has changed its mind.
    """
    russia, ukraine = topology.country("Russia"), topology.country("Ukraine")
    point = mercator(IN_CRIMEA)
    held = [p for p in russia.polygons if contains(topology.ring(p[0]), point)]
    if len(held) != 1:
        raise NoOutlines("The source no longer draws Crimea as a polygon of Russia; look at it.")
    crimea = held[0][0]
    neighbour = next(p for p in ukraine.polygons if any(~arc in crimea for arc in p[0]))
    whole = (joined(neighbour[0], crimea), *neighbour[1:])
    changed = {
        "Russia": tuple(p for p in russia.polygons if p is not held[0]),
        "Ukraine": tuple(whole if p is neighbour else p for p in ukraine.polygons),
    }
    countries = tuple(Country(c.name, changed.get(c.name, c.polygons)) for c in topology.countries)
    return Topology(topology.arcs, countries), crimea


def written(line: Line) -> list[list[float]]:
    """Write points as degrees with two decimals, about a kilometre; repeated ones fall away."""
    points = [[round(number, 2) for number in unprojected(point)] for point in line]
    return [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]


def polygons(topology: Topology, country: Country, frame: Frame) -> list[list[Line]]:
    """Cut a country's polygons to a frame; holes go with their polygon, specks are left out."""
    kept = []
    for arcs in country.polygons:
        rings = [frame.cut(topology.ring(ring)) for ring in arcs]
        large = [ring for ring in rings if len(ring) >= 4 and area(ring) >= SMALLEST_ISLAND]
        if large and large[0] is rings[0]:
            kept.append(large)
    return kept


def feature(properties: dict[str, Any], kind: str, coordinates: object) -> dict[str, Any]:
    """Make one GeoJSON feature."""
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def multipolygon(properties: dict[str, Any], shapes: list[list[Line]]) -> dict[str, Any]:
    """Make a feature of polygons in the plane; rings that rounding collapsed are left out."""
    rounded = [[written(ring) for ring in rings] for rings in shapes]
    sound = [[ring for ring in rings if len(ring) >= 4] for rings in rounded]
    return feature(properties, "MultiPolygon", [rings for rings in sound if rings])


def outlines(topology: Topology, crimea: ArcRing) -> list[dict[str, Any]]:
    """Draw the countries of the region, then Crimea once more with its hatching."""
    frame = Frame(*mercator((WEST, SOUTH)), *mercator((EAST, NORTH)))
    features = []
    for country in sorted(topology.countries, key=lambda country: country.name):
        shapes = polygons(topology, country, frame)
        if shapes:
            code = SUBJECTS.get(country.name, "")
            properties = {"name": country.name, "country": code, "part": "country"}
            features.append(multipolygon({**properties, "occupied": False}, shapes))
    ring = topology.ring(crimea)
    occupied: dict[str, Any] = {"name": "Crimea", "country": "UA", "occupied": True}
    features.append(multipolygon({**occupied, "part": "territory"}, [[ring]]))
    strokes = [written(stroke) for stroke in hatching(ring, HATCH_SPACING)]
    features.append(feature({**occupied, "part": "hatching"}, "MultiLineString", strokes))
    return features


def fading(edges: tuple[float, float, float, float]) -> Iterator[tuple[float, float, float]]:
    """Cut an area without a boundary into strips: west, east and strength (0 to 1) of each."""
    begins, full, wanes, gone = edges
    for step in range(STEPS):
        left = begins + step * (full - begins) / STEPS
        yield left, left + (full - begins) / STEPS, round((step + 1) / (STEPS + 1), 2)
    yield full, wanes, 1.0
    for step in range(STEPS if gone > wanes else 0):
        left = wanes + step * (gone - wanes) / STEPS
        yield left, left + (gone - wanes) / STEPS, round(1 - (step + 1) / (STEPS + 1), 2)


def areas(topology: Topology) -> list[dict[str, Any]]:
    """Draw the parts of Russia that texts name without a boundary, and its border with Ukraine."""
    russia, ukraine = topology.country("Russia"), topology.country("Ukraine")
    south, north = mercator((0.0, SOUTH))[1], mercator((0.0, NORTH))[1]
    features = []
    for location, edges in FADING.items():
        for west, east, strength in fading(edges):
            shapes = polygons(topology, russia, Frame(west, south, east, north))
            told = "no text gives a boundary; it fades in along meridians"
            properties = {"location": location, "strength": strength, "as_vague_as": told}
            features.append(multipolygon(properties, shapes))
    shared = sorted(russia.arcs & ukraine.arcs)
    border = [written(topology.line(forward(arc))) for arc in shared]
    properties = {
        "location": "russia_ukraine_border",
        "strength": 1.0,
        "as_vague_as": "the whole border; no text names a part of it",
    }
    features.append(feature(properties, "MultiLineString", border))
    return features


def write(path: Path, features: list[dict[str, Any]]) -> None:
    """Write features as a GeoJSON file, a feature a line, and print its size."""
    lines = ",\n".join(json.dumps(f, separators=(",", ":"), ensure_ascii=False) for f in features)
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(features)} features, {len(text.encode()):,} bytes")


def fetched(folder: Path) -> Path:
    """Fetch the package with npm into a folder and unpack the one file that is needed.

    Raises NoOutlines where npm is missing or fails.
    """
    try:
        done = subprocess.run(
            ["npm", "pack", "--silent", PACKAGE],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError as error:
        raise NoOutlines("npm is missing; install Node.js, or give a countries-50m.json") from error
    except subprocess.CalledProcessError as error:
        raise NoOutlines(f"npm could not fetch {PACKAGE}: {error.stderr.strip()}") from error
    with tarfile.open(folder / done.stdout.split()[-1]) as archive:
        archive.extract(MEMBER, folder, filter="data")
    return folder / MEMBER


def make(source: Path, folder: Path) -> None:
    """Write both files of outlines into a folder, from a countries-50m.json."""
    topology, crimea = crimea_given_back(prepared(read_topology(source)))
    write(folder / "outlines.geojson", outlines(topology, crimea))
    write(folder / "areas.geojson", areas(topology))


def main(arguments: list[str]) -> int:
    """Read the command line and make the outlines."""
    parser = argparse.ArgumentParser(description="Make the outlines that the map is drawn over.")
    parser.add_argument("file", nargs="?", type=Path, help="a countries-50m.json (default: fetch)")
    parser.add_argument("--output", type=Path, default=ROOT / "static", help="folder to write into")
    chosen = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as folder:
            make(chosen.file or fetched(Path(folder)), chosen.output)
    except NoOutlines as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
