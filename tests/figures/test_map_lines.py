"""Great circles against values known elsewhere, and movements as they stand in the ledger."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.great_circle import EARTH_KM, destination, distance_km, great_circle
from analysis.figures.map_tables import MapTables, map_tables
from analysis.figures.movements import Movement, movement_lines
from analysis.ledger import Ledger

MOSCOW, VLADIVOSTOK = (37.62, 55.75), (131.89, 43.12)
POINTS = st.tuples(st.floats(-170, 190), st.floats(-80, 80))

DEGREES = 5.0


def drawn(tables: MapTables, movements: pd.DataFrame) -> list[Movement]:
    rows = tables.locations.dropna(subset="latitude")
    points = {
        row["location"]: (row["longitude"], row["latitude"]) for row in rows.to_dict("records")
    }
    names = dict(zip(tables.locations["location"], tables.locations["name"], strict=True))
    return movement_lines(movements, points, names, tables.short_names, DEGREES)


@pytest.fixture(scope="module")
def lines(tables: MapTables) -> dict[str, Movement]:
    return {line.pair: line for line in drawn(tables, tables.movements)}


def test_moscow_to_vladivostok_is_about_6_420_kilometres() -> None:
    assert distance_km(MOSCOW, VLADIVOSTOK) == pytest.approx(6420, abs=15)


def test_the_great_circle_passes_far_north_of_both_ends() -> None:
    """By Clairaut's relation: it leaves Moscow at 59.45 degrees from north, and the cosine of its
    northernmost latitude is sin 59.45 cos 55.75 = 0.4847, that of 61.0 degrees.
    """
    latitudes = [latitude for _, latitude in great_circle(MOSCOW, VLADIVOSTOK)]
    assert max(latitudes) == pytest.approx(61.0, abs=0.1)
    assert latitudes[0] == 55.75
    assert latitudes[-1] == 43.12


def test_a_meridian_and_the_equator_are_great_circles() -> None:
    assert all(x == pytest.approx(30) for x, _ in great_circle((30, 10), (30, 60)))
    assert all(abs(y) < 1e-9 for _, y in great_circle((10, 0), (100, 0)))


def test_no_line_jumps_at_180_degrees() -> None:
    line = great_circle((170, 60), (190, 60))
    assert all(170 <= x <= 190 for x, _ in line)
    assert all(170 <= x <= 190 for x, _ in great_circle((170, 60), (-170, 60)))


def test_points_opposite_each_other_have_no_shortest_line() -> None:
    with pytest.raises(ValueError, match="opposite"):
        great_circle((0, 10), (180, -10))


def test_a_line_to_where_it_starts_is_a_point_twice() -> None:
    assert great_circle((5, 5), (5, 5)) == [(5, 5), (5, 5)]


@given(POINTS, POINTS)
def test_pieces_add_up_to_the_distance(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    if distance_km(start, end) > 0.99 * 3.14159 * EARTH_KM:
        return
    line = great_circle(start, end)
    total = sum(distance_km(a, b) for a, b in pairwise(line))
    assert total == pytest.approx(distance_km(start, end), rel=1e-6, abs=1e-3)


@given(POINTS, st.floats(0, 360), st.floats(1, 5000))
def test_a_destination_is_as_far_as_asked(
    start: tuple[float, float], bearing: float, km: float
) -> None:
    assert distance_km(start, destination(start, bearing, km)) == pytest.approx(km, rel=1e-6)


def test_every_movement_of_the_ledger_is_drawn_and_nothing_else(
    ledger: Ledger, lines: dict[str, Movement]
) -> None:
    reported = ledger.movements
    assert set(lines) == set(reported["from_location"] + ">" + reported["to_location"])
    # The shipped ledger has one report of each.
    assert [line.reports for line in lines.values()] == [1] * len(reported)


def test_reports_of_the_same_two_ends_are_one_line_for_each_state(tables: MapTables) -> None:
    """Three times the seven movements: twice as reported, by two sources; once as planned."""
    once = tables.movements
    later = {"printed_on": "2026-02", "printed_first": "2026-02-01", "printed_last": "2026-02-28"}
    others = once.assign(claimant="ua_gur", outlet="", **later).astype(once.dtypes)
    planned = once.assign(modality="planned")
    lines = drawn(tables, pd.concat([once, others, planned], ignore_index=True))
    assert [(line.modality, line.reports) for line in lines] == [("planned", 1)] * 7 + [
        ("actual", 2)
    ] * 7
    tips = {line.tip for line in lines if line.pair == "north_korea>vladivostok"}
    assert [tip.splitlines() for tip in tips] == [
        [
            "North Korea → Vladivostok",
            "3 reports by NIS (2), HUR (1)",
            "put as planned: 1",
            "printed by KBS World (2), not named (1)",
            "from 18 Oct 2024 to Feb 2026",
            "Reported movement, not a route. As claimed, not verified.",
        ]
    ]
    # Of one pair of ends both lines lie in one place; a stub turns away from the other one.
    whole = {line.line for line in lines if line.pair == "russian_far_east>kursk"}
    assert len(whole) == 1


def test_two_names_of_one_point_are_no_reason_to_fail(tables: MapTables) -> None:
    rows = tables.movements.iloc[:1].assign(from_location="vladivostok")
    line = drawn(tables, rows)[0]
    assert set(line.line) == {(131.89, 43.12)}
    assert line.middle == (131.89, 43.12)
    assert line.heading == 0


def test_ends_that_are_places_are_met(lines: dict[str, Movement]) -> None:
    assert lines["north_korea>vladivostok"].line[-1] == (131.89, 43.12)
    assert lines["russian_far_east>kursk"].line[-1] == (36.19, 51.73)


def test_an_end_that_is_not_said_is_open(lines: dict[str, Movement]) -> None:
    open_ends = {name: (line.open_start, line.open_end) for name, line in lines.items()}
    assert open_ends == {
        "north_korea>vladivostok": (False, False),
        # Where the ships from Chongjin went is not said.
        "chongjin>": (False, True),
        "russian_far_east>kursk": (False, False),
        "russian_far_east>russia_ukraine_border": (False, False),
        # To Russia: a line to its middle would show a journey to Siberia.
        "chongjin>russia": (False, True),
        "rason>russia": (False, True),
        # By no port or airfield that is named.
        ">kursk": (True, False),
    }


@pytest.mark.parametrize("name", ["chongjin>", "chongjin>russia", "rason>russia", ">kursk"])
def test_stubs_are_as_long_as_asked(lines: dict[str, Movement], name: str) -> None:
    """The asked degrees of longitude, at the known end's latitude, in kilometres."""
    known = lines[name].line[-1 if lines[name].open_start else 0]
    per_degree = distance_km(known, (known[0] + 0.001, known[1])) * 1000
    length = distance_km(lines[name].line[0], lines[name].line[-1])
    assert length == pytest.approx(DEGREES * per_degree, rel=0.01)


