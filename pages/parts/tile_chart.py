"""A chart of tiles: its title, the figure, and what happens when a tile is chosen."""

from collections.abc import Callable

import plotly.graph_objects as go
import streamlit as st

from analysis.figures.look import Look
from pages.parts.chart import show_figure, show_title
from pages.parts.chosen import clicked_id, key_of
from pages.parts.view import View


def show_tiles(
    view: View,
    place: str,
    title: str,
    draw: Callable[[Look, str], go.Figure],
    sentence: str,
    *,
    chosen: str,
    choose: Callable[[str], None],
    variant: str = "",
) -> None:
    """Show a figure of tiles under its title.

    ``place``, ``sentence`` and ``variant`` as in ``show_chart``. ``draw`` takes the key of the tile
    that gets a frame, which is ``chosen``; ``choose`` gets the key of a tile that is clicked.
    """
    show_title(place, title, sentence)
    look = view.look
    figure = view.remember(f"{place} figure {variant} {look} {chosen}", lambda: draw(look, chosen))
    key = f"{key_of(place)}_chart"

    def clicked() -> None:
        tile = clicked_id(st.session_state.get(key))
        if tile:
            choose(tile)

    show_figure(view, figure, key, sentence, clicked)
