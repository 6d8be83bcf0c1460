"""The map: drawn by deck.gl where the browser can, by its static twin where not, with key and slider."""

from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from analysis.figures.deck import map_deck
from analysis.figures.map_key import key_figure
from analysis.figures.map_scene import Scene, map_scene
from analysis.figures.map_tables import MapTables, printed_tables, selected_tables
from analysis.figures.map_words import map_sentence
from analysis.figures.static_map import static_map
from analysis.ledger.outlines import Ground, read_ground
from pages.parts.chart import CONFIG, WAITING_HEIGHT
from pages.parts.filters import known_on
from pages.parts.map_choice import (
    NOTHING,
    Names,
    OnMap,
    choose,
    chosen_name,
    clicked_in_deck,
    clicked_in_figure,
    names_on_map,
    turn,
)
from pages.parts.map_day import draw_slider
from pages.parts.map_webgl import has_webgl
from pages.parts.options import Options
from pages.parts.view import View
from pages.parts.wording import plain

STATIC = Path(__file__).resolve().parents[2] / "static"

# Below this, the Far East is too small to be read beside the rest, so each end gets a map.
BOTH_ENDS_BELOW = 480
WHOLE, BOTH_ENDS = ("region",), ("west", "far_east")

HOW_TO_MOVE = "Drag the map to move it; double-click to go nearer, with Shift to go back."
NO_WEBGL = (
    "This browser does not draw with WebGL, so the map is a still one: it shows the same places and "
    "movements, and they can be chosen, but it cannot be moved or played."
)


def tables_of(view: View) -> MapTables:
    """Give the tables beside the claims, as known on the board's day and as selected."""
    printed = view.remember_board(
        "map tables", lambda: printed_tables(view.ledger, view.board.known_on)
    )
    return view.remember(
        "map tables", lambda: selected_tables(printed, view.selection, view.ledger.claimants)
    )


def figures_of(view: View) -> str:
    """Tell the kind whose figures stand under the names: the only one chosen. Kinds never mix."""
    kinds = view.selection.kinds
    return kinds[0] if len(kinds) == 1 else ""


def scene_of(view: View, options: Options, part: str) -> Scene:
    """Work out one part of the map ."""
    look = view.look
    kind, chosen = figures_of(view), options.on_map.name
    return view.remember(
        f"map scene {look} {part} {kind} {chosen}",
        lambda: map_scene(view.shown, tables_of(view), look, part, kind, chosen),
    )


def parts_of(view: View, options: Options) -> tuple[str, ...]:
    """Name the parts of the map to show one below the other."""
    if options.map_view:
        return (options.map_view,)
    is_small = view.look.width < BOTH_ENDS_BELOW
    return BOTH_ENDS if is_small else WHOLE


def show_map(view: View, options: Options) -> None:
    """Show the map with its slider and its key, and what can be done with it."""
    draws = has_webgl()
    if draws is None or not view.sure:
        st.skeleton(height=WAITING_HEIGHT)
        st.stop()
    _show_days(view, options, draws)
    with st.container(key="prose_map"):
        if options.on_map != NOTHING:
            chosen = plain(names_on_map(view.ledger)[options.on_map])
            st.markdown(f"Chosen: **{chosen}**. What stands behind it is beneath the lists.")
        st.caption(HOW_TO_MOVE if draws else NO_WEBGL)


@st.fragment
def _show_days(view: View, options: Options, draws: bool) -> None:
    """Show the slider, the map and its key; while the slider plays, nothing else runs again."""
    names = names_on_map(view.ledger)
    # A click here, or the slider come to rest, changes what the whole page shows.
    if known_on() != view.board.known_on or chosen_name() != names.get(options.on_map):
        st.rerun()
    # The map stands above the slider that decides what it shows.
    above = st.container(key="map", gap="xsmall")
    at = view.as_known_on(draw_slider(view, plays=draws))
    for part in parts_of(view, options):
        scene = scene_of(at, options, part)
        with above:
            if draws:
                _show_deck(scene, part, names)
            else:
                _show_still(at, scene, part, names)
    st.plotly_chart(
        key_figure(scene),
        width="content",
        theme=None,
        key="map_key",
        config=CONFIG | {"staticPlot": True},
        alt="The key of the map: symbols, sizes, and the point of view",
    )


def _show_deck(scene: Scene, part: str, names: Names) -> None:
    key = f"map_deck_{part}"
    st.pydeck_chart(
        map_deck(scene, turn()),
        height=scene.window.height,
        key=key,
        on_select=lambda: _choose(clicked_in_deck(st.session_state.get(key)), names),
        alt=map_sentence(scene.listed, len(scene.movements)),
    )


def _show_still(view: View, scene: Scene, part: str, names: Names) -> None:
    key = f"map_still_{part}"
    figure: go.Figure = view.remember(
        f"map still {scene.look} {part} {scene.kind} {scene.chosen}",
        lambda: static_map(scene, ground()),
    )
    roles = {
        number: trace.meta["role"]
        for number, trace in enumerate(figure.data)
        if trace.meta is not None
    }
    st.plotly_chart(
        figure,
        width="content",
        theme=None,
        key=key,
        on_select=lambda: _choose(clicked_in_figure(st.session_state.get(key), roles), names),
        selection_mode="points",
        config=CONFIG,
        alt=map_sentence(scene.listed, len(scene.movements)),
    )


def _choose(thing: OnMap, names: Names) -> None:
    """Choose what was clicked; a click beside everything changes nothing."""
    if thing.name:
        choose(thing, names)


@st.cache_resource
def ground() -> Ground:
    """Read what the browser else loads by its address: it never changes while a server runs."""
    return read_ground(STATIC)
