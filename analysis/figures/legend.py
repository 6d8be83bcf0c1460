"""The legend of marks: exactly those in use, as a caption and as drawn for exports."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.codebook import BLOC_LABELS, Basis, Bloc, Bound, Modality
from analysis.figures.look import Look
from analysis.figures.mark_sizes import FULL
from analysis.figures.marks import add_marks
from analysis.figures.panel import Panel, Scale
from analysis.figures.pen import LEGEND, Pen
from analysis.figures.shapes import SHAPES, Shape, shapes
from analysis.figures.sheet import Sheet
from analysis.figures.text_width import LINE_HEIGHT, text_width, wrapped

# What a legend needs of claims.
READ = (
    *("bound", "modality", "status", "bloc", "said_on_basis", "said_inferred"),
    *("said_first", "said_last", "superseded_by"),
)
TEXT = 11
ROW = 24
SIGN = 36
SIDE = 14.0
GAP = 22


@dataclass(frozen=True)
class Entry:
    """One line of the legend: a mark, as the fields in which it differs, and its meaning."""

    meaning: str
    bound: Bound = Bound.EXACT
    modality: Modality = Modality.ACTUAL
    status: str = "in_force"
    bloc: Bloc = Bloc.MEDIA
    basis: Basis = Basis.STATED
    inferred: bool = False


def _entries(claims: pd.DataFrame, upright: bool) -> Iterator[Entry]:
    """Walk through the marks in the order of the codebook and give those that the claims need."""
    bounds = set(claims["bound"].unique())
    used = {SHAPES[Bound(bound)] for bound in bounds}
    if Shape.POINT in used:
        names = [n for b, n in ((Bound.EXACT, "exact"), (Bound.ABOUT, "about (≈)")) if b in bounds]
        yield Entry(" or ".join(names), next(b for b in SHAPES if b in bounds))
    floors = ((Bound.AT_LEAST, "at least (≥)"), (Bound.MORE_THAN, "more than (>)"))
    ceilings = ((Bound.UP_TO, "up to (≤)"), (Bound.LESS_THAN, "less than (<)"))
    for pairs, limit in ((floors, "upper"), (ceilings, "lower")):
        names = [name for bound, name in pairs if bound in bounds]
        if names:
            meaning = (
                f"{' or '.join(names)}: no {limit} limit given; the arrow’s length means nothing"
            )
            yield Entry(meaning, next(bound for bound, _ in pairs if bound in bounds))
    if Bound.RANGE in bounds:
        yield Entry("range, as given", Bound.RANGE)
    if Bound.VAGUE in bounds:
        yield Entry("a word of number, as wide as the codebook reads it", Bound.VAGUE)
    if (claims["modality"] == Modality.PLANNED).any():
        yield Entry("hollow: planned or expected", modality=Modality.PLANNED)
    if (claims["modality"] == Modality.DENIED).any():
        yield Entry("struck through: denied", modality=Modality.DENIED)
    if upright and (claims["status"] == "revised").any():
        yield Entry("pale: revised since by the same source", status="revised")
    if (claims["status"] == "drift_of_kind").any():
        yield Entry("the number stands elsewhere under another kind", status="drift_of_kind")
    if (claims["bloc"] == Bloc.UNATTRIBUTED).any():
        yield Entry("nobody is named for the figure", bloc=Bloc.UNATTRIBUTED)
    if upright:
        printed = claims["said_on_basis"] == Basis.PRINTED
        inferred = claims["said_inferred"].astype(bool)
        if (printed & ~inferred).any():
            yield Entry("dated by its printing: said then or before", basis=Basis.PRINTED)
        if (printed & inferred).any():
            yield Entry(
                "dated by a printing that is itself inferred", basis=Basis.PRINTED, inferred=True
            )


def bound_legend(claims: pd.DataFrame, upright: bool = False) -> str:
    """Explain in one line of text the marks that these claims are drawn with, and no others.

    ``upright``: for charts over time, where arrows point up and days have marks of their own.
    """
    parts = [_in_text(entry) for entry in _entries(claims, upright)]
    return " · ".join([*parts, *(_beside_the_marks(claims) if upright else ())])


def _beside_the_marks(claims: pd.DataFrame) -> list[str]:
    """Explain what a chart over time draws besides marks."""
    parts = []
    if (claims["said_first"] != claims["said_last"]).any():
        parts.append("pale band: the days between which it was said, where no single day is known")
    if (claims["superseded_by"] != "").any():
        parts.append("thin line: to the claim that revised it")
    parts.append(
        "beneath: one dot a mention on its day of printing, ringed where its claim is new, and "
        "bars for the articles collected in each month"
    )
    return parts


def _in_text(entry: Entry) -> str:
    signs = {
        Shape.POINT: "dot: ",
        Shape.FLOOR: "base and arrow: ",
        Shape.CEILING: "base and arrow: ",
        Shape.INTERVAL: "faint bar: " if entry.bound is Bound.VAGUE else "bar: ",
    }
    if entry.status == "drift_of_kind":
        return f"asterisk: {entry.meaning}"
    if entry.bloc is Bloc.UNATTRIBUTED:
        return f"question mark: {entry.meaning}"
    if entry.basis is Basis.PRINTED:
        return f"{'broken dash' if entry.inferred else 'dash'} before a mark: {entry.meaning}"
    plain = entry.modality is Modality.ACTUAL and entry.status == "in_force"
    return f"{signs[SHAPES[entry.bound]]}{entry.meaning}" if plain else entry.meaning


def blocs_in_use(claims: pd.DataFrame) -> list[tuple[str, str]]:
    """List the blocs among the claims, in their fixed order, as (id, label).

    Media, experts and unattributed share a colour and stand as one.
    """
    present = set(claims["bloc"].unique())
    grey = [bloc for bloc in (Bloc.MEDIA, Bloc.EXPERTS, Bloc.UNATTRIBUTED) if bloc in present]
    pairs = [
        (bloc.value, BLOC_LABELS[bloc]) for bloc in Bloc if bloc in present and bloc not in grey
    ]
    if grey:
        names = ", ".join(BLOC_LABELS[bloc].lower() for bloc in grey)
        pairs.append((grey[0].value, names[0].upper() + names[1:]))
    return pairs


def bloc_lines(claims: pd.DataFrame, look: Look, width: float) -> list[str]:
    """Write the colour key as lines of text no wider than ``width`` pixels, ready for Plotly."""
    lines: list[str] = []
    room = 0.0
    for bloc, name in blocs_in_use(claims):
        part = f"■ {name}"
        needed = text_width(part, TEXT) + GAP
        colour = look.palette.bloc(bloc)
        written = (
            f'<span style="color:{colour}">■</span> '
            f'<span style="color:{look.palette.muted}">{name}</span>'
        )
        if lines and needed <= room:
            lines[-1] += "    " + written
        else:
            lines.append(written)
            room = width
        room -= needed
    return lines


@dataclass(frozen=True)
class Laid:
    """An entry with its place: the pixels from the legend's left and top to its sign's middle.

    Without an entry it is a line of text alone.
    """

    entry: Entry | None
    lines: list[str]
    left: float
    middle: float


def _laid_out(claims: pd.DataFrame, look: Look, upright: bool) -> tuple[list[Laid], float]:
    """Lay the entries out in lines, left to right; returns them and the legend's height."""
    laid: list[Laid] = []
    left, top, depth = SIDE, 8.0, 0.0
    for entry in _entries(claims, upright):
        lines = wrapped(entry.meaning, TEXT, look.width - 2 * SIDE - SIGN)
        width = SIGN + max(text_width(line, TEXT) for line in lines)
        if left > SIDE and left + width > look.width - SIDE:
            left, top = SIDE, top + depth
        depth = ROW + (len(lines) - 1) * TEXT * LINE_HEIGHT
        laid.append(Laid(entry, lines, left, top + depth / 2))
        left += width + GAP
    height = top + depth if laid else 0.0
    if upright:
        text = " · ".join(_beside_the_marks(claims))
        lines = wrapped(text[0].upper() + text[1:], TEXT, look.width - 2 * SIDE)
        depth = len(lines) * TEXT * LINE_HEIGHT
        laid.append(Laid(None, lines, SIDE, height + 4 + depth / 2))
        height += depth + 8
    return laid, height


