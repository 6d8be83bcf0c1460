"""Labels placed beside their marks, so that no label covers another label, a mark or the edge.

A greedy placer in pixels: wishes are served in order; each tries the places next to its marks and
then places further away, which a thin line joins to the mark. A wish that finds no place is left
out: what it would have said stays on hover and in the table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import cos, pi, sin
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Between a label and what it must not touch, and between a label and its own mark.
CLEAR = 2.0
BESIDE = 4.0
LEADER_LENGTHS = (14.0, 24.0, 36.0, 50.0, 66.0, 84.0)
_TURNS = 16
# To the right and down, sideways ones first.
DIRECTIONS = tuple(
    (cos(2 * pi * turn / _TURNS), -sin(2 * pi * turn / _TURNS))
    for turn in sorted(range(_TURNS), key=lambda t: (abs(sin(2 * pi * t / _TURNS)), t))
)

# x and y of one end, x and y of the other.
Line = tuple[float, float, float, float]


class Box(NamedTuple):
    """A rectangle in pixels from the panel's left and top."""

    left: float
    top: float
    right: float
    bottom: float


class Option(NamedTuple):
    """One way to grant a wish: a text of a size and a colour, beside the mark in ``mark``."""

    text: str
    width: float
    height: float
    mark: Box
    colour: str = ""


class Placed(NamedTuple):
    """A label with its place: which option was granted, where, and the line to its mark if any.

    ``leader`` runs from the label's edge to the mark's: x and y of the one, x and y of the other.
    """

    wish: int
    option: Option
    box: Box
    leader: Line | None


@dataclass
class _Taken:
    """What has been drawn so far and must stay uncovered."""

    marks: NDArray[np.float64]
    labels: list[Box]
    leaders: list[Line]
    connectors: NDArray[np.float64]


def place(
    wishes: Sequence[Sequence[Option]],
    marks: Sequence[Box],
    width: float,
    height: float,
    connectors: Sequence[Line] = (),
) -> list[Placed]:
    """Place as many labels as find room in a panel of ``width`` by ``height`` pixels.

    ``wishes``: for each label its options, the best first. ``marks``: all that is drawn.
    ``connectors``: thin lines, which a label covers only where there is no other place for it.
    """
    drawn, lines = (np.array(each, dtype=float).reshape(-1, 4) for each in (marks, connectors))
    taken = _Taken(drawn, [], [], lines)
    panel = Box(0, 0, width, height)
    granted = []
    for number, options in enumerate(wishes):
        placed = _first_place(number, options, taken, panel)
        if placed:
            granted.append(placed)
            taken.labels.append(placed.box)
            if placed.leader:
                taken.leaders.append(placed.leader)
    return granted


def _first_place(
    number: int, options: Sequence[Option], taken: _Taken, panel: Box
) -> Placed | None:
    """Take the first free place: off the connectors rather than on them, near rather than far."""
    on_connectors = None
    for far, places in _places(options):
        for free in _free([box for _, box in places], taken, panel):
            option, box = places[free]
            if any(_cuts(line, box) for line in taken.leaders):
                continue
            leader = _leader(box, option.mark) if far else None
            if leader and _crosses(leader, taken, option.mark):
                continue
            placed = Placed(number, option, box, leader)
            if not any(_cuts(line, box) for line in _lines_near(box, taken.connectors)):
                return placed
            on_connectors = on_connectors or placed
    return on_connectors


def _places(options: Sequence[Option]) -> Iterator[tuple[bool, list[tuple[Option, Box]]]]:
    """Walk through all places, mark by mark: those beside it first, then those a line joins.

    Gives all that a line joins or does not join together, and which of the two they are.
    """
    for _, of_mark in groupby(options, key=lambda option: option.mark):
        same = list(of_mark)
        yield False, [(option, box) for option in same for box in _beside(option)]
        yield (
            True,
            [
                (option, box)
                for length in LEADER_LENGTHS
                for option in same
                for box in _around(option, length)
            ],
        )