def test_stubs_of_one_place_do_not_lie_on_one_another(lines: dict[str, Movement]) -> None:
    assert distance_km(lines["chongjin>"].line[-1], lines["chongjin>russia"].line[-1]) > 100


def test_the_middle_lies_half_way(lines: dict[str, Movement]) -> None:
    line = lines["russian_far_east>kursk"]
    to_start, to_end = (distance_km(line.middle, end) for end in (line.line[0], line.line[-1]))
    assert to_start == pytest.approx(to_end, rel=0.01)
    # From the Far East to Kursk: westwards.
    assert abs(line.heading) > 150


def test_a_tip_names_who_said_it_and_who_printed_it(lines: dict[str, Movement]) -> None:
    tip = lines["north_korea>vladivostok"].tip
    assert "North Korea → Vladivostok" in tip
    assert "reported by NIS, said 18 Oct 2024" in tip
    assert "from 8 Oct 2024 to 13 Oct 2024" in tip
    assert "printed by KBS World, 18 Oct 2024" in tip
    assert "not a route" in tip
    assert "place not said" in lines[">kursk"].tip


def test_planned_movements_say_so(tables: MapTables) -> None:
    planned = drawn(tables, tables.movements.assign(modality="planned"))
    assert all(line.modality == "planned" for line in planned)
    assert all("put as planned by" in line.tip for line in planned)


def test_movements_are_known_from_their_printing_on(ledger: Ledger) -> None:
    known = map_tables(ledger, "2024-10-20").movements["movement_id"]
    assert set(known) == {"v01", "v02"}
    assert map_tables(ledger, "2024-10-01").movements.empty
