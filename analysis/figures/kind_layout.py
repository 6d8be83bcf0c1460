"""Where the figures of source by kind stand, in pixels: a table, or lists on a narrow figure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from analysis.codebook import KIND_TERMS, Kind
from analysis.figures.hover import records
from analysis.figures.look import Look
from analysis.figures.template import SMALL_TEXT_SIZE
from analysis.figures.text_width import LINE_HEIGHT, text_width, wrapped
from analysis.figures.tiles import BEFORE_HEADING, NAME_SIZE, NAMES_AT_MOST, SIDE

FIGURE_SIZE = 12.5
LINE = FIGURE_SIZE * LINE_HEIGHT
SMALL_LINE = SMALL_TEXT_SIZE * LINE_HEIGHT
ROW_SPACE = 8
# In a list: the column of kinds, and what the column of figures takes at most.
KINDS_AT = 16
KINDS_WIDTH = 86
WIDEST_FIGURE = 96

# Text (plain), x, y, size, colour ("": muted) and the side whose corner is meant.
Text = tuple[str, float, float, float, str, str]


@dataclass(frozen=True)
class Entry:
    """What stands at one place: a figure or a count of figures, since when, and after whom if so.

    All are Plotly's HTML; ``after`` is mostly empty.
    """

    voice: str
    kind: str
    claim_id: str
    figure: str
    since: str
    after: str
    stale: bool
    hollow: bool

    @property
    def small_lines(self) -> list[str]:
        """The lines under the figure."""
        return [self.since, self.after] if self.after else [self.since]

    @property
    def height(self) -> float:
        """The pixels of all its lines, one under the other."""
        return LINE + len(self.small_lines) * SMALL_LINE


@dataclass(frozen=True)
class Place:
    """An entry with its pixels: its figure, its day, and the box that a click finds."""

    entry: Entry
    left: float
    top: float
    since_left: float
    since_top: float
    width: float
    height: float


@dataclass
class Places:
    """A whole layout: bold texts, hairlines, entries, and the pixel at which it ends."""

    texts: list[Text] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    entries: list[Place] = field(default_factory=list)
    depth: float = 0.0


def table_places(
    rows: pd.DataFrame, entries: Sequence[Entry], kinds: Sequence[str], look: Look
) -> Places:
    """Lay out a table: names before the rows, kinds over the columns, the day under the figure."""
    names = [wrapped(str(name), NAME_SIZE, NAMES_AT_MOST, bold=True) for name in rows["name"]]
    left = (
        SIDE + 16 + max(text_width(line, NAME_SIZE, bold=True) for lines in names for line in lines)
    )
    pitch = (look.width - left - SIDE) / len(kinds)
    layout = Places()
    heads = [
        wrapped(KIND_TERMS[Kind(kind)].label, SMALL_TEXT_SIZE, pitch - 8, bold=True)
        for kind in kinds
    ]
    lines_of_head = max(len(lines) for lines in heads)
    for column, lines in enumerate(heads):
        for number, line in enumerate(lines, start=lines_of_head - len(lines)):
            x = left + column * pitch
            layout.texts.append((line, x, 4 + number * SMALL_LINE, SMALL_TEXT_SIZE, "", "left"))
    y = 4 + lines_of_head * SMALL_LINE + 4
    for row, lines in zip(records(rows), names, strict=True):
        if row["starts"]:
            y += BEFORE_HEADING
        if row["heading"]:
            layout.texts.append((row["heading"], SIDE, y, SMALL_TEXT_SIZE, "", "left"))
            y += SMALL_LINE + 4
        layout.rules.append(y)
        y += ROW_SPACE / 2
        own = [entry for entry in entries if entry.voice == row["voice"]]
        of_kind = {kind: [entry for entry in own if entry.kind == kind] for kind in kinds}
        deepest = max(sum(entry.height for entry in found) for found in of_kind.values())
        height = max(deepest, len(lines) * LINE)
        for number, line in enumerate(lines):
            top = y + 1 + number * LINE
            layout.texts.append((line, SIDE, top, NAME_SIZE, str(row["colour"]), "left"))
        for column, kind in enumerate(kinds):
            x, top = left + column * pitch, y
            for entry in of_kind[kind]:
                layout.entries.append(Place(entry, x, top, x, top + LINE, pitch - 4, entry.height))
                top += entry.height
        y += height + ROW_SPACE / 2
    layout.depth = y
    return layout


def list_places(
    rows: pd.DataFrame, entries: Sequence[Entry], kinds: Sequence[str], look: Look
) -> Places:
    """Lay out lists: each source's name, and beneath it a line for each of its kinds."""
    layout = Places()
    widths = [text_width(entry.figure, FIGURE_SIZE, bold=True) for entry in entries]
    day_at = KINDS_AT + KINDS_WIDTH + min(max(widths, default=0), WIDEST_FIGURE) + 10
    y = 4.0
    for row in records(rows):
        if row["starts"]:
            y += BEFORE_HEADING if layout.entries else 0
        if row["heading"]:
            layout.texts.append((row["heading"], SIDE, y, SMALL_TEXT_SIZE, "", "left"))
            y += SMALL_LINE + 4
        layout.rules.append(y)
        y += ROW_SPACE / 2
        for line in wrapped(str(row["name"]), NAME_SIZE, look.width - 2 * SIDE, bold=True):
            layout.texts.append((line, SIDE, y, NAME_SIZE, str(row["colour"]), "left"))
            y += LINE
        own = [entry for entry in entries if entry.voice == row["voice"]]
        for kind in kinds:
            for number, entry in enumerate(entry for entry in own if entry.kind == kind):
                if not number:
                    label = KIND_TERMS[Kind(kind)].label
                    layout.texts.append((label, KINDS_AT, y + 1, SMALL_TEXT_SIZE, "", "left"))
                y = _listed(layout, entry, y, day_at, look)
        y += ROW_SPACE / 2
    layout.depth = y
    return layout


def _listed(layout: Places, entry: Entry, y: float, day_at: float, look: Look) -> float:
    """Put the day beside the figure, or under it where it finds no room; returns the next line."""
    left = KINDS_AT + KINDS_WIDTH
    fits = left + text_width(entry.figure, FIGURE_SIZE, bold=True) <= day_at
    needed = max(text_width(line, SMALL_TEXT_SIZE) for line in entry.small_lines)
    beside = fits and day_at + needed <= look.width - SIDE
    x, top = (day_at, y + 1) if beside else (left, y + LINE)
    height = max(LINE + 2, entry.height - LINE + 2) if beside else entry.height
    layout.entries.append(Place(entry, left, y, x, top, look.width - SIDE - left, height))
    return y + height
