"""Names on the map: each in a place of its own at the opening view, or left out.

The ledger says on which side of its marks a name stands (``label_dx``, ``label_dy``); where that is
taken, the other sides are tried. A name that finds no room is dropped, the least reported first:
its marks stay, and the list beneath the map has it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import isnan

import numpy as np

from analysis.figures.great_circle import Point
from analysis.figures.map_marks import POINT_RADIUS, Mark
from analysis.figures.map_view import Window
from analysis.figures.text_width import LINE_HEIGHT, text_width

NAME_SIZE, AREA_SIZE = 12.0, 11.0
NARROW_BY = 1.0
# Where Crimea is hatched as occupied: that is to be seen, so no name stands there.
HATCHED = ((32.4, 46.3), (36.7, 44.3))
# Half of a question mark at an open end.
SIGN = 5.0
# Between marks and name where the ledger does not say, and between one name and the next.
BESIDE = 5.0
APART = 1.0


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels from the left and top of the frame."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box", apart: float = 0.0) -> bool:
        """Tell whether two boxes come closer than ``apart``."""
        return (
            self.left < other.right + apart
            and other.left < self.right + apart
            and self.top < other.bottom + apart
            and other.top < self.bottom + apart
        )


@dataclass(frozen=True)
class Wish:
    """A name that wants a place: its text, its point, and the offset that the ledger gives (or NaN).

    ``area``: it names an area or a line, and stands upon its anchor. ``weight``: how much is
    reported there; ``pinned`` names go first.
    """

    location: str
    lines: tuple[str, ...]
    point: Point
    dx: float
    dy: float
    area: bool
    weight: int
    pinned: bool


@dataclass(frozen=True)
class Label:
    """A name with its place: offset in pixels from the point to the text's anchor and middle.

    ``anchor`` is the side of the text that stands there: "start", "middle" or "end".
    """

    location: str
    lines: tuple[str, ...]
    point: Point
    anchor: str
    right: float
    down: float
    size: float
    area: bool
    box: Box


def mark_box(marks: Sequence[Mark], location: str) -> Box:
    """Give the pixels about a place's point that its marks take, the point's dot included."""
    own = [mark for mark in marks if mark.location == location]
    return Box(
        left=min([-POINT_RADIUS, *(m.right - m.half_width for m in own)]),
        top=min([-POINT_RADIUS, *(-m.radius for m in own)]),
        right=max([POINT_RADIUS, *(m.right + m.half_width for m in own)]),
        bottom=max([POINT_RADIUS, *(m.radius for m in own)]),
    )


def _moved(box: Box, by: Point) -> Box:
    return Box(box.left + by[0], box.top + by[1], box.right + by[0], box.bottom + by[1])


def placed_labels(
    wishes: Sequence[Wish],
    marks: Sequence[Mark],
    lines: Sequence[Sequence[Point]],
    open_ends: Sequence[Point],
    window: Window,
    narrow: bool,
) -> list[Label]:
    """Place as many names as find room in the window, pinned ones first, then by weight.

    No two names meet, and no name covers a mark or the hatching; ``lines`` (in degrees) and the
    question marks at open ends are crossed by pinned names alone, and only where there is no other
    place for them. A figure under a name is given up before the name is. Names of areas come after those
    of places.
    """
    drawn = [[window.px(point) for point in line] for line in lines]
    pieces = np.array([piece for line in drawn for piece in pairwise(line)]).reshape(-1, 2, 2)
    taken = [
        _moved(_one_mark(mark), window.px(mark.point))
        for mark in sorted(marks, key=lambda mark: mark.location)
    ]
    dots = [
        _moved(mark_box((), wish.location), window.px(wish.point))
        for wish in wishes
        if not wish.area
    ]
    (left, top), (right, bottom) = (window.px(corner) for corner in HATCHED)
    asked = [_moved(Box(-SIGN, -SIGN, SIGN, SIGN), window.px(end)) for end in open_ends]
    taken += [*dots, Box(left, top, right, bottom)]
    placed: list[Label] = []
    order = sorted(wishes, key=_turn)
    for wish in order:
        shorter = replace(wish, lines=wish.lines[:1])
        tried = [*_tried(wish, marks, window, narrow), *_tried(shorter, marks, window, narrow)]
        free = [label for label in tried if _is_free(label, taken, window)]
        clear = [
            label
            for label in free
            if not crosses(pieces, label.box) and not any(label.box.meets(sign) for sign in asked)
        ]
        # A name that must be there may cross a line; any other is left to the list.
        fitting = clear or (free if wish.pinned else [])
        if fitting:
            label = fitting[0]
            placed.append(label)
            taken.append(label.box)
    return placed


def _turn(wish: Wish) -> tuple[bool, bool, float, str]:
    """Order wishes: pinned places from north to south, so that names stack as their places lie."""
    return (
        not wish.pinned,
        wish.area,
        -wish.point[1] if wish.pinned else -wish.weight,
        wish.location,
    )


def _one_mark(mark: Mark) -> Box:
    across, up = mark.half_width, mark.radius
    return Box(mark.right - across, -up, mark.right + across, up)


def _is_free(label: Label, taken: Sequence[Box], window: Window) -> bool:
    box = label.box
    inside = (
        box.left >= 0 and box.top >= 0 and box.right <= window.width and box.bottom <= window.height
    )
    return inside and not any(box.meets(other, APART) for other in taken)


def crosses(pieces: np.ndarray, box: Box) -> bool:
    """Tell whether any straight piece of a line goes through a box (Liang and Barsky's clipping).

    ``pieces``: one row a piece; of each its start and its end, of either the pixels across and down.
    """
    start, along = pieces[:, 0], pieces[:, 1] - pieces[:, 0]
    low, high = np.array([box.left, box.top]), np.array([box.right, box.bottom])
    with np.errstate(divide="ignore", invalid="ignore"):
        one, other = (low - start) / along, (high - start) / along
    # A piece that runs straight across, or straight down, lies between two sides or never does.
    is_still = along == 0
    within = (low <= start) & (start <= high)
    near = np.where(is_still, np.where(within, -np.inf, np.inf), np.minimum(one, other))
    far = np.where(is_still, np.inf, np.maximum(one, other))
    enters = np.maximum(near.max(axis=1, initial=-np.inf), 0.0)
    leaves = np.minimum(far.min(axis=1, initial=np.inf), 1.0)
    return bool((enters <= leaves).any())


def _tried(wish: Wish, marks: Sequence[Mark], window: Window, narrow: bool) -> Iterator[Label]:
    """Yield the places for a name: the ledger's, then right, left, above and below its marks."""
    box = mark_box(marks, wish.location)
    size = (AREA_SIZE if wish.area else NAME_SIZE) - (NARROW_BY if narrow else 0.0)
    width = max(text_width(line, size, bold=not wish.area) for line in wish.lines)
    height = len(wish.lines) * size * LINE_HEIGHT
    given = [] if isnan(wish.dx) or isnan(wish.dy) else [(wish.dx, wish.dy)]
    around = [(BESIDE, 0.0), (-BESIDE, 0.0), (0.0, -BESIDE), (0.0, BESIDE)]
    # On the side that the ledger gives first, on the other one next.
    side = -BESIDE if wish.dx < 0 else BESIDE
    slanted = [(right, down) for right in (side, -side) for down in (-12.0, 12.0, -24.0, 24.0)]
    sides = given + ([(0.0, 0.0), *around[2:]] if wish.area else around + slanted)
    for dx, dy in sides:
        anchor, right, left = "middle", 0.0, -width / 2
        down = dy
        if dx > 0:
            anchor, right = "start", box.right + dx
            left = right
        elif dx < 0:
            anchor, right = "end", box.left + dx
            left = right - width
        elif dy < 0:
            down = box.top + dy - height / 2
        elif dy > 0:
            down = box.bottom + dy + height / 2
        about = Box(left, down - height / 2, left + width, down + height / 2)
        yield Label(
            location=wish.location,
            lines=wish.lines,
            point=wish.point,
            anchor=anchor,
            right=round(right, 1),
            down=round(down, 1),
            size=size,
            area=wish.area,
            box=_moved(about, window.px(wish.point)),
        )
