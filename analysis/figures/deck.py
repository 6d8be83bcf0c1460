"""The map for the browser: a deck.gl description over the project's own outlines, calling nobody.

The outlines come by URL from the dashboard's own server, once; a change of day or of filters sends
the marks alone. There is no base map, so no key and no other host: ``map_provider=None`` and no
``map_style`` (an explicit None would bring a base map back).
"""

import json
from collections.abc import Iterable
from typing import Any

import pydeck as pdk

from analysis.codebook import Modality
from analysis.figures.map_colours import MapColours, map_colours, rgba
from analysis.figures.map_marks import POINT_RADIUS, Mark
from analysis.figures.map_scene import Scene, ring_radius
from analysis.figures.map_symbols import ARROW, BOLD_BELOW, CROSS, Icon, atlas, icon_size
from analysis.figures.movements import Movement
from analysis.figures.places import SIGHTING
from analysis.figures.template import FONT

OUTLINES_URL = "app/static/outlines.geojson"
AREAS_URL = "app/static/areas.geojson"

LINE_WIDTH = 1.6
# In multiples of the width.
DASHES = {Modality.PLANNED: (5, 4), Modality.DENIED: (1.2, 3)}
ARROW_RADIUS = 4.2
# deck.gl's world, short of the poles that Mercator cannot show: what the sea is painted on.
SEA = ((-60.0, -10.0), (260.0, -10.0), (260.0, 84.5), (-60.0, 84.5))

# The wheel scrolls the page that the map stands in; north stays up.
CONTROLLER = {"scrollZoom": False, "dragRotate": False, "touchRotate": False}

# Keys by which a page finds what was clicked in the object of a selection.
PLACE_KEY, MOVEMENT_KEY = "place", "movement"
TIP_STYLE = {
    "maxWidth": "340px",
    "fontSize": "13px",
    "lineHeight": "1.4",
    "whiteSpace": "pre-line",
    "border": "1px solid #85888c",
}


class CompactDeck(pdk.Deck):  # type: ignore[misc]
    """A deck that travels without the blanks and line breaks of pydeck's JSON: a third less."""

    def to_json(self) -> str:
        """Write the description as JSON."""
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"), ensure_ascii=False)


def map_deck(scene: Scene, turn: int = 0) -> CompactDeck:
    """Describe the scene to deck.gl.

    Layers, from below: sea, outlines, areas, radii, movements, points, marks, chosen, area-names,
    names, open-ends. Each has an id; the rows of those to point at carry ``tip`` (plain text) and
    the id of the place or movement. Streamlit fades all that is not selected, and drops a selection
    with the layer that it was made in: another ``turn`` gives those layers other ids.
    """
    colours = map_colours(scene.look)
    window = scene.window
    layers = [
        _sea(colours),
        _outlines(colours),
        _areas(scene, colours),
        _radii(scene, colours),
        _lines(scene, colours),
        _points(scene, colours),
        _symbols(scene, colours),
        _ring(scene, colours),
        *_names(scene, colours),
    ]
    if turn:
        for layer in layers:
            if layer.pickable:
                layer.id = f"{layer.id}-{turn}"
    return CompactDeck(
        layers=layers,
        views=[pdk.View(type="MapView", controller=CONTROLLER)],
        initial_view_state=pdk.ViewState(
            longitude=round(window.longitude, 4),
            latitude=round(window.latitude, 4),
            zoom=round(window.zoom, 4),
            min_zoom=round(window.zoom - 0.6, 2),
            max_zoom=7,
        ),
        map_provider=None,
        height=window.height,
        tooltip={
            "text": "{tip}",
            "style": {**TIP_STYLE, "backgroundColor": colours.halo, "color": colours.name},
        },
    )


def _quoted(text: str) -> str:
    """Mark a text as meant literally: pydeck takes a bare one for the name of a field."""
    return f"`{text}`"


def _sea(colours: MapColours) -> pdk.Layer:
    return pdk.Layer(
        "SolidPolygonLayer",
        [{"ring": [list(corner) for corner in SEA]}],
        id="sea",
        get_polygon="ring",
        get_fill_color=rgba(colours.sea),
        pickable=False,
    )


