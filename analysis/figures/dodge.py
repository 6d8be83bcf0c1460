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
# No mark is to lie further off its day, unless a caller says so. Where marks are too many for that,
# neighbours may cover each other until only the next of these shares counts.
FURTHEST = 26.0
SHOWN = (1.0, 0.75, 0.55, 0.4, 0.3, 0.2)


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


def dodge(marks: Marks, width: float, furthest: float = FURTHEST) -> Pixels:
    """Give each mark its place along the axis, ``width`` pixels long.

    A mark of a known day stands on it or as near as is free, at most ``furthest`` pixels off. A mark
    known to a month or a year takes the latest free place within that time, which says no more
    than that it lies there. Where there is not room enough, marks overlap, but as little as may be.
    """
    places = np.array(marks.last, dtype=float)
    taken = np.zeros(len(places), dtype=bool)
    for i in marks.order():
        candidates = _candidates(marks, i, width, furthest)
        shown = _shown(marks, i, candidates, _level(marks, i, taken), places)
        share = next((share for share in SHOWN if (shown >= share).any()), None)
        if share is None:
            places[i] = _loneliest(candidates, places[taken])
        else:
            places[i] = candidates[np.argmax(shown >= share)]
        taken[i] = True
    return places


def _loneliest(candidates: Pixels, others: Pixels) -> float:
    """Choose the candidate furthest from the nearest other mark, the first of equals."""
    return float(candidates[np.argmax(np.abs(candidates[:, None] - others).min(axis=1))])


def _candidates(marks: Marks, i: int, width: float, furthest: float) -> Pixels:
    """List the places a mark may take, the best first, all within the panel."""
    first, last = marks.first[i], marks.last[i]
    within = np.arange(last, first - STEP / 2, -STEP)
    steps = np.arange(STEP, furthest + STEP / 2, STEP)
    around = np.column_stack([last + steps, first - steps]).ravel()
    candidates = np.concatenate([within, around])
    inside = (candidates - marks.before[i] >= 0) & (candidates + marks.after[i] <= width)
    return candidates[inside] if inside.any() else np.array([last])


def _level(marks: Marks, i: int, taken: NDArray[np.bool_]) -> NDArray[np.int64]:
    """List the marks placed already that stand between the same lines as another one."""
    return np.flatnonzero(taken & (marks.top < marks.bottom[i]) & (marks.top[i] < marks.bottom))


def _shown(
    marks: Marks, i: int, candidates: Pixels, level: NDArray[np.int64], places: Pixels
) -> Pixels:
    """Tell for each candidate place which inner share of their widths is free of the next mark.

    1 and more: the mark meets none of those on its level.
    """
    off = candidates[:, None] - places[level]
    to_left = off / (marks.after[level] + marks.before[i])
    to_right = -off / (marks.before[level] + marks.after[i])
    shown: Pixels = np.maximum(to_left, to_right).min(axis=1, initial=np.inf)
    return shown
