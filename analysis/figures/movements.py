"""Reported movements as lines: who said it, whence and whither, and how much of that is known.

A line joins what reports join and is no route. All reports of one state (done, planned, denied)
that join the same two places are one line. Where one end is not said, or is a country too
wide to end a line in, there is a stub: a short line in a direction that means nothing, the same on
every map, with a question mark at its open end.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, radians
from typing import Any

import pandas as pd

from analysis.codebook import Modality
from analysis.figures.area_anchors import AREA_ANCHORS, TOO_WIDE_FOR_AN_END
from analysis.figures.great_circle import (
    EARTH_KM,
    Point,
    destination,
    distance_km,
    great_circle,
)
from analysis.figures.hover import count_text
from analysis.figures.map_view import northing
from analysis.partial_dates import in_words

# Stubs come in from the west by north and leave to the east by south; degrees from north.
INCOMING, LEAVING = 285.0, 105.0
# Where several stubs meet in one place, each turns by this much.
FAN = 28.0

NOT_SAID = "place not said"
NOT_A_ROUTE = "Reported movement, not a route."
ENDS = ["from_location", "to_location"]
# So many sources and outlets of a line are named.
MOST_NAMED = 4

_REPORTED = {Modality.PLANNED: "put as planned", Modality.DENIED: "denied"}


@dataclass(frozen=True)
class Movement:
    """A reported movement and its line, from start to end.

    ``pair`` is the id of its two ends, ``reports`` the number of reports of this modality that join
    them. ``open_start`` and ``open_end`` tell which end of a stub is not known; ``tip`` is plain
    text, and the same for all lines of one pair, for they lie upon each other.
    """

    pair: str
    reports: int
    modality: str
    line: tuple[Point, ...]
    open_start: bool
    open_end: bool
    tip: str

    @property
    def open_ends(self) -> list[Point]:
        """The end of a stub that is not known; none of a whole line."""
        ends = ((self.open_start, self.line[0]), (self.open_end, self.line[-1]))
        return [end for is_open, end in ends if is_open]

    @property
    def middle(self) -> Point:
        """The point at half of the line's length, on which its arrowhead stands."""
        return self._at_half()[0]

    @property
    def heading(self) -> float:
        """The line's direction on the map at its middle: degrees, counter-clockwise from east."""
        return self._at_half()[1]

    def _at_half(self) -> tuple[Point, float]:
        pieces = list(pairwise(self.line))
        lengths = [distance_km(a, b) for a, b in pieces]
        rest = sum(lengths) / 2
        if not rest:
            # Two names for one point: the line is that point, and leads nowhere.
            return self.line[0], 0.0
        number = 0
        while rest > lengths[number] and number < len(pieces) - 1:
            rest -= lengths[number]
            number += 1
        (ax, ay), (bx, by) = pieces[number]
        share = rest / lengths[number]
        heading = degrees(atan2(northing(by) - northing(ay), bx - ax))
        return (ax + share * (bx - ax), ay + share * (by - ay)), heading


def movement_ends(movements: pd.DataFrame, points: Mapping[str, Point]) -> set[str]:
    """Name the places that lines end in, so that each of them can be drawn with its name."""
    ends = set(movements["from_location"]) | set(movements["to_location"])
    return {location for location in ends if _end(location, points) is not None}


def movement_lines(
    movements: pd.DataFrame,
    points: Mapping[str, Point],
    place_names: Mapping[str, str],
    short_names: Mapping[str, str],
    degrees_long: float,
) -> list[Movement]:
    """Draw a line for each pair of places and modality of which at least one end is known.

    ``movements``: rows as ``map_tables`` gives them; what is put as done comes last, to lie on top. ``points``: location -> point, for places that
    have one; areas end lines at their anchor. ``degrees_long``: how many degrees of longitude a
    stub takes on the map.
    """
    lines: list[Movement] = []
    stubs: dict[str, int] = {}
    tips = _pair_tips(movements, place_names, short_names)
    joined = movements.groupby([*ENDS, "modality"], sort=False).size().reset_index(name="reports")
    is_done = joined["modality"] == Modality.ACTUAL
    for row in joined.loc[is_done.sort_values(kind="stable").index].to_dict("records"):
        start = _end(row["from_location"], points)
        end = _end(row["to_location"], points)
        if start is None and end is None:
            continue
        if start is not None and end is not None:
            line = great_circle(start, end)
        else:
            known = row["from_location"] if end is None else row["to_location"]
            turn = FAN * stubs.setdefault(known, 0)
            stubs[known] += 1
            line = _stub(start, end, turn, degrees_long)
        lines.append(
            Movement(
                pair=pair_id(row),
                reports=int(row["reports"]),
                modality=row["modality"],
                line=tuple((round(x, 2), round(y, 2)) for x, y in line),
                open_start=start is None,
                open_end=end is None,
                tip=tips[pair_id(row)],
            )
        )
    return lines


def _end(location: str, points: Mapping[str, Point]) -> Point | None:
    if location in TOO_WIDE_FOR_AN_END:
        return None
    return points.get(location) or AREA_ANCHORS.get(location)


