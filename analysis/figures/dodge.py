"""Marks of the same days set side by side, so that none hides another.

Everything is in pixels. A mark moves along the axis of days only, never along that of numbers, and
no further than it must; which mark moves is decided by the order of the rows, so that the same
rows always give the same picture.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.float64]

STEP = 1.0
# A mark that finds no free place within this distance stays as near as it may and overlaps.
FURTHEST = 160.0


@dataclass(frozen=True)
class Marks:
    """Marks before dodging: arrays of equal length, in pixels from the panel's left and top.

    A mark belongs anywhere between ``first`` and ``last`` (equal where its day is known).
    ``before`` and ``after`` are what it takes to its left and right, ``top`` and ``bottom`` the
    lines between which it stands.
    """

    first: Pixels
    last: Pixels
    before: Pixels
    after: Pixels
    top: Pixels
    bottom: Pixels

    def order(self) -> list[int]:
        """Give the order of placing: known days first, by day, then by row."""
        wide = self.last - self.first
        return sorted(range(len(wide)), key=lambda i: (wide[i] > 0, self.last[i], i))


def dodge(marks: Marks, width: float) -> Pixels:
    """Give each mark its place along the axis, ``width`` pixels long.

    A mark of a known day stands on it or as near as is free. A mark known to a month or a year
    takes the latest free place within that time, which says no more than that it lies there.
    """
    places = np.array(marks.last, dtype=float)
    taken: list[int] = []
    for i in marks.order():
        candidates = _candidates(marks, i, width)
        free = ~_overlaps(marks, i, candidates, taken, places)
        places[i] = candidates[np.argmax(free)] if free.any() else candidates[0]
        taken.append(i)
    return places


def _candidates(marks: Marks, i: int, width: float) -> Pixels:
    """List the places a mark may take, the best first, all within the panel."""
    first, last = marks.first[i], marks.last[i]
    within = np.arange(last, first - STEP / 2, -STEP)
    steps = np.arange(STEP, FURTHEST, STEP)
    around = np.column_stack([last + steps, first - steps]).ravel()
    candidates = np.concatenate([within, around])
    inside = (candidates - marks.before[i] >= 0) & (candidates + marks.after[i] <= width)
    return candidates[inside] if inside.any() else np.array([last])


def _overlaps(
    marks: Marks, i: int, candidates: Pixels, taken: list[int], places: Pixels
) -> NDArray[np.bool_]:
    """Tell for each candidate place whether the mark would cover one that is placed already."""
    level = [j for j in taken if marks.top[j] < marks.bottom[i] and marks.top[i] < marks.bottom[j]]
    if not level:
        return np.zeros(len(candidates), dtype=bool)
    left, right = places[level] - marks.before[level], places[level] + marks.after[level]
    starts = (candidates - marks.before[i])[:, None]
    ends = (candidates + marks.after[i])[:, None]
    return np.asarray(((starts < right) & (left < ends)).any(axis=1))
