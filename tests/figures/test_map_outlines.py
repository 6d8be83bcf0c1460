"""The shipped outlines: what lies in which country, and no more bytes than promised."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.cutting import Frame, area, hatching, simplified
from scripts.outlines import contains
from scripts.topology import joined

LIMIT = 250_000

# Longitude, latitude, country; Chukotka is given as 360 - 175.
CITIES = [
    ("Simferopol", 34.10, 44.95, "Ukraine"),
    ("Sevastopol, inland", 33.75, 44.65, "Ukraine"),
    ("Kyiv", 30.52, 50.45, "Ukraine"),
    ("Donetsk", 37.80, 48.02, "Ukraine"),
    ("Luhansk", 39.30, 48.57, "Ukraine"),
    ("Kursk", 36.19, 51.73, "Russia"),
    ("Sudzha", 35.27, 51.19, "Russia"),
    ("Belgorod", 36.58, 50.60, "Russia"),
    ("in Siberia, 100 E 68 N", 100.0, 68.0, "Russia"),
    ("Chukotka beyond 180", 185.0, 66.5, "Russia"),
    ("Khabarovsk", 135.07, 48.48, "Russia"),
    ("Ussuriysk", 131.95, 43.80, "Russia"),
    ("Blagoveshchensk, inland", 127.7, 50.6, "Russia"),
    ("Pyongyang", 125.76, 39.04, "North Korea"),
    ("Hamhung", 127.5, 40.0, "North Korea"),
    ("Seoul", 127.0, 37.55, "South Korea"),
    ("Harbin", 126.6, 45.8, "China"),
    ("Minsk", 27.57, 53.9, "Belarus"),
]


@pytest.fixture(scope="module")
def outlines(project: Path) -> list[dict[str, Any]]:
    return json.loads((project / "static" / "outlines.geojson").read_text())["features"]


@pytest.fixture(scope="module")
def areas(project: Path) -> list[dict[str, Any]]:
    return json.loads((project / "static" / "areas.geojson").read_text())["features"]


def holds(feature: dict[str, Any], x: float, y: float) -> bool:
    polygons = feature["geometry"]["coordinates"]
    return any(
        contains(rings[0], (x, y)) and not any(contains(hole, (x, y)) for hole in rings[1:])
        for rings in polygons
    )


def countries_at(features: list[dict[str, Any]], x: float, y: float) -> list[str]:
    countries = [f for f in features if f["properties"]["part"] == "country"]
    return [f["properties"]["name"] for f in countries if holds(f, x, y)]


@pytest.mark.parametrize(("city", "x", "y", "country"), CITIES)
def test_each_city_lies_in_its_country_and_in_no_other(
    outlines: list[dict[str, Any]], city: str, x: float, y: float, country: str
) -> None:
    assert countries_at(outlines, x, y) == [country]


def test_the_sea_belongs_to_nobody(outlines: list[dict[str, Any]]) -> None:
    assert countries_at(outlines, 135.0, 40.0) == []
    assert countries_at(outlines, 34.0, 43.5) == []


def test_only_crimea_is_marked_as_occupied(outlines: list[dict[str, Any]]) -> None:
    occupied = [f for f in outlines if f["properties"]["occupied"]]
    assert {f["properties"]["name"] for f in occupied} == {"Crimea"}
    assert {f["properties"]["country"] for f in occupied} == {"UA"}
    assert {f["properties"]["part"] for f in occupied} == {"territory", "hatching"}
    territory = next(f for f in occupied if f["properties"]["part"] == "territory")
    assert holds(territory, 34.10, 44.95)
    assert not holds(territory, 33.0, 46.6)


def test_no_border_crosses_the_isthmus(outlines: list[dict[str, Any]]) -> None:
    """Ukraine is one polygon, north and south of Perekop."""
    ukraine = next(f for f in outlines if f["properties"]["name"] == "Ukraine")
    whole = [p for p in ukraine["geometry"]["coordinates"] if contains(p[0], (30.52, 50.45))]
    assert len(whole) == 1
    assert contains(whole[0][0], (34.10, 44.95))


def test_all_hatching_lies_in_crimea(outlines: list[dict[str, Any]]) -> None:
    territory = next(f for f in outlines if f["properties"]["part"] == "territory")
    strokes = next(f for f in outlines if f["properties"]["part"] == "hatching")
    lines = strokes["geometry"]["coordinates"]
    assert len(lines) >= 8
    for (ax, ay), (bx, by) in lines:
        assert holds(territory, (ax + bx) / 2, (ay + by) / 2)


def test_both_files_together_stay_small(project: Path) -> None:
    sizes = [
        (project / "static" / f"{name}.geojson").stat().st_size for name in ("outlines", "areas")
    ]
    assert sum(sizes) < LIMIT


@pytest.mark.parametrize(
    ("location", "x", "y", "strength"),
    [
        ("russian_far_east", 135.07, 48.48, 1.0),
        ("russian_far_east", 131.9, 43.3, 1.0),
        ("eastern_russia", 110.0, 60.0, 1.0),
        ("siberia", 82.9, 55.0, 1.0),
        # At their edges they fade: nobody gives a boundary.
        ("russian_far_east", 107.0, 60.0, 0.14),
        ("siberia", 117.0, 60.0, 0.14),
    ],
)
def test_areas_without_a_boundary_fade(
    areas: list[dict[str, Any]], location: str, x: float, y: float, strength: float
) -> None:
    own = [f for f in areas if f["properties"]["location"] == location]
    assert [f["properties"]["strength"] for f in own if holds(f, x, y)] == [strength]


def test_areas_stay_within_russia(areas: list[dict[str, Any]]) -> None:
    polygons = [f for f in areas if f["geometry"]["type"] == "MultiPolygon"]
    for x, y in ((116.4, 39.9), (106.9, 47.9), (127.5, 40.0), (71.4, 51.1), (36.19, 51.73)):
        assert not any(holds(f, x, y) for f in polygons)


def test_the_border_is_a_line_from_belarus_to_the_sea_without_crimea(
    areas: list[dict[str, Any]],
) -> None:
    border = next(f for f in areas if f["properties"]["location"] == "russia_ukraine_border")
    points = [point for line in border["geometry"]["coordinates"] for point in line]
    latitudes = [y for _, y in points]
    assert 46.9 < min(latitudes) < 47.3
    assert 52.0 < max(latitudes) < 52.5
    assert all(31.5 < x < 40.3 for x, _ in points)


def test_every_area_says_how_vague_it_is(areas: list[dict[str, Any]]) -> None:
    assert all(f["properties"]["as_vague_as"] for f in areas)
    # The front has moved: nothing draws it, and nothing draws occupied land but Crimea.
    drawn = {f["properties"]["location"] for f in areas}
    assert drawn == {"eastern_russia", "siberia", "russian_far_east", "russia_ukraine_border"}


def test_cutting_keeps_what_lies_inside() -> None:
    square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]
    assert area(Frame(1, 1, 9, 3).cut(square)) == 6.0
    assert Frame(5, 5, 6, 6).cut(square) == []


def test_simplifying_keeps_ends_and_what_sticks_out() -> None:
    line = [(0.0, 0.0), (1.0, 0.49), (2.0, 1.0), (3.0, 0.0)]
    assert simplified(line, lambda _: 0.1) == [(0.0, 0.0), (2.0, 1.0), (3.0, 0.0)]


def test_hatching_fills_a_square_with_parallel_strokes() -> None:
    square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)]
    strokes = hatching(square, 1.0)
    assert len(strokes) == 4
    assert all(by - ay == pytest.approx(bx - ax) for (ax, ay), (bx, by) in strokes)


def test_rings_that_share_nothing_are_not_joined() -> None:
    with pytest.raises(ValueError, match="share 0 arcs"):
        joined((1, 2), (3, 4))