def _outlines(colours: MapColours) -> pdk.Layer:
    """Fill countries, Crimea's territory over them, and draw its hatching."""
    occupied, subject, land = rgba(colours.occupied), rgba(colours.subject), rgba(colours.land)
    return pdk.Layer(
        "GeoJsonLayer",
        OUTLINES_URL,
        id="outlines",
        get_fill_color=f"properties.occupied ? {occupied} : properties.country ? {subject} : {land}",
        get_line_color=f"properties.occupied ? {rgba(colours.hatching)} : {rgba(colours.border)}",
        get_line_width="properties.part == 'territory' ? 0 : 1",
        line_width_units=_quoted("pixels"),
        update_triggers=_triggers(colours.land),
        pickable=False,
    )


def _areas(scene: Scene, colours: MapColours) -> pdk.Layer:
    """Tint the areas that are reported; the chosen one twice as strongly."""
    strength = "0"
    for region in scene.regions:
        share = colours.tint_strength * (2.2 if region.location == scene.chosen else 1)
        name = region.location
        strength = f"properties.location == '{name}' ? {round(255 * share)} : {strength}"
    red, green, blue, _ = rgba(colours.tint)
    line = rgba(colours.line, 0.75)[:3]
    return pdk.Layer(
        "GeoJsonLayer",
        AREAS_URL,
        id="areas",
        get_fill_color=f"[{red}, {green}, {blue}, ({strength}) * properties.strength]",
        get_line_color=f"[{line[0]}, {line[1]}, {line[2]}, ({strength}) ? 190 : 0]",
        get_line_width="properties.location == 'russia_ukraine_border' ? 1.6 : 0",
        line_width_units=_quoted("pixels"),
        update_triggers=_triggers(colours.tint, strength),
        pickable=False,
    )


def _triggers(*reasons: str) -> dict[str, list[str]]:
    """Say on what the colours hang: deck.gl computes them again only when this changes."""
    return {"getFillColor": list(reasons), "getLineColor": list(reasons)}


def _radii(scene: Scene, colours: MapColours) -> pdk.Layer:
    """Draw how wide a place is that stands for its surroundings: an oblast, a region."""
    return pdk.Layer(
        "ScatterplotLayer",
        [
            {"at": list(site.point), "radius": site.radius_km * 1000}
            for site in scene.sites
            if site.radius_km
        ],
        id="radii",
        get_position="at",
        get_radius="radius",
        get_fill_color=rgba(colours.tint, 2 * colours.tint_strength),
        pickable=False,
    )


def _lines(scene: Scene, colours: MapColours) -> pdk.Layer:
    return pdk.Layer(
        "PathLayer",
        [
            {
                "path": [list(point) for point in movement.line],
                "dash": list(DASHES.get(Modality(movement.modality), (0, 0))),
                "colour": rgba(colours.line, 1 if movement.pair == scene.chosen else 0.8),
                "width": LINE_WIDTH * (2 if movement.pair == scene.chosen else 1),
                "tip": movement.tip,
                MOVEMENT_KEY: movement.pair,
            }
            for movement in scene.movements
        ],
        id="movements",
        get_path="path",
        get_color="colour",
        get_width="width",
        get_dash_array="dash",
        width_units=_quoted("pixels"),
        extensions=[{"@@type": "PathStyleExtension", "dash": True}],
        pickable=True,
    )


def _points(scene: Scene, colours: MapColours) -> pdk.Layer:
    """Draw the dot of each place; its marks and its name are what can be pointed at."""
    return pdk.Layer(
        "ScatterplotLayer",
        [{"at": list(site.point)} for site in scene.sites],
        id="points",
        get_position="at",
        get_radius=POINT_RADIUS,
        radius_units=_quoted("pixels"),
        stroked=True,
        get_fill_color=rgba(colours.name),
        get_line_color=rgba(colours.halo),
        get_line_width=1,
        line_width_units=_quoted("pixels"),
        pickable=False,
    )


def mark_icon(mark: Mark, colours: MapColours) -> Icon:
    """Give the symbol of a mark in its colour."""
    colour = colours.sightings if mark.evidence == SIGHTING else colours.claims
    is_small = mark.modality != Modality.ACTUAL and mark.radius < BOLD_BELOW
    return Icon(mark.role, mark.modality, colour, bold=is_small)


