"""How far an axis reaches, and which bars run out of it.

The axis is made for the numbers that can be compared. A word of number ("thousands") or one very
wide range would otherwise stretch it until every other mark stands in its first fifth; such a bar
is let out of the panel, visibly cut, and its label says where it ends.
"""

from math import floor, log10

import numpy as np
import pandas as pd

from analysis.figures.mark_sizes import FULL
from analysis.figures.panel import Scale
from analysis.figures.shapes import Shape

# A range may stretch the axis this much beyond the furthest other number before it is cut.
STRETCH = 1.6
# Room beyond the furthest number, so that no mark sits on the edge.
ROOM = 1.04
CLEAR = 4


def reach(rows: pd.DataFrame) -> float:
    """Give the furthest number that the axis must hold; 1 where there is none.

    ``rows`` as ``shapes`` returns them: shape, low, high, faint. Bars are measured against the
    other marks; where there are bars only, the longest sets the axis, words of number last.
    """
    bars = rows["shape"].eq(Shape.INTERVAL)
    single = rows.loc[~bars, ["low", "high"]].max().max()
    ranges = rows.loc[bars & ~rows["faint"], "high"].max()
    if np.isnan(single):
        ends = [rows["low"].max(), rows["high"].max() if np.isnan(ranges) else ranges]
    else:
        settled = max(single, rows["low"].fillna(0).max())
        ends = [settled, settled if np.isnan(ranges) else min(ranges, STRETCH * settled)]
    return max([float(end) for end in ends if not np.isnan(end)], default=0) or 1.0


def value_scale(
    rows: pd.DataFrame, length: float, log: bool = False, flipped: bool = False, before: float = 0
) -> Scale:
    """Make the axis of numbers: from 0, or from the smallest number where it is logarithmic.

    It ends far enough beyond the furthest number for its mark to fit. ``before`` pixels are kept
    free below 0 for arrows that point down from small numbers.
    """
    far = reach(rows)
    if log:
        ends = pd.concat([rows["low"], rows["high"]])
        smallest = ends[ends > 0].min()
        first = 1.0 if np.isnan(smallest) else 10.0 ** floor(log10(float(smallest)))
        decades = log10(max(far / first, 10.0))
        last = first * 10 ** (decades * length / (length - FULL.arrow - 2 * CLEAR))
        return Scale(first, last, length, log=True, flipped=flipped)
    room = length - before
    points, floors = rows["shape"].eq(Shape.POINT), rows["shape"].eq(Shape.FLOOR)
    for marks, taken in ((points, FULL.dot / 2 + CLEAR), (floors, FULL.arrow + CLEAR)):
        ends = rows.loc[marks, "anchor"].dropna()
        if len(ends):
            far = max(far, float(ends.max()) * room / (room - taken))
    last = max(far, reach(rows) * ROOM)
    return Scale(-last * before / room, last, length, flipped=flipped)


def runs_beyond(rows: pd.DataFrame, end: float) -> pd.Series:
    """Tell which bars end beyond the end of the axis."""
    return rows["shape"].eq(Shape.INTERVAL) & (rows["high"] > end)


def room_below(rows: pd.DataFrame, length: float, furthest: float = 0.0) -> float:
    """Reckon the pixels to keep free below 0 so that an arrow down from a small number fits.

    ``furthest``: the value at which the axis ends, if it is not to follow from the rows.
    """
    downward = rows.loc[rows["shape"].eq(Shape.CEILING), "high"]
    if downward.empty:
        return 0.0
    above_zero = float(downward.min()) / (furthest or reach(rows) * ROOM) * length
    return max(0.0, FULL.arrow + CLEAR - above_zero)
