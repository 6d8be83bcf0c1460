"""The map's key: every symbol in use, what sizes mean, and the sentences that go with the map."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from math import sqrt

import plotly.graph_objects as go

from analysis.codebook import LocationRole, Modality
from analysis.figures.hover import count_text
from analysis.figures.look import Look
from analysis.figures.map_colours import MapColours, map_colours
from analysis.figures.map_marker import Sign, add_markers
from analysis.figures.map_marks import SIGHTING_RADIUS
from analysis.figures.map_scene import Scene
from analysis.figures.map_words import caption
from analysis.figures.panel import Panel, Scale
from analysis.figures.places import SIGHTING
from analysis.figures.sheet import axes_of
from analysis.figures.template import template
from analysis.figures.text_width import LINE_HEIGHT, text_width, wrapped

TEXT = 11
SIDE = 14.0
GAP = 18.0
BESIDE = 7.0
ROLE_RADIUS = 5.0
# The sizes that are explained, times a power of ten where the first would be too small to see.
SIZES = (1, 10, 50)
LEAST_RADIUS = 1.2

ROLE_WORDS = {
    LocationRole.AT: "are there",
    LocationRole.TO: "go there",
    LocationRole.FROM: "come from there",
    LocationRole.VIA: "pass through",
}


@dataclass(frozen=True)
class Entry:
    """One symbol with its meaning."""

    sign: Sign
    meaning: str


def key_entries(scene: Scene) -> Iterator[Entry]:
    """Yield the symbols that the scene uses, and no others: roles, modalities, sizes."""
    used = scene.marks
    for role, meaning in ROLE_WORDS.items():
        if any(mark.role == role for mark in used):
            yield Entry(Sign(role, Modality.ACTUAL, ROLE_RADIUS, False), meaning)
    for modality, meaning in (
        (Modality.PLANNED, "hollow: planned"),
        (Modality.DENIED, "struck through: denied"),
    ):
        with_it = [mark for mark in used if mark.modality == modality]
        if with_it:
            only_sightings = all(mark.evidence == SIGHTING for mark in with_it)
            yield Entry(Sign(LocationRole.AT, modality, ROLE_RADIUS, only_sightings), meaning)
    if any(mark.evidence == SIGHTING for mark in used):
        small = Sign(LocationRole.AT, Modality.ACTUAL, SIGHTING_RADIUS, True)
        yield Entry(small, "grey: named without a number")
    most = max((mark.count for mark in used if mark.evidence != SIGHTING), default=0)
    for count in explained_sizes(scene.unit):
        if count <= most:
            size = Sign(LocationRole.AT, Modality.ACTUAL, scene.unit * sqrt(count), False)
            yield Entry(size, count_text(count, "claim"))


def explained_sizes(unit: float) -> list[int]:
    """Choose the numbers of claims whose marks the key shows.

    ``unit``: the radius of one claim's mark, in pixels.

    >>> explained_sizes(3.0), explained_sizes(0.26)
    ([1, 10, 50], [100, 1000, 5000])
    """
    times = 1
    while unit * sqrt(times) < LEAST_RADIUS:
        times *= 10
    return [size * times for size in SIZES]


@dataclass(frozen=True)
class _Laid:
    """An entry with the pixels of its symbol's middle."""

    entry: Entry
    across: float
    down: float


def _laid_out(scene: Scene) -> tuple[list[_Laid], float]:
    """Lay the entries out in lines, left to right; returns them and the pixels they take."""
    lines: list[list[Entry]] = [[]]
    room = scene.look.width - 2 * SIDE
    for entry in key_entries(scene):
        if lines[-1] and sum(map(_width, [*lines[-1], entry])) > room + GAP:
            lines.append([])
        lines[-1].append(entry)
    laid, down = [], 8.0
    for line in lines:
        depth = max((2 * entry.sign.radius for entry in line), default=0.0)
        depth = max(depth, TEXT * LINE_HEIGHT) + 4
        across = SIDE
        for entry in line:
            laid.append(_Laid(entry, across + entry.sign.radius, down + depth / 2))
            across += _width(entry)
        down += depth
    return laid, down


def _width(entry: Entry) -> float:
    return 2 * entry.sign.radius + BESIDE + text_width(entry.meaning, TEXT) + GAP


def draw_key(figure: go.Figure, scene: Scene, captioned: bool = True) -> go.Figure:
    """Return the map with its key beneath; the figure grows by its height.

    ``captioned``: with the sentences of the caption in it. Without, they stand in the figure's
    notes, as those of a chart do, for whatever the picture goes into to print them.
    """
    laid, key_height = _laid_out(scene)
    told = caption(bool(scene.movements), bool(scene.kind))
    room = scene.look.width - 2 * SIDE
    lines = wrapped(" ".join(told), TEXT, room) if captioned else []
    added = key_height + 6 + len(lines) * TEXT * LINE_HEIGHT + 8
    grown = go.Figure(figure)
    before = float(grown.layout.height)
    grown.layout.height = round(before + added)
    share = before / grown.layout.height
    grown.layout.yaxis.domain = [1 - share, 1]
    if not captioned:
        grown.layout.meta = {"notes": told}
    # The key lies in axes of its own, whose units are pixels from its left and its foot.
    size = (scene.look.width, int(grown.layout.height))
    height = size[1] - before
    x = Scale(0, size[0], size[0])
    panel = Panel(x=x, y=Scale(0, height, height, flipped=True), number=2)
    hidden = {"visible": False}
    grown.update_layout(axes_of(panel, 0, before, size, hidden, hidden))
    _draw(grown, laid, lines, key_height, height, map_colours(scene.look), scene.look)
    return grown


def _draw(
    figure: go.Figure,
    laid: list[_Laid],
    lines: list[str],
    key_height: float,
    height: float,
    colours: MapColours,
    look: Look,
) -> None:
    figure.add_shape(
        type="rect",
        x0=0,
        x1=look.width,
        y0=0,
        y1=height,
        xref="x2",
        yref="y2",
        layer="below",
        line={"width": 0},
        fillcolor=look.palette.surface,
    )
    add_markers(
        figure,
        [one.across for one in laid],
        [height - one.down for one in laid],
        [one.entry.sign for one in laid],
        colours,
        hoverinfo="skip",
        xaxis="x2",
        yaxis="y2",
    )
    texts = [
        (
            one.entry.meaning,
            one.across + one.entry.sign.radius + BESIDE,
            height - one.down,
            "middle",
        )
        for one in laid
    ]
    if lines:
        told = "<br>".join(escape(line) for line in lines)
        texts.append((told, SIDE, height - key_height - 6, "top"))
    for text, across, up, anchor in texts:
        figure.add_annotation(
            text=text,
            x=across,
            y=up,
            xref="x2",
            yref="y2",
            xanchor="left",
            yanchor=anchor,
            align="left",
            borderpad=0,
            font={"size": TEXT, "color": look.palette.muted},
        )


def key_figure(scene: Scene) -> go.Figure:
    """Draw the key and the caption alone, to stand beneath the map in the browser."""
    empty = go.Figure(
        layout={
            "template": template(scene.look),
            "width": scene.look.width,
            # The least that Plotly takes.
            "height": 10,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "xaxis": {"visible": False, "domain": [0, 1]},
            "yaxis": {"visible": False, "domain": [0, 1]},
        }
    )
    return draw_key(empty, scene)