def draw_legend(
    figure: go.Figure, claims: pd.DataFrame, look: Look, upright: bool = False
) -> go.Figure:
    """Return the figure with a drawn legend beneath it; the figure grows by its height."""
    laid, added = _laid_out(claims, look, upright)
    if not laid:
        return figure
    grown = go.Figure(figure)
    _make_room(grown, added)
    sheet = Sheet(look, grown.layout.height)
    panel = Panel(
        x=Scale(0, look.width, look.width),
        y=Scale(0, added, added, flipped=True),
        number=_free_axes(grown),
        upright=upright,
    )
    sheet.lay(panel, 0, sheet.height - added, {"visible": False}, {"visible": False})
    for one in laid:
        if one.entry is not None:
            _draw_sign(
                Pen(sheet, panel, look, FULL, LEGEND), one.entry, one.left, added - one.middle
            )
        text = escape("\n".join(one.lines)).replace("\n", "<br>")
        height = len(one.lines) * TEXT * LINE_HEIGHT
        left, top = one.left + (SIGN if one.entry else 0), one.middle - height / 2
        sheet.write(text, left, sheet.height - added + top, TEXT, look.palette.muted)
    grown.add_traces(sheet.figure([]).data)
    grown.update_layout(sheet.axes)
    grown.layout.annotations = [*grown.layout.annotations, *sheet.annotations]
    return grown


