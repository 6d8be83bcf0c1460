"""The print version of a chart: light, of a given format, with all that it needs to stand alone.

The figure is drawn anew for the width at which it fits the format, never cut and never squeezed:
a chart with many rows is laid out on a larger sheet and printed smaller, one with few on a smaller
sheet and printed larger.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from html import escape

import pandas as pd
import plotly.graph_objects as go

from analysis.exports.framing import add_lines, add_rule, depth, framed
from analysis.exports.notes import LICENCE, NOT_VERIFIED, SUBJECT, Notes
from analysis.figures.legend import draw_legend
from analysis.figures.look import Look
from analysis.figures.template import PRINT_FONT, SMALL_TEXT_SIZE, TEXT_SIZE
from analysis.figures.text_width import text_width, wrapped

TITLE_SIZE = 20
SIDE = 14
TOP = 14
BOTTOM = 12
GAP = 10

# Widths of the sheet that a format of fixed height is tried on.
NARROWEST, WIDEST, STEP = 640, 4800, 80
# On a narrower axis of days, marks of the same weeks would stand far off their own day.
NARROWEST_UPRIGHT = 880
# Smaller text, in pixels of the picture, is hard to read on a slide.
READABLE = 7.0
# PNG comes at twice the size, for screens with fine pixels and for print.
FINE = 2


class Size(StrEnum):
    """The formats of a picture."""

    SLIDE = "slide"
    SQUARE = "square"
    PAGE = "page"


# Width and height in pixels; a page is as long as its chart.
FORMATS: dict[Size, tuple[int, int | None]] = {
    Size.SLIDE: (1200, 675),
    Size.SQUARE: (1080, 1080),
    Size.PAGE: (1000, None),
}

Draw = Callable[[Look], go.Figure]


@dataclass(frozen=True)
class Print:
    """A chart ready to become a picture.

    ``figure`` is laid out ``figure.layout.width`` by ``height``; a picture of it, ``scale`` times
    as large, is ``width`` by ``height`` pixels (PNG: FINE times that). Both the command line and
    the browser hand it over so: ``Plotly.toImage`` takes ``width`` and ``height`` of the layout and
    the scale.
    """

    figure: go.Figure
    width: int
    height: int

    @property
    def scale(self) -> float:
        """How many pixels of the picture one of the layout takes."""
        return self.width / float(self.figure.layout.width)

    @property
    def smallest_text(self) -> float:
        """The size of the smallest text in the picture, in its pixels before FINE."""
        return SMALL_TEXT_SIZE * self.scale

    @property
    def readable(self) -> bool:
        """Tell whether its smallest text can be read as it is."""
        return self.smallest_text >= READABLE


def print_figure(
    draw: Draw, notes: Notes, claims: pd.DataFrame, size: Size, upright: bool = False
) -> Print:
    """Draw a chart for print: with title, filters, legend of its marks, sources, day and licence.

    ``draw`` makes the chart, without a title of its own, for a look. ``claims`` are those that it
    draws: the legend explains their marks. An empty frame leaves the legend out. ``upright``: a
    chart over time. Nothing is cut: the picture of a long chart has small text, see
    ``Print.smallest_text``.
    """
    width, height = FORMATS[size]
    if height is None:
        sheet = _sheet(draw, notes, claims, width, upright)
        return Print(sheet.whole(sheet.needed), width, sheet.needed)
    layout_width = NARROWEST_UPRIGHT if upright else NARROWEST
    while True:
        allowed = round(layout_width * height / width)
        sheet = _sheet(draw, notes, claims, layout_width, upright)
        if sheet.needed <= allowed or layout_width >= WIDEST:
            break
        layout_width = _next_width(layout_width, sheet.needed * width / height, width, height)
    if upright and sheet.needed < allowed:
        filled = _sheet(draw, notes, claims, layout_width, upright, allowed - sheet.needed)
        sheet = filled if filled.needed <= allowed else sheet
    return Print(sheet.whole(max(allowed, sheet.needed)), width, height)


def _next_width(tried: int, wanted: float, width: int, height: int) -> int:
    """Step half of the way to the width at which a chart as long as the one tried would fit.

    A chart is seldom longer on a wider sheet and often shorter, so the whole way may be too far.
    """
    half = tried + (wanted - tried) / 2
    step = max(tried + STEP, int(half // STEP) * STEP)
    return step if _lands_on_pixels(step, width, height) else step + STEP


def _lands_on_pixels(layout_width: int, width: int, height: int) -> bool:
    """Tell whether the scale, a rounded fraction, gives the format back to the pixel."""
    scale = width / layout_width
    return scale * layout_width == width and scale * round(layout_width * height / width) == height


# Lines of Plotly's HTML, their size and their colour.
Paragraph = tuple[list[str], float, str]


@dataclass(frozen=True)
class _Sheet:
    """A chart drawn for a width, with its legend, and the texts that go around it."""

    body: go.Figure
    head: list[Paragraph]
    foot: list[Paragraph]
    look: Look

    @property
    def above(self) -> float:
        return TOP + sum(depth(lines, size) for lines, size, _ in self.head) + GAP

    @property
    def below(self) -> float:
        return 2 * GAP + sum(depth(lines, size) + 3 for lines, size, _ in self.foot) + BOTTOM

    @property
    def needed(self) -> int:
        """The height that all of it takes, in pixels."""
        return -int(-(self.above + float(self.body.layout.height) + self.below) // 1)

    def whole(self, height: int) -> go.Figure:
        """Put it together; what the height has to spare stands beneath the chart."""
        spare = height - self.above - self.below - float(self.body.layout.height)
        # A chart hangs from its title; what is left to spare stands beneath it.
        extra = min(spare / 3, 2 * GAP)
        figure = framed(self.body, self.above + extra, self.below + spare - extra)
        figure.layout.height = height
        figure.layout.font.family = PRINT_FONT
        top = float(TOP)
        for lines, size, colour in self.head:
            top = add_lines(figure, lines, SIDE, top, size, colour)
        top = height - self.below + GAP
        add_rule(figure, top, SIDE, self.look.palette.grid)
        top += GAP
        for lines, size, colour in self.foot:
            top = add_lines(figure, lines, SIDE, top, size, colour) + 3
        return figure


def _sheet(
    draw: Draw, notes: Notes, claims: pd.DataFrame, width: int, upright: bool, spare: int = 0
) -> _Sheet:
    look = Look(dark=False, width=width, spare=spare)
    chart = draw(look)
    told = notes.with_remarks((chart.layout.meta or {}).get("notes", []))
    if len(claims):
        chart = draw_legend(chart, claims, look, upright)
    room = width - 2 * SIDE
    ink, muted = look.palette.ink, look.palette.muted
    head: list[Paragraph] = [
        (_lines(SUBJECT, SMALL_TEXT_SIZE, room), SMALL_TEXT_SIZE, muted),
        (_lines(told.title, TITLE_SIZE, room, bold=True), TITLE_SIZE, ink),
        (_lines(told.filters, TEXT_SIZE, room), TEXT_SIZE, muted),
    ]
    foot: list[Paragraph] = [
        (_standing_out(_lines(text, SMALL_TEXT_SIZE, room)), SMALL_TEXT_SIZE, muted)
        for text in foot_texts(told)
    ]
    return _Sheet(chart, head, foot, look)


def foot_texts(notes: Notes) -> list[str]:
    """Write what stands beneath a picture, paragraph by paragraph."""
    sources = f" Sources shown: {', '.join(notes.sources)}." if notes.sources else ""
    behind = f" {notes.behind}." if notes.behind else ""
    texts = [
        f"{NOT_VERIFIED}{sources}{behind}",
        " ".join(notes.remarks),
        f"{notes.data_words()} · {LICENCE}",
        notes.address,
    ]
    return [text for text in texts if text]


def _lines(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    whole_words = " ".join(_pieces(word, size, room) for word in text.split())
    lines = [escape(line) for line in wrapped(whole_words, size, room, bold)]
    return [f"<b>{line}</b>" for line in lines] if bold else lines


def _standing_out(lines: list[str]) -> list[str]:
    """Set in bold, where a paragraph begins with it, that nothing here is verified."""
    return [line.replace(NOT_VERIFIED, f"<b>{NOT_VERIFIED}</b>") for line in lines]


def _pieces(word: str, size: float, room: float) -> str:
    """Cut a word that is wider than a line, as an address can be, into pieces that are not."""
    if text_width(word, size) <= room:
        return word
    pieces = [""]
    for letter in word:
        if text_width(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return " ".join(pieces)