def _beside(option: Option) -> list[Box]:
    """List the places that touch the mark's box: right, left, above, below, then the corners."""
    mark, w, h = option.mark, option.width, option.height
    middle = (mark.top + mark.bottom) / 2 - h / 2
    centre = (mark.left + mark.right) / 2 - w / 2
    right, left = mark.right + BESIDE, mark.left - BESIDE - w
    above, below = mark.top - CLEAR - h, mark.bottom + CLEAR
    corners = [
        (right, middle),
        (left, middle),
        (centre, above),
        (centre, below),
        (right - 6, above),
        (right - 6, below),
        (left + 6, above),
        (left + 6, below),
    ]
    return [Box(x, y, x + w, y + h) for x, y in corners]


def _around(option: Option, length: float) -> list[Box]:
    """List the places at a distance around the mark, sideways first."""
    mark, w, h = option.mark, option.width, option.height
    x, y = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
    boxes = []
    for dx, dy in DIRECTIONS:
        centre_x = x + dx * (length + (mark.right - mark.left) / 2 + w / 2)
        centre_y = y + dy * (length + (mark.bottom - mark.top) / 2 + h / 2)
        boxes.append(Box(centre_x - w / 2, centre_y - h / 2, centre_x + w / 2, centre_y + h / 2))
    return boxes


def _free(boxes: Sequence[Box], taken: _Taken, panel: Box) -> list[int]:
    """List by number the boxes in which a label may stand: inside the panel, on no label or mark."""
    every = np.array(boxes, dtype=float)
    inside = np.flatnonzero(
        (every[:, 0] >= panel.left)
        & (every[:, 2] <= panel.right)
        & (every[:, 1] >= panel.top)
        & (every[:, 3] <= panel.bottom)
    )
    left, top, right, bottom = every[inside].T[:, :, None]
    m = taken.marks.T
    on_mark = (m[0] < right + 1) & (left - 1 < m[2]) & (m[1] < bottom) & (top < m[3])
    k = np.array(taken.labels, dtype=float).reshape(-1, 4).T
    on_label = (
        (left < k[2] + CLEAR)
        & (k[0] < right + CLEAR)
        & (top < k[3] + CLEAR / 2)
        & (k[1] < bottom + CLEAR / 2)
    )
    free: list[int] = inside[~on_mark.any(axis=1) & ~on_label.any(axis=1)].tolist()
    return free


def _leader(box: Box, mark: Box) -> Line:
    """Join the nearest points of two boxes."""
    x, y = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
    from_x = min(max(x, box.left), box.right)
    from_y = min(max(y, box.top), box.bottom)
    to_x = min(max(from_x, mark.left - 1), mark.right + 1)
    to_y = min(max(from_y, mark.top - 1), mark.bottom + 1)
    return from_x, from_y, to_x, to_y


def _crosses(leader: Line, taken: _Taken, own: Box) -> bool:
    """Tell whether a line would run over a label, over another mark or across another line."""
    if any(_cuts(leader, box) for box in taken.labels):
        return True
    x0, y0, x1, y1 = leader
    around = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    marks = (Box(*mark) for mark in taken.marks[_reaching(around, taken.marks)].tolist())
    return any(mark != own and _cuts(leader, mark) for mark in marks)


def _lines_near(box: Box, lines: NDArray[np.float64]) -> list[Line]:
    """Keep the lines whose own box reaches into another one; of many lines few do."""
    ends = np.hstack(
        [np.minimum(lines[:, :2], lines[:, 2:]), np.maximum(lines[:, :2], lines[:, 2:])]
    )
    return [(x0, y0, x1, y1) for x0, y0, x1, y1 in lines[_reaching(box, ends)].tolist()]


def _reaching(box: Box, boxes: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which boxes, rows of left, top, right and bottom, reach to another one."""
    reaching: NDArray[np.bool_] = (
        (boxes[:, 0] <= box.right)
        & (box.left <= boxes[:, 2])
        & (boxes[:, 1] <= box.bottom)
        & (box.top <= boxes[:, 3])
    )
    return reaching


def _cuts(line: Line, box: Box) -> bool:
    """Tell whether a line runs through a box (Liang and Barsky's clipping)."""
    x0, y0, x1, y1 = line
    enter, leave = 0.0, 1.0
    for start, change, low, high in (
        (x0, x1 - x0, box.left, box.right),
        (y0, y1 - y0, box.top, box.bottom),
    ):
        if change == 0:
            if not low < start < high:
                return False
            continue
        a, b = sorted(((low - start) / change, (high - start) / change))
        enter, leave = max(enter, a), min(leave, b)
    return enter < leave
