"""The map's twin for print, and for readers without WebGL: the same scene over the same outlines.

Plotly's own maps would fetch their outlines from elsewhere, so this one is a plain chart in the
plane of the map: degrees of longitude across, northings up.
"""

from html import escape

import plotly.graph_objects as go

from analysis.codebook import Modality
from analysis.figures.great_circle import Point
from analysis.figures.map_colours import MapColours, map_colours
from analysis.figures.map_ground import draw_ground, stroke
from analysis.figures.map_key import draw_key
from analysis.figures.map_marker import add_markers, sign
from analysis.figures.map_marks import POINT_RADIUS
from analysis.figures.map_scene import Scene, ring_radius
from analysis.figures.map_view import northing
from analysis.figures.movements import Movement
from analysis.figures.panel import Panel, Scale
from analysis.figures.sheet import axes_of
from analysis.figures.template import template
from analysis.ledger.outlines import Ground

LINE_WIDTH = 1.6
DASHES = {Modality.PLANNED: "8px,5px", Modality.DENIED: "2px,5px"}


def printed_map(scene: Scene, ground: Ground) -> go.Figure:
    """Draw the scene with its key; the sentences of its caption stand in the figure's notes."""
    return draw_key(static_map(scene, ground), scene, captioned=False)


def static_map(scene: Scene, ground: Ground) -> go.Figure:
    """Draw the scene, without its key.

    Points that can be clicked carry ``customdata`` [id], and their trace says in ``meta`` what they
    stand for: a "place", a "mark" of a place or a "movement". ``drawn_places`` reads them back.
    """
    look, window = scene.look, scene.window
    colours = map_colours(look)
    figure = go.Figure(
        layout={
            "template": template(look),
            "width": window.width,
            "height": window.height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "plot_bgcolor": colours.sea,
        }
    )
    panel = Panel(
        x=Scale(window.west, window.east, window.width),
        y=Scale(window.south, window.north, window.height, flipped=True),
    )
    hidden = {"visible": False}
    size = (window.width, window.height)
    figure.update_layout(axes_of(panel, 0, 0, size, hidden, hidden))
    draw_ground(figure, scene, ground, colours)
    for movement in scene.movements:
        _line(figure, movement, scene, colours)
    _points(figure, scene, colours)
    _marks(figure, scene, colours)
    _ring(figure, scene, colours)
    _names(figure, scene, colours)
    return figure


def drawn_places(figure: go.Figure) -> set[str]:
    """Collect the ids of the places that a static map draws a dot for."""
    return _drawn(figure, "place")


def drawn_movements(figure: go.Figure) -> set[str]:
    """Collect the ids of the movements that a static map draws."""
    return _drawn(figure, "movement")


def _drawn(figure: go.Figure, role: str) -> set[str]:
    return {
        point[0]
        for trace in figure.data
        if (trace.meta or {}).get("role") == role
        for point in trace.customdata
    }


def _line(figure: go.Figure, movement: Movement, scene: Scene, colours: MapColours) -> None:
    """Draw a movement, its arrowhead at half its length, and a question mark at an open end."""
    width = LINE_WIDTH * (2 if movement.pair == scene.chosen else 1)
    dash = DASHES.get(Modality(movement.modality), "solid")
    stroke(figure, [movement.line], colours.line, width, dash)
    x, y = movement.middle
    is_denied = movement.modality == Modality.DENIED
    figure.add_scatter(
        x=[x],
        y=[northing(y)],
        mode="markers",
        marker={
            "symbol": "x-thin" if is_denied else "triangle-up",
            "size": 9,
            # Plotly turns clockwise, and an unturned triangle points up.
            "angle": 0 if is_denied else 90 - movement.heading,
            "color": colours.line,
            "line": {"color": colours.line, "width": 1.5 if is_denied else 0},
        },
        **_found("movement", [movement.pair], [movement.tip]),
    )
    for end in movement.open_ends:
        _write(figure, "?", end, (0.0, 0.0), "middle", 12, colours.line)


def _found(role: str, ids: list[str], tips: list[str]) -> dict[str, object]:
    """Give what makes hover and clicks find markers."""
    return {
        "customdata": [[name] for name in ids],
        "hovertext": [escape(tip).replace("\n", "<br>") for tip in tips],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "meta": {"role": role},
        # Streamlit marks a click as a selection; the marks not clicked must not fade.
        "unselected": {"marker": {"opacity": 1}},
    }


def _points(figure: go.Figure, scene: Scene, colours: MapColours) -> None:
    """Draw the dot of each place."""
    figure.add_scatter(
        x=[site.point[0] for site in scene.sites],
        y=[northing(site.point[1]) for site in scene.sites],
        mode="markers",
        marker={
            "symbol": "circle",
            "size": 2 * POINT_RADIUS,
            "color": colours.name,
            "opacity": 1,
            "line": {"color": colours.halo, "width": 1},
        },
        **_found("place", [s.location for s in scene.sites], [s.tip for s in scene.sites]),
    )


def _marks(figure: go.Figure, scene: Scene, colours: MapColours) -> None:
    """Draw the marks, the largest first, moved off their point as the scene laid them out."""
    scale = scene.window.scale
    rows = sorted(scene.marks, key=lambda mark: -mark.radius)
    add_markers(
        figure,
        [mark.point[0] + mark.right / scale for mark in rows],
        [northing(mark.point[1]) for mark in rows],
        [sign(mark) for mark in rows],
        colours,
        **_found("mark", [m.location for m in rows], [m.tip for m in rows]),
    )


def _ring(figure: go.Figure, scene: Scene, colours: MapColours) -> None:
    """Put a ring about the chosen place."""
    for site in scene.sites:
        if site.location == scene.chosen:
            figure.add_scatter(
                x=[site.point[0]],
                y=[northing(site.point[1])],
                mode="markers",
                marker={
                    "symbol": "circle-open",
                    "size": 2 * ring_radius(scene, site.location),
                    "color": colours.name,
                    "line": {"color": colours.name, "width": 1.5},
                },
                hoverinfo="skip",
            )


def _names(figure: go.Figure, scene: Scene, colours: MapColours) -> None:
    for label in scene.labels:
        first, *rest = (escape(line) for line in label.lines)
        text = "<br>".join([first if label.area else f"<b>{first}</b>", *rest])
        colour = colours.area_name if label.area else colours.name
        by = (label.right, label.down)
        _write(figure, text, label.point, by, label.anchor, label.size, colour)


def _write(
    figure: go.Figure,
    text: str,
    at: Point,
    by: tuple[float, float],
    anchor: str,
    size: float,
    colour: str,
) -> None:
    """Write a text (Plotly's HTML) beside a point, ``by`` pixels to the right and down."""
    side = {"start": "left", "middle": "center", "end": "right"}[anchor]
    figure.add_annotation(
        text=text,
        x=at[0],
        y=northing(at[1]),
        xref="x",
        yref="y",
        xshift=by[0],
        yshift=-by[1],
        xanchor=side,
        yanchor="middle",
        align=side,
        borderpad=0,
        font={"size": size, "color": colour},
    )
