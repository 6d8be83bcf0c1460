"""Cutting and thinning of lines and rings, in the plane in which the map is drawn.

Points are (x, y) in any unit; rings are closed, their last point being their first.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Line = list[Point]


@dataclass(frozen=True)
class Frame:
    """A rectangle with upright sides."""

    west: float
    south: float
    east: float
    north: float

    def cut(self, ring: Line) -> Line:
        """Cut a ring to the rectangle; what lay beyond runs along its sides. May be empty.

        Sutherland and Hodgman's way: one side after the other.
        """
        for inside, crossing in self._sides():
            ring = _cut_at(ring, inside, crossing)
        return ring

    def _sides(self) -> list[tuple[Callable[[Point], bool], Callable[[Point, Point], Point]]]:
        return [
            (lambda p: p[0] >= self.west, lambda a, b: _at_x(a, b, self.west)),
            (lambda p: p[0] <= self.east, lambda a, b: _at_x(a, b, self.east)),
            (lambda p: p[1] >= self.south, lambda a, b: _at_y(a, b, self.south)),
            (lambda p: p[1] <= self.north, lambda a, b: _at_y(a, b, self.north)),
        ]


def _at_x(a: Point, b: Point, x: float) -> Point:
    return x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])


def _at_y(a: Point, b: Point, y: float) -> Point:
    return a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), y


def _cut_at(
    ring: Line, inside: Callable[[Point], bool], crossing: Callable[[Point, Point], Point]
) -> Line:
    kept: Line = []
    for before, point in zip([ring[-1], *ring[:-1]], ring, strict=True) if ring else ():
        if inside(before) != inside(point):
            kept.append(crossing(before, point))
        if inside(point):
            kept.append(point)
    if kept and kept[0] != kept[-1]:
        kept.append(kept[0])
    return kept


def simplified(line: Line, tolerance: Callable[[Point], float]) -> Line:
    """Leave out the points that lie no further from the line without them than is tolerated there.

    Douglas and Peucker's way. Both ends stay, so lines that met still meet; a ring is halved at
    the point farthest from its beginning first.
    """
    if len(line) < 3:
        return line
    if line[0] == line[-1]:
        far = max(range(len(line)), key=lambda i: hypot(*_step(line[0], line[i])))
        if far == 0:
            return line
        return _thinned(line[: far + 1], tolerance)[:-1] + _thinned(line[far:], tolerance)
    return _thinned(line, tolerance)


def _thinned(line: Line, tolerance: Callable[[Point], float]) -> Line:
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        farthest, distance = first, 1.0
        for i in range(first + 1, last):
            off = _off(line[i], line[first], line[last]) / tolerance(line[i])
            if off > distance:
                farthest, distance = i, off
        if farthest != first:
            keep.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return [line[i] for i in sorted(keep)]


def _step(a: Point, b: Point) -> Point:
    return b[0] - a[0], b[1] - a[1]


def _off(point: Point, a: Point, b: Point) -> float:
    """Give a point's distance from the straight line between two others."""
    (px, py), (dx, dy) = _step(a, point), _step(a, b)
    length = dx * dx + dy * dy
    share = min(max((px * dx + py * dy) / length, 0.0), 1.0) if length else 0.0
    return hypot(px - share * dx, py - share * dy)


def area(ring: Line) -> float:
    """Give the area of a ring, whichever way it runs.

    >>> area([(0, 0), (2, 0), (2, 1), (0, 0)])
    1.0
    """
    after = ring[1:] + ring[:1]
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, after, strict=True))
    return abs(twice) / 2


def hatching(ring: Line, spacing: float) -> list[Line]:
    """Fill a ring with parallel strokes that rise to the right, ``spacing`` apart along y."""
    # In this sheared frame the strokes lie level, so each one is cut at the ring's crossings.
    sheared = [(x, y - x) for x, y in ring]
    heights = [y for _, y in sheared]
    strokes: list[Line] = []
    level = min(heights) + spacing / 2
    while level < max(heights):
        crossings = sorted(
            _at_y(a, b, level)[0] for a, b in pairwise(sheared) if (a[1] > level) != (b[1] > level)
        )
        pairs = zip(crossings[::2], crossings[1::2], strict=True)
        strokes += [[(left, level + left), (right, level + right)] for left, right in pairs]
        level += spacing
    return strokes