def _free_axes(figure: go.Figure) -> int:
    """Give the number of an axis pair that the figure does not use yet."""
    return 1 + max(
        int(name.plotly_name.removeprefix("xaxis") or 1) for name in figure.select_xaxes()
    )


def _make_room(figure: go.Figure, added: float) -> None:
    """Lengthen the figure at its foot and squeeze all that lies in it by as much."""
    before = float(figure.layout.height)
    share = before / (before + added)
    figure.layout.height = round(before + added)
    for axis in figure.select_yaxes():
        axis.domain = [1 - (1 - end) * share for end in axis.domain]
    for annotation in figure.layout.annotations:
        if annotation.yref == "paper":
            annotation.y = 1 - (1 - annotation.y) * share
    for shape in figure.layout.shapes:
        if shape.yref == "paper":
            shape.y0, shape.y1 = (1 - (1 - end) * share for end in (shape.y0, shape.y1))


def _draw_sign(pen: Pen, entry: Entry, left: float, middle: float) -> None:
    """Draw an entry's mark in the legend's own panel, whose units are pixels."""
    shape = SHAPES[entry.bound]
    centre = left + (SIGN - 8) / 2
    # An arrow starts off the centre, so that the whole of it stands in the middle of its room.
    shift = {Shape.FLOOR: -FULL.arrow / 2, Shape.CEILING: FULL.arrow / 2}.get(shape, 0.0)
    value = (middle if pen.panel.upright else centre) + shift
    half = 8.0 if pen.panel.upright else 12.0
    interval = shape is Shape.INTERVAL
    row = pd.DataFrame(
        {
            "claim_id": [""],
            "claimant": ["media_other"],
            "bloc": [entry.bloc.value],
            "bound": [entry.bound.value],
            "low": [value - half if interval else np.nan if shape is Shape.CEILING else value],
            "high": [value + half if interval else np.nan if shape is Shape.FLOOR else value],
            "modality": [entry.modality.value],
            "status": [entry.status],
            "said_on_basis": [entry.basis.value],
            "said_inferred": [entry.inferred],
        }
    )
    at = centre if pen.panel.upright else middle
    signs = shapes(row, pen.look).assign(at=at, hover="", cut=False)
    add_marks(pen, signs)
