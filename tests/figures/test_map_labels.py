"""Names on the map: none covers another, a mark or the hatching, at the widths of pages and print."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from analysis.estimates import Estimates
from analysis.figures.look import Look
from analysis.figures.map_labels import HATCHED, Box, crosses, mark_box
from analysis.figures.map_scene import Scene, map_scene
from analysis.figures.map_tables import MapTables
from analysis.figures.map_view import DRAWN_FROM, VIEWS, northing, window
from analysis.figures.places import ALWAYS
from analysis.ledger import Ledger
from analysis.ledger.outlines import read_ground

# Print, and the text columns of pages 1440, 768, 1100 (with the sidebar) and 390 pixels wide.
WIDTHS = (1100, 940, 720, 600, 340)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["", "present", "sent_total", "killed"])
@pytest.mark.parametrize("view", list(VIEWS))
def test_names_neither_collide_nor_cover_marks(
    board: Estimates, tables: MapTables, width: int, kind: str, view: str
) -> None:
    drawn = map_scene(board, tables, Look(width=width), view=view, kind=kind)
    assert drawn.labels
    for one, other in combinations(drawn.labels, 2):
        assert not one.box.meets(other.box), (one.location, other.location)
    for label in drawn.labels:
        assert label.box.left >= 0
        assert label.box.right <= width
        for mark in drawn.marks:
            x, y = drawn.window.px(mark.point)
            x += mark.right
            assert not (
                label.box.left < x + mark.half_width
                and x - mark.half_width < label.box.right
                and label.box.top < y + mark.radius
                and y - mark.radius < label.box.bottom
            ), (label.location, mark.location)


def test_on_a_wide_map_every_place_has_its_name(scene: Scene) -> None:
    named = {label.location for label in scene.labels}
    assert named == set(scene.listed.loc[scene.listed["on_map"], "location"])


def test_offsets_of_the_ledger_are_kept_where_they_fit(scene: Scene, ledger: Ledger) -> None:
    given = ledger.locations.set_index("location")
    for name in ("khabarovsk", "vladivostok", "poltava", "tatarstan"):
        label = next(label for label in scene.labels if label.location == name)
        box = mark_box(scene.marks, name)
        dx = float(given.loc[name, "label_dx"])
        assert label.right == pytest.approx((box.right if dx > 0 else box.left) + dx, abs=0.06)
        assert label.down == float(given.loc[name, "label_dy"])


def test_a_ledger_without_offsets_is_drawn_too(board: Estimates, tables: MapTables) -> None:
    bare = tables.locations.drop(columns=["label_dx", "label_dy"])
    drawn = map_scene(
        board,
        MapTables(bare, tables.sightings, tables.movements, tables.short_names),
        Look(),
    )
    assert set(ALWAYS) <= {label.location for label in drawn.labels}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", list(VIEWS))
def test_views_show_what_they_promise(width: int, view: str) -> None:
    at, bounds = window(view, Look(width=width)), VIEWS[view]
    assert at.west <= bounds.west + 0.01
    assert at.east >= bounds.east - 0.01
    assert at.south <= northing(bounds.south) + 0.01
    assert at.north >= northing(bounds.north) - 0.01


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", list(VIEWS))
def test_no_name_covers_the_hatching_of_crimea(
    board: Estimates, tables: MapTables, width: int, view: str
) -> None:
    drawn = map_scene(board, tables, Look(width=width), view=view)
    (left, top), (right, bottom) = (drawn.window.px(corner) for corner in HATCHED)
    for label in drawn.labels:
        assert not label.box.meets(Box(left, top, right, bottom)), label.location


def test_the_hatched_box_holds_the_hatching(project: Path) -> None:
    (west, north), (east, south) = HATCHED
    hatching = [
        point
        for feature in read_ground(project / "static").outlines["features"]
        if feature["properties"]["part"] == "hatching"
        for line in feature["geometry"]["coordinates"]
        for point in line
    ]
    assert hatching
    assert all(west <= x <= east and south <= y <= north for x, y in hatching)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_five_places_have_their_names_in_the_whole_region(
    board: Estimates, tables: MapTables, width: int
) -> None:
    drawn = map_scene(board, tables, Look(width=width))
    assert set(ALWAYS) <= {label.location for label in drawn.labels}


@pytest.mark.parametrize("part", ["west", "far_east"])
def test_on_a_phone_the_two_ends_name_their_places(
    board: Estimates, tables: MapTables, part: str
) -> None:
    ends = {"west": {"kursk"}, "far_east": set(ALWAYS) - {"kursk"}}
    drawn = map_scene(board, tables, Look(width=340), view=part)
    assert ends[part] <= {label.location for label in drawn.labels}


def test_a_wide_frame_ends_where_the_outlines_begin() -> None:
    for width in (1440, 1760, 2400):
        assert window("region", Look(width=width)).west >= DRAWN_FROM


@pytest.mark.parametrize(
    ("start", "end", "meets"),
    [
        ((0, 0), (40, 40), True),
        ((0, 15), (40, 15), True),
        ((15, 0), (15, 40), True),
        ((0, 5), (40, 5), False),
        ((5, 0), (5, 40), False),
        # Past a corner.
        ((0, 15), (15, 30.1), False),
        # Ends before it, begins within it, lies within it, is a point in it or beside it.
        ((0, 15), (9, 15), False),
        ((15, 15), (90, 90), True),
        ((12, 12), (14, 14), True),
        ((12, 12), (12, 12), True),
        ((5, 5), (5, 5), False),
    ],
)
def test_a_line_crosses_a_box_where_they_meet(
    start: tuple[float, float], end: tuple[float, float], meets: bool
) -> None:
    """The box reaches from 10 to 20 both ways."""
    box = Box(10, 10, 20, 20)
    assert crosses(np.array([[start, end]]), box) is meets
    assert crosses(np.array([[end, start]]), box) is meets
    far = [(100, 100), (200, 200)]
    assert crosses(np.array([far, [start, end]]), box) is meets


def test_no_line_crosses_anything() -> None:
    assert not crosses(np.empty((0, 2, 2)), Box(0, 0, 9, 9))
