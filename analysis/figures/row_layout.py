"""How rows of marks are laid out, in pixels: names, marks and labels, one row under the other."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from analysis.figures.hover import Claim, records
from analysis.figures.look import Look
from analysis.figures.mark_sizes import FULL
from analysis.figures.panel import Scale
from analysis.figures.shapes import Shape
from analysis.figures.template import SMALL_TEXT_SIZE, TEXT_SIZE
from analysis.figures.text_width import LINE_HEIGHT, text_width, wrapped

LABEL_SIZE = 12.5
NAMES_AT_MOST = 220
SIDE = 14
GAP = 8
LANE = 26
# Room for the question mark beside an arrow that nobody is named for.
QUERY = 14
HEADING = 30
# The scale gives way to the labels beside the marks, but keeps this share of its room.
LEAST_SHARE = 0.55


@dataclass(frozen=True)
class Spot:
    """Where a row's texts and its mark stand: pixels from the top of the panel, and the label's
    place along the row (its left edge).
    """

    lane: float
    name_top: float
    label_left: float
    label_top: float


def name_column(rows: pd.DataFrame, look: Look) -> float:
    """Reckon the width of the column of names, SIDE pixels before it included."""
    if look.narrow:
        return 0.0
    widest = max(
        max(text_width(name, TEXT_SIZE, bold=True) for name in rows["name"]),
        max(min(text_width(under, SMALL_TEXT_SIZE), NAMES_AT_MOST) for under in rows["under"]),
    )
    return SIDE + min(widest, NAMES_AT_MOST)


def fitted_scale(
    rows: pd.DataFrame, earlier: pd.DataFrame, look: Look, make: Callable[[float], Scale]
) -> Scale:
    """Make the scale for the rows, short enough that labels find room to the right of the marks.

    ``make`` gives the scale for a length in pixels.
    """
    whole = look.width - name_column(rows, look) - 2 * SIDE
    scale = make(whole)
    if look.narrow:
        return scale
    length = whole
    for row, furthest in zip(records(rows), furthest_ends(rows, earlier, scale), strict=True):
        # What a mark adds to its value in pixels does not shrink with the scale.
        fixed = text_width(row["label"], LABEL_SIZE, bold=True) + GAP + FULL.arrow
        share = furthest / whole
        if share > 0:
            length = min(length, (whole - fixed) / share)
    return make(max(length, whole * LEAST_SHARE))


def furthest_ends(rows: pd.DataFrame, earlier: pd.DataFrame, scale: Scale) -> list[float]:
    """Give, row by row, the pixels to the right end of what its label has to stand clear of."""
    ends = pd.Series(scale.px(rows["high"].fillna(rows["low"]).fillna(0)), index=rows.index)
    # A bar that runs out of the panel has its label above it.
    ends = ends.where(ends <= scale.length, 0)
    if len(earlier):
        ticks = pd.Series(scale.px(earlier["high"].fillna(earlier["low"])))
        ticks = ticks[ticks <= scale.length].groupby(earlier["row"]).max()
        ends = ends.combine(ticks.reindex(ends.index).fillna(0), max)
    return [float(end) for end in ends]


def stack(
    rows: pd.DataFrame, look: Look, value: Scale, room: float
) -> tuple[list[Spot], list[tuple[str, float]], float]:
    """Give every row its pixels, one under the other; returns spots, headings and the depth.

    ``room``: the pixels along a row from where the scale begins.
    """
    spots: list[Spot] = []
    headings: list[tuple[str, float]] = []
    y = 4.0
    for row in records(rows):
        if row["heading"]:
            y += 8 if spots else 0
            headings.append((row["heading"], y))
            y += HEADING - 8
        if look.narrow:
            spot, depth = _narrow_spot(row, room, y)
        else:
            spot, depth = _wide_spot(row, value, room, y)
        spots.append(spot)
        y += depth
    return spots, headings, y + 4


def _wide_spot(row: Claim, value: Scale, room: float, y: float) -> tuple[Spot, float]:
    name_lines = len(wrapped(row["name"], TEXT_SIZE, NAMES_AT_MOST, bold=True))
    under_lines = len(wrapped(row["under"], SMALL_TEXT_SIZE, NAMES_AT_MOST))
    names = name_lines * TEXT_SIZE * LINE_HEIGHT + under_lines * SMALL_TEXT_SIZE * LINE_HEIGHT
    width = text_width(row["label"], LABEL_SIZE, bold=True)
    start, end = mark_ends(row, value)
    end = max(end, row["furthest"])
    line = LABEL_SIZE * LINE_HEIGHT
    above = 0.0
    if end + GAP + width <= room:
        label_left = end + GAP
    else:
        above = line
        label_left = max(0.0, min(start, room - width))
    depth = max(names + 12, LANE + above + 8, 36.0)
    middle = y + depth / 2 + above / 2
    label_top = middle - line / 2 if not above else middle - line - 7
    return Spot(middle, y + depth / 2 - names / 2, label_left, label_top), depth


def _narrow_spot(row: Claim, room: float, y: float) -> tuple[Spot, float]:
    line = LABEL_SIZE * LINE_HEIGHT
    name_lines = wrapped(row["name"], TEXT_SIZE, room, bold=True)
    under_lines = len(wrapped(row["under"], SMALL_TEXT_SIZE, room))
    under = under_lines * SMALL_TEXT_SIZE * LINE_HEIGHT
    name_width = text_width(name_lines[-1], TEXT_SIZE, bold=True)
    label_width = text_width(row["label"], LABEL_SIZE, bold=True)
    names = len(name_lines) * TEXT_SIZE * LINE_HEIGHT
    if name_width + 10 + label_width <= room:
        label_left, label_top = name_width + 10, y + names - TEXT_SIZE * LINE_HEIGHT
        texts = names + under
    else:
        label_left, label_top = 0.0, y + names + under
        texts = names + under + line
    return Spot(y + texts + LANE / 2, y, label_left, label_top), texts + LANE + 9


def mark_ends(row: Claim, value: Scale) -> tuple[float, float]:
    """Give the pixels along the row that a mark takes, from its left to its right end."""
    if row["shape"] == Shape.NOTHING:
        return 0.0, 0.0
    anchor = float(value.px(row["anchor"]))
    query = QUERY if row["unnamed"] else 2
    match row["shape"]:
        case Shape.FLOOR:
            return anchor - query, anchor + FULL.arrow
        case Shape.CEILING:
            return anchor - FULL.arrow, anchor + query
        case Shape.INTERVAL:
            end = float(value.px(row["high"]))
            return anchor, min(end, value.length)
    half = FULL.dot / 2 + 1
    return anchor - half, anchor + half