def _stub(start: Point | None, end: Point | None, turn: float, degrees_long: float) -> list[Point]:
    known = end if start is None else start
    assert known is not None
    # Mercator stretches with the latitude, so the same length on paper is shorter on the ground.
    km = radians(degrees_long) * EARTH_KM * cos(radians(known[1]))
    bearing = (INCOMING if start is None else LEAVING) + turn
    away = destination(known, bearing, km)
    return [away, known] if start is None else [known, away]


def pair_id(row: Mapping[Any, Any]) -> str:
    """Give the id of the two ends of a movement, whatever is reported of it.

    >>> pair_id({"from_location": "chongjin", "to_location": ""})
    'chongjin>'
    """
    return f"{row['from_location']}>{row['to_location']}"


def of_pair(movements: pd.DataFrame, pair: str) -> pd.DataFrame:
    """Keep the reports that join the two ends with this id."""
    start, _, end = pair.partition(">")
    return movements[(movements["from_location"] == start) & (movements["to_location"] == end)]


def movement_title(row: Mapping[Any, Any], place_names: Mapping[str, str]) -> str:
    """Name a movement by its ends."""
    start, end = (
        place_names.get(row[column], NOT_SAID) for column in ("from_location", "to_location")
    )
    return f"{start} → {end}"


def movement_tip(
    row: Mapping[Any, Any], place_names: Mapping[str, str], short_names: Mapping[str, str]
) -> str:
    """Say of a movement who reported it and when, who printed it, and what it is not."""
    said = f", said {in_words(row['stated_on'])}" if row["stated_on"] else ""
    outlet = row["outlet"] or "an outlet not named in the collection"
    about = "about " if row["printed_basis"] == "inferred" else ""
    reported = _REPORTED.get(row["modality"], "reported")
    lines = [
        movement_title(row, place_names),
        f"{reported} by {short_names[row['claimant']]}{said}",
        _when(row["event_from"], row["event_to"]),
        f"printed by {outlet}, {about}{in_words(row['printed_on'])}",
        row["note"],
        f"{NOT_A_ROUTE} As claimed, not verified.",
    ]
    return "\n".join(line for line in lines if line)


def _pair_tips(
    movements: pd.DataFrame, place_names: Mapping[str, str], short_names: Mapping[str, str]
) -> dict[str, str]:
    """Say of each pair of ends who reported what joins them, and who printed it, by the pair's id.

    A single report is told whole; of several the sources and outlets are counted.
    """
    counts = movements.groupby(ENDS, sort=False)["modality"].transform("size")
    alone, several = movements[counts == 1], movements[counts > 1]
    tips = {
        pair_id(row): movement_tip(row, place_names, short_names)
        for row in alone.to_dict("records")
    }
    sources = _counted(several.assign(claimant=several["claimant"].map(short_names)), "claimant")
    outlets = _counted(several.assign(outlet=several["outlet"].replace("", "not named")), "outlet")
    states = _counted(several, "modality")
    by_day = several.sort_values(["printed_first", "printed_last"], kind="stable")
    last = by_day.drop_duplicates(ENDS, keep="last").set_index(ENDS)["printed_on"].to_dict()
    for row in by_day.drop_duplicates(ENDS).to_dict("records"):
        ends = (row["from_location"], row["to_location"])
        reports = sum(number for _, number in states[ends])
        told = [f"{_REPORTED[Modality(s)]}: {n:,}" for s, n in states[ends] if s in _REPORTED]
        lines = [
            movement_title(row, place_names),
            f"{count_text(reports, 'report')} by {_named(sources[ends])}",
            "; ".join(told),
            f"printed by {_named(outlets[ends])}",
            _between(row["printed_on"], last[ends]),
            f"{NOT_A_ROUTE} As claimed, not verified.",
        ]
        tips[pair_id(row)] = "\n".join(line for line in lines if line)
    return tips


def _counted(movements: pd.DataFrame, column: str) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """Count the values of a column for each pair of ends, the most frequent first."""
    counts = movements.groupby([*ENDS, column]).size().sort_values(ascending=False, kind="stable")
    rows = zip(counts.index.to_frame().itertuples(index=False, name=None), counts, strict=True)
    found: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for (start, end, value), number in rows:
        found[start, end].append((value, int(number)))
    return found


def _named(counts: list[tuple[str, int]]) -> str:
    """Name the most frequent with their counts, and count the others."""
    named = [f"{name} ({number:,})" for name, number in counts[:MOST_NAMED]]
    more = len(counts) - len(named)
    return ", ".join(named) + (f" and {more:,} more" if more else "")


def _between(first: str, last: str) -> str:
    """Say when the first and the last of some reports were printed."""
    if first == last:
        return f"all {in_words(first)}"
    return f"from {in_words(first)} to {in_words(last)}"


def _when(start: str, end: str) -> str:
    """Write the period of a movement, as much of it as is given."""
    if not start and not end:
        return ""
    if start == end:
        return f"moved {in_words(start)}"
    since = f"from {in_words(start)}" if start else ""
    until = f"{'to' if start else 'by'} {in_words(end)}" if end else ""
    return f"moved {since} {until}".replace("  ", " ").strip()