def _movement_icon(movement: Movement, colours: MapColours) -> Icon:
    shape = CROSS if movement.modality == Modality.DENIED else ARROW
    return Icon(shape, movement.modality, colours.line)


def _symbols(scene: Scene, colours: MapColours) -> pdk.Layer:
    """Draw marks, the largest first, and the heads of lines, all out of one picture."""
    drawn: list[tuple[Icon, dict[str, Any]]] = [
        (
            _movement_icon(movement, colours),
            {
                "at": list(movement.middle),
                "size": icon_size(ARROW_RADIUS),
                "angle": round(movement.heading, 1),
                "offset": [0, 0],
                "tip": movement.tip,
                MOVEMENT_KEY: movement.pair,
            },
        )
        for movement in scene.movements
    ]
    drawn += [
        (
            mark_icon(mark, colours),
            {
                "at": list(mark.point),
                "size": icon_size(mark.radius),
                "angle": 0,
                "offset": [round(mark.right, 1), 0],
                "tip": mark.tip,
                PLACE_KEY: mark.location,
            },
        )
        for mark in sorted(scene.marks, key=lambda mark: -mark.radius)
    ]
    picture = atlas((icon for icon, _ in drawn), colours.halo)
    return pdk.Layer(
        "IconLayer",
        [{"icon": icon.name, **row} for icon, row in drawn],
        id="marks",
        icon_atlas=_quoted(picture.picture),
        icon_mapping=picture.mapping,
        get_icon="icon",
        get_position="at",
        get_size="size",
        get_angle="angle",
        get_pixel_offset="offset",
        size_units=_quoted("pixels"),
        pickable=True,
    )


def _ring(scene: Scene, colours: MapColours) -> pdk.Layer:
    """Put a ring about the chosen place; about none where a movement or an area is chosen."""
    return pdk.Layer(
        "ScatterplotLayer",
        [
            {"at": list(site.point), "radius": round(ring_radius(scene, site.location), 1)}
            for site in scene.sites
            if site.location == scene.chosen
        ],
        id="chosen",
        get_position="at",
        get_radius="radius",
        radius_units=_quoted("pixels"),
        filled=False,
        stroked=True,
        get_line_color=rgba(colours.name),
        get_line_width=1.5,
        line_width_units=_quoted("pixels"),
        pickable=False,
    )


def _names(scene: Scene, colours: MapColours) -> Iterable[pdk.Layer]:
    """Write names: places in ink, areas paler; then the question marks at open ends."""
    tips = {site.location: site.tip for site in scene.sites}
    tips |= {region.location: region.tip for region in scene.regions}
    for layer, is_area, colour in (
        ("area-names", True, colours.area_name),
        ("names", False, colours.name),
    ):
        rows = [
            {
                "text": "\n".join(label.lines),
                "at": list(label.point),
                "anchor": label.anchor,
                "offset": [label.right, label.down],
                "size": label.size,
                "tip": tips[label.location],
                PLACE_KEY: label.location,
            }
            for label in scene.labels
            if label.area is is_area
        ]
        yield _texts(layer, rows, colour, colours)
    ends = [
        {
            "text": "?",
            "at": list(end),
            "anchor": "middle",
            "offset": [0, 0],
            "size": 13,
            "tip": movement.tip,
            MOVEMENT_KEY: movement.pair,
        }
        for movement in scene.movements
        for end in movement.open_ends
    ]
    yield _texts("open-ends", ends, colours.line, colours)


def _texts(layer: str, rows: list[dict[str, Any]], colour: str, colours: MapColours) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        rows,
        id=layer,
        get_text="text",
        get_position="at",
        get_size="size",
        get_color=rgba(colour),
        get_text_anchor="anchor",
        get_alignment_baseline=_quoted("center"),
        get_pixel_offset="offset",
        size_units=_quoted("pixels"),
        font_family=_quoted(FONT),
        font_weight=600 if layer == "names" else 500,
        character_set=_quoted("auto"),
        line_height=1.25,
        # About twice the size on screen, so that fine screens get fine letters.
        font_settings={"fontSize": 26, "buffer": 4},
        pickable=True,
    )
